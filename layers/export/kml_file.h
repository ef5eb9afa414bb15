// SPDX-License-Identifier: MIT
#pragma once

#include "layers/export/export_layer.h"
#include "layers/export/row_style.h"

#include <string>

namespace banlang {

/// Writes a layer's rows as one KML document, or as that document alone in a KMZ: WGS 84, a folder and a style for each class.
/// Memory stays flat whatever the number of rows. Not atomic; `path` is a pending output's.
[[nodiscard]] Result<void> writeKmlFile(const MapLayer& layer, const FeatureTable& table, const RowStyles& styles,
                                        const ExportRequest& request, const std::string& path, bool zipped);

} // namespace banlang
