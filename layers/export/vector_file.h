// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/export/provenance.h"
#include "layers/export/row_style.h"

#include <string>

namespace banlang {

enum class VectorFormat : std::uint8_t { geoPackage, geoJson, kml, kmz, shapefile };

/// Writes a table through GDAL. GeoJSON (RFC 7946) and KML are written in WGS 84, the rest in the CRS of the table. Columns keep
/// their machine names; a Shapefile's are shortened to ten letters (see ShapefileNotes). The file says itself where it comes from,
/// in `language`. A table without shapes makes no Shapefile: error "no-shapes". Gives what the reader should be told of the file.
[[nodiscard]] Result<std::vector<Bilingual>> writeVectorFile(const FeatureTable& table, const RowStyles& styles, int epsg,
                                                             VectorFormat format, const Provenance& provenance, Language language,
                                                             const std::string& path);

} // namespace banlang
