// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/geo/feature_table.h"

#include <string>

namespace banlang {

enum class VectorFormat : std::uint8_t { geoPackage, geoJson, shapefile, csv };

/// Writes a table through GDAL. GeoJSON (RFC 7946) is written in WGS 84, the rest in the CRS of the table. Columns keep
/// their machine names; a Shapefile's are shortened to ten letters, kept apart, and listed in NAME.cot.csv beside it.
[[nodiscard]] Result<void> writeVectorFile(const FeatureTable& table, int epsg, VectorFormat format, const std::string& path,
                                           const Progress& progress);

} // namespace banlang
