// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "layers/export/csv_file.h"
#include "layers/map_layer.h"
#include "layers/provenance.h"

#include <string>
#include <vector>

namespace banlang {

struct ExportRequest {
    int epsg = 0; ///< of the layer's geometry
    Language language = Language::vietnamese;
    std::string path{};
    bool overwrite = false;
    Progress progress{};
    Provenance provenance{};
    CsvOptions csv{};
};

struct ExportReport {
    std::size_t features = 0;
    std::vector<Bilingual> notes{}; ///< what the reader should be told of the file
};

/// Writes a layer's attributes and geometry to .gpkg (styled for QGIS), .geojson (RFC 7946), .kml/.kmz, .shp, .csv or .xlsx, by the
/// ending of `path`. Written beside and renamed: the file appears whole or not at all.
[[nodiscard]] Result<ExportReport> exportLayer(const MapLayer& layer, const ExportRequest& request);

} // namespace banlang
