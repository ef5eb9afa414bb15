// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/geo/feature_table.h"
#include "layers/provenance.h"

#include <string>

namespace banlang {

enum class VectorFormat : std::uint8_t { geoPackage, geoJson, shapefile };

/// Writes a table through GDAL. GeoJSON (RFC 7946) is written in WGS 84, the rest in the CRS of the table. Columns keep
/// their machine names; a Shapefile's are shortened to ten letters (see ShapefileSidecars). The file says itself where it comes
/// from, in `language`. A table without shapes makes no Shapefile: error "no-shapes". Gives what the reader should be told of the
/// file.
[[nodiscard]] Result<std::vector<Bilingual>> writeVectorFile(const FeatureTable& table, int epsg, VectorFormat format,
                                                             const Provenance& provenance, Language language,
                                                             const std::string& path, const Progress& progress);

} // namespace banlang
