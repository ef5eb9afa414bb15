// SPDX-License-Identifier: MIT
#include "layers/export/export_layer.h"

#include "core/base/pending_output.h"
#include "core/base/write_error.h"
#include "layers/export/csv_metadata.h"
#include "layers/export/kml_file.h"
#include "layers/export/qgis_style.h"
#include "layers/export/vector_file.h"
#include "layers/export/workbook.h"
#include "layers/provenance_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace banlang {
namespace {

namespace fs = std::filesystem;

const std::map<std::string, VectorFormat, std::less<>>& vectorFormats() {
    static const std::map<std::string, VectorFormat, std::less<>> formats{
        {".gpkg", VectorFormat::geoPackage}, {".geojson", VectorFormat::geoJson}, {".shp", VectorFormat::shapefile}};
    return formats;
}

bool isKnown(const std::string& ending) {
    constexpr std::string_view others[] = {".csv", ".xlsx", ".kml", ".kmz"};
    return vectorFormats().contains(ending) || std::find(std::begin(others), std::end(others), ending) != std::end(others);
}

Error unknownFormat(const std::string& path, const std::string& ending) {
    return {ErrorKind::usage,
            "unknown-format",
            {fmt::format("Không xuất được ra “{}”", ending), fmt::format("Cannot export to “{}”", ending)},
            {"Dùng .gpkg .geojson .kml .kmz .shp .csv hoặc .xlsx", "Use .gpkg .geojson .kml .kmz .shp .csv or .xlsx"},
            {path, {}, -1, {}}};
}

using Notes = std::vector<Bilingual>;

Result<Notes> writeCsv(const MapLayer& layer, const FeatureTable& table, const ExportRequest& request, const std::string& path) {
    const CsvFile file(table, layer.attributeNames, request.epsg, request.language, request.csv);
    BANLANG_CHECK(file.write(path, request.progress));
    BANLANG_CHECK(writeCsvMetadata(file, request.provenance, request.language, path));
    return Notes{};
}

Result<Notes> writeTo(const MapLayer& layer, ClassedRows classed, const ExportRequest& request, const std::string& ending,
                      const std::string& path) {
    BANLANG_TRY(styles, rowStyles(classed));
    const FeatureTable table = withClassColumns(std::move(classed.rows), styles, request.language);
    if (ending == ".csv") return writeCsv(layer, table, request, path);
    if (ending == ".xlsx") {
        BANLANG_CHECK(writeWorkbook(layer, table, request, path));
        return Notes{};
    }
    if (ending == ".kml" || ending == ".kmz") {
        BANLANG_CHECK(writeKmlFile(layer, table, styles, request, path, ending == ".kmz"));
        return Notes{};
    }
    const VectorFormat format = vectorFormats().find(ending)->second;
    const GeometryKind kind = table.geometry.kind;
    const bool styledForQgis = format == VectorFormat::geoPackage && kind != GeometryKind::none && !styles.styles.empty();
    BANLANG_TRY(notes, writeVectorFile(table, request.epsg, format, request.provenance, request.language, path, request.progress));
    if (styledForQgis) {
        BANLANG_CHECK(addDefaultStyle(path, table.name, qmlStyle(styles, kind, request.language), madeAtIso(request.provenance)));
    }
    return std::move(notes);
}

} // namespace

Result<ExportReport> exportLayer(const MapLayer& layer, const ExportRequest& request) {
    std::string ending = fs::path(request.path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (!isKnown(ending)) return Unexpected(unknownFormat(request.path, ending));
    if (ending != ".csv" && request.csv != CsvOptions{}) {
        return Unexpected(Error{ErrorKind::usage,
                                "option-of-csv",
                                {"--geometry và --headers chỉ dùng cho .csv", "--geometry and --headers are for .csv only"},
                                {"Bỏ hai tùy chọn này, hoặc đặt tên tệp .csv", "Leave them out, or name the file .csv"},
                                {request.path, {}, -1, {}}});
    }
    BANLANG_TRY(output, PendingOutput::begin(request.path, request.overwrite));
    ClassedRows classed = layer.attributes();
    classed.rows.name = std::string(layer.id);
    ExportReport report{classed.rows.rowCount};
    auto written = writeTo(layer, std::move(classed), request, ending, output.path());
    if (request.progress.shouldStop()) return Unexpected(stoppedError(request.path));
    auto finished = written ? output.finish() : Result<void>(Unexpected(written.error()));
    if (!finished) {
        // Not the working folder's, which nobody knows.
        finished.error().where.file = request.path;
        return Unexpected(std::move(finished.error()));
    }
    report.notes = std::move(*written);
    return report;
}

} // namespace banlang
