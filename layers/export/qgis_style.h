// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/export/row_style.h"

#include <string>

namespace banlang {

/// A categorised QGIS style (QML) over classColumnName, with one symbol per class.
[[nodiscard]] std::string qmlStyle(const RowStyles& styles, GeometryKind kind, Language language);

/// Adds the style to a GeoPackage's layer_styles as default, so that QGIS opens the layer as the map showed it. The file says that
/// it was changed `now` (ISO 8601, UTC).
[[nodiscard]] Result<void> addDefaultStyle(const std::string& geoPackage, const std::string& layer, const std::string& qml,
                                           const std::string& now);

} // namespace banlang
