// SPDX-License-Identifier: MIT
#include "layers/export/export_layer.h"

#include "layers/export/csv_metadata.h"
#include "layers/export/provenance_lines.h"
#include "layers/export/qgis_style.h"
#include "layers/export/vector_file.h"
#include "layers/export/workbook.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace banlang {
namespace {

namespace fs = std::filesystem;

const std::map<std::string, VectorFormat, std::less<>>& vectorFormats() {
    static const std::map<std::string, VectorFormat, std::less<>> formats{{".gpkg", VectorFormat::geoPackage},
                                                                          {".geojson", VectorFormat::geoJson},
                                                                          {".kml", VectorFormat::kml},
                                                                          {".kmz", VectorFormat::kmz},
                                                                          {".shp", VectorFormat::shapefile}};
    return formats;
}

Error outputError(const fs::path& path, const char* code, Bilingual message, Bilingual hint) {
    return {code == std::string_view("unknown-format") ? ErrorKind::usage : ErrorKind::outputUnwritable,
            code,
            std::move(message),
            std::move(hint),
            {path.string(), {}, -1, {}}};
}

using Notes = std::vector<Bilingual>;

Result<Notes> writeCsv(const MapLayer& layer, const FeatureTable& table, const ExportRequest& request, const std::string& path) {
    const CsvFile file(table, layer.attributeNames, request.epsg, request.language, request.csv);
    BANLANG_CHECK(file.write(path, request.progress));
    BANLANG_CHECK(writeCsvMetadata(file, request.provenance, request.language, path));
    return Notes{};
}

Result<Notes> writeTo(const MapLayer& layer, const ClassedRows& classed, const ExportRequest& request, const std::string& ending,
                      const std::string& path) {
    BANLANG_TRY(styles, rowStyles(classed));
    const FeatureTable table = withClassColumns(classed.rows, styles, request.language);
    if (ending == ".csv") return writeCsv(layer, table, request, path);
    if (ending == ".xlsx") {
        BANLANG_CHECK(writeWorkbook(layer, table, request.language, request.provenance, path));
        return Notes{};
    }
    const VectorFormat format = vectorFormats().find(ending)->second;
    const GeometryKind kind = table.geometry.kind;
    const bool styledForQgis = format == VectorFormat::geoPackage && kind != GeometryKind::none && !styles.styles.empty();
    BANLANG_TRY(notes, writeVectorFile(table, styles, request.epsg, format, request.provenance, request.language, path));
    if (styledForQgis) {
        BANLANG_CHECK(addDefaultStyle(path, table.name, qmlStyle(styles, kind, request.language), madeAtIso(request.provenance)));
    }
    return std::move(notes);
}

/// Moves a finished file, with what a Shapefile keeps beside it, out of the working folder to its place.
Result<void> moveInto(const fs::path& workingFolder, const fs::path& destination) {
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(workingFolder)) {
        fs::rename(entry.path(), destination.parent_path() / entry.path().filename(), failure);
        if (failure) {
            return Unexpected(outputError(destination, "output-unwritable",
                                          {"Không đặt được tệp vào chỗ", "The file cannot be put in its place"},
                                          {"Kiểm tra quyền ghi của thư mục", "Check that the folder may be written to"}));
        }
    }
    return {};
}

} // namespace

Result<ExportReport> exportLayer(const MapLayer& layer, const ExportRequest& request) {
    const fs::path destination = fs::absolute(request.path);
    std::string ending = destination.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending != ".xlsx" && ending != ".csv" && vectorFormats().count(ending) == 0) {
        return Unexpected(
            outputError(destination, "unknown-format",
                        {fmt::format("Không xuất được ra “{}”", ending), fmt::format("Cannot export to “{}”", ending)},
                        {"Dùng .gpkg .geojson .kml .kmz .shp .csv hoặc .xlsx", "Use .gpkg .geojson .kml .kmz .shp .csv or .xlsx"}));
    }
    if (ending != ".csv" && request.csv != CsvOptions{}) {
        return Unexpected(Error{ErrorKind::usage,
                                "option-of-csv",
                                {"--geometry và --headers chỉ dùng cho .csv", "--geometry and --headers are for .csv only"},
                                {"Bỏ hai tùy chọn này, hoặc đặt tên tệp .csv", "Leave them out, or name the file .csv"},
                                {destination.string(), {}, -1, {}}});
    }
    std::error_code failure;
    if (fs::exists(destination, failure) && !request.overwrite) {
        return Unexpected(outputError(destination, "output-exists", {"Tệp đã có", "The file exists"},
                                      {"Đặt tên khác hoặc dùng --overwrite", "Choose another name or use --overwrite"}));
    }
    const fs::path working = destination.parent_path() / fmt::format(".banlang-{}-{}", destination.stem().string(), getpid());
    fs::create_directory(working, failure);
    if (failure) {
        return Unexpected(
            outputError(destination, "output-unwritable", {"Không ghi được vào thư mục", "The folder cannot be written to"},
                        {"Kiểm tra thư mục có tồn tại và cho phép ghi", "Check that the folder exists and may be written to"}));
    }
    ClassedRows classed = layer.attributes();
    classed.rows.name = std::string(layer.id);
    ExportReport report{classed.rows.rowCount};
    auto written = writeTo(layer, classed, request, ending, (working / destination.filename()).string());
    const auto moved = written ? moveInto(working, destination) : Result<void>{};
    fs::remove_all(working, failure);
    if (!written) return Unexpected(std::move(written.error()));
    if (!moved) return Unexpected(moved.error());
    report.notes = std::move(*written);
    return report;
}

} // namespace banlang
