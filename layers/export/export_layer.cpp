// SPDX-License-Identifier: MIT
#include "layers/export/export_layer.h"

#include "core/base/pending_output.h"
#include "core/base/write_error.h"
#include "layers/export/kml_file.h"
#include "layers/export/qgis_style.h"
#include "layers/export/vector_file.h"
#include "layers/export/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace banlang {
namespace {

namespace fs = std::filesystem;

const std::map<std::string, VectorFormat, std::less<>>& vectorFormats() {
    static const std::map<std::string, VectorFormat, std::less<>> formats{{".gpkg", VectorFormat::geoPackage},
                                                                          {".geojson", VectorFormat::geoJson},
                                                                          {".shp", VectorFormat::shapefile},
                                                                          {".csv", VectorFormat::csv}};
    return formats;
}

Error unknownFormat(const std::string& path, const std::string& ending) {
    return {ErrorKind::usage,
            "unknown-format",
            {fmt::format("Không xuất được ra “{}”", ending), fmt::format("Cannot export to “{}”", ending)},
            {"Dùng .gpkg .geojson .kml .kmz .shp .csv hoặc .xlsx", "Use .gpkg .geojson .kml .kmz .shp .csv or .xlsx"},
            {path, {}, -1, {}}};
}

/// The rows get their class as a column, so that the style in the file can tell them apart.
FeatureTable withClassColumn(FeatureTable table, const RowStyles& styles) {
    Column column{std::string(classColumnName), ColumnType::number, {}, {}, {}};
    for (const std::uint8_t rowClass : styles.classOf)
        column.numbers.push_back(rowClass == noClass ? Column::missingNumber : rowClass);
    table.columns.push_back(std::move(column));
    return table;
}

Result<void> writeTo(const MapLayer& layer, FeatureTable table, const ExportRequest& request, const std::string& ending,
                     const std::string& path) {
    if (ending == ".xlsx") return writeWorkbook(layer, table, request.language, path);
    const RowStyles styles = rowStyles(layer, table);
    if (ending == ".kml" || ending == ".kmz") return writeKmlFile(layer, table, styles, request, path, ending == ".kmz");
    const VectorFormat format = vectorFormats().find(ending)->second;
    const bool styledForQgis = format == VectorFormat::geoPackage && table.geometry.kind != GeometryKind::none;
    const GeometryKind kind = table.geometry.kind;
    if (styledForQgis) table = withClassColumn(std::move(table), styles);
    BANLANG_CHECK(writeVectorFile(table, request.epsg, format, path, request.progress));
    if (styledForQgis) BANLANG_CHECK(addDefaultStyle(path, table.name, qmlStyle(styles, kind, request.language)));
    return {};
}

} // namespace

Result<ExportReport> exportLayer(const MapLayer& layer, const ExportRequest& request) {
    std::string ending = fs::path(request.path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending != ".xlsx" && ending != ".kml" && ending != ".kmz" && vectorFormats().count(ending) == 0) {
        return Unexpected(unknownFormat(request.path, ending));
    }
    BANLANG_TRY(output, PendingOutput::begin(request.path, request.overwrite));
    FeatureTable table = layer.attributes();
    table.name = std::string(layer.id);
    const ExportReport report{table.rowCount};
    auto written = writeTo(layer, std::move(table), request, ending, output.path());
    if (request.progress.shouldStop()) return Unexpected(stoppedError(request.path));
    if (written) written = output.finish();
    if (!written) {
        // Not the working folder's, which nobody knows.
        written.error().where.file = request.path;
        return Unexpected(std::move(written.error()));
    }
    return report;
}

} // namespace banlang
