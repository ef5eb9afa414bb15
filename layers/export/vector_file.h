// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/export/row_style.h"

#include <string>

namespace banlang {

enum class VectorFormat : std::uint8_t { geoPackage, geoJson, kml, kmz, shapefile, csv };

/// Writes a table through GDAL. GeoJSON (RFC 7946) and KML are written in WGS 84, the rest in the CRS of the table. Columns keep
/// their machine names; a Shapefile's are shortened to ten letters, kept apart, and listed in NAME.cot.csv beside it.
[[nodiscard]] Result<void> writeVectorFile(const FeatureTable& table, const RowStyles& styles, int epsg, VectorFormat format,
                                           const std::string& path);

} // namespace banlang
