// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/export/export_layer.h"
#include "layers/map_layer.h"

#include <string>

namespace banlang {

/// Writes a layer's attributes as an .xlsx sheet: frozen head, readers' column names, Vietnamese number formats, dates as dates,
/// texts as text cells that never become formulas or links. A second sheet holds the legend's classes and figures, a third what the
/// figures come from, which is also in the file's properties.
[[nodiscard]] Result<void> writeWorkbook(const MapLayer& layer, const FeatureTable& table, const ExportRequest& request,
                                         const std::string& path);

} // namespace banlang
