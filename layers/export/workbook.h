// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/map_layer.h"

#include <string>

namespace banlang {

/// Writes a layer's attributes as an .xlsx sheet: frozen head, readers' column names, Vietnamese number formats, dates as dates,
/// and a second sheet with the legend's classes and figures.
[[nodiscard]] Result<void> writeWorkbook(const MapLayer& layer, const FeatureTable& table, Language language,
                                         const std::string& path);

} // namespace banlang
