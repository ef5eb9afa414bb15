// SPDX-License-Identifier: MIT
#include "layers/export/vector_file.h"

#include "core/base/write_error.h"
#include "core/geo/crs.h"
#include "core/geo/detail/gdal_errors.h"
#include "core/geo/gdal_drivers.h"
#include "core/geo/wkb.h"
#include "core/io/detail/ogr_types.h"
#include "layers/export/column_decimals.h"
#include "layers/export/detail/gdal_clock.h"
#include "layers/export/detail/watched_files.h"
#include "layers/export/shapefile_sidecars.h"
#include "layers/provenance_lines.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <nlohmann/json.hpp>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <span>

namespace banlang {
namespace {

struct FormatInfo {
    const char* driver;
    bool inWgs84;
};

FormatInfo infoOf(VectorFormat format) {
    switch (format) {
    case VectorFormat::geoPackage:
        return {"GPKG", false};
    case VectorFormat::geoJson:
        return {"GeoJSON", true};
    case VectorFormat::shapefile:
        return {"ESRI Shapefile", false};
    }
    return {"GPKG", false};
}

/// The file as such: what it says of itself, and for a Shapefile what goes beside it.
struct Output {
    VectorFormat format;
    const Provenance& provenance;
    Language language;
    ShapefileSidecars shapefile{};
};

/// Members beside the features, which RFC 7946 allows.
std::string geoJsonMembers(const Output& output) {
    const Provenance& about = output.provenance;
    const nlohmann::ordered_json members = {{"title", about.title},
                                            {"provenance",
                                             {{"as_of", toIso(about.asOf)},
                                              {"audience", id(about.audience)},
                                              {"sources", about.sources},
                                              {"program", about.program},
                                              {"made_at", madeAtIso(about)}}}};
    return members.dump();
}

CPLStringList layerOptions(const Output& output) {
    const Provenance& about = output.provenance;
    const std::string description = provenanceText(about, output.language);
    CPLStringList options;
    switch (output.format) {
    case VectorFormat::geoJson:
        options.SetNameValue("RFC7946", "YES");
        options.SetNameValue("COORDINATE_PRECISION", "7");
        options.SetNameValue("DESCRIPTION", description.c_str());
        options.SetNameValue("NATIVE_DATA", geoJsonMembers(output).c_str());
        options.SetNameValue("NATIVE_MEDIA_TYPE", "application/vnd.geo+json");
        break;
    case VectorFormat::shapefile:
        options.SetNameValue("ENCODING", "UTF-8");
        options.SetNameValue("DBF_DATE_LAST_UPDATE", madeAtIso(about).substr(0, 10).c_str());
        break;
    case VectorFormat::geoPackage:
        options.SetNameValue("GEOMETRY_NAME", "geom");
        options.SetNameValue("IDENTIFIER", about.title.c_str());
        options.SetNameValue("DESCRIPTION", description.c_str());
        break;
    }
    return options;
}

/// What GDAL keeps as the metadata of a GeoPackage, and `ogrinfo` shows.
void setMetadata(GDALDataset& dataset, const Output& output) {
    if (output.format != VectorFormat::geoPackage) return;
    for (const ProvenanceLine& line : provenanceLines(output.provenance, output.language))
        dataset.SetMetadataItem(std::string(line.key).c_str(), line.value.c_str());
}

Error noShapes(const std::string& path) {
    return {ErrorKind::usage,
            "no-shapes",
            {"Lớp này là một bảng, không có hình để ghi thành Shapefile",
             "This layer is a table: it has no shapes to write as a Shapefile"},
            {"Dùng .xlsx, .csv hoặc .gpkg", "Use .xlsx, .csv or .gpkg"},
            {path, {}, -1, {}}};
}

Error notWritten(const std::string& path, int errnoValue, const std::string& gdalSays) {
    // In SQLite's words; what it takes back leaves room again.
    if (errnoValue == 0 && gdalSays.find("disk is full") != std::string::npos) errnoValue = ENOSPC;
    Error error = writeError(path, errnoValue);
    if (errnoValue == 0 && !gdalSays.empty()) {
        error.message.vi += fmt::format(" (GDAL: {})", gdalSays);
        error.message.en += fmt::format(" (GDAL: {})", gdalSays);
    }
    return error;
}

bool setGeometry(OGRFeature& feature, const GeometryColumn& geometry, std::size_t row) {
    if (geometry.kind == GeometryKind::none || geometry.isEmpty(row)) return true;
    const auto wkb = toWkb(geometry, row);
    OGRGeometry* shape = nullptr;
    if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &shape, wkb.size()) != OGRERR_NONE) return false;
    return feature.SetGeometryDirectly(shape) == OGRERR_NONE;
}

void setField(OGRFeature& feature, int index, const Column& column, std::size_t row, VectorFormat format) {
    if (column.isMissing(row)) return;
    switch (column.type) {
    case ColumnType::text:
        feature.SetField(index,
                         std::string(format == VectorFormat::shapefile ? fittingDbf(column.text[row]) : column.text[row]).c_str());
        break;
    case ColumnType::number:
        feature.SetField(index, column.numbers[row]);
        break;
    case ColumnType::date: {
        const auto [year, month, day] = toYmd(column.dates[row]);
        feature.SetField(index, year, month, day);
        break;
    }
    }
}

/// Also false when it is to stop.
bool writeRows(OGRLayer& layer, const FeatureTable& table, const GeometryColumn& geometry, VectorFormat format,
               const Progress& progress) {
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        if (progress.shouldStop()) return false;
        const std::unique_ptr<OGRFeature, decltype(&OGRFeature::DestroyFeature)> feature(
            OGRFeature::CreateFeature(layer.GetLayerDefn()), OGRFeature::DestroyFeature);
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            setField(*feature, static_cast<int>(c), table.columns[c], row, format);
        if (!setGeometry(*feature, geometry, row) || layer.CreateFeature(feature.get()) != OGRERR_NONE) return false;
    }
    return true;
}

int widestText(const Column& column) {
    std::size_t widest = 1;
    for (std::size_t row = 0; row < column.text.size(); ++row) widest = std::max(widest, fittingDbf(column.text[row]).size());
    return static_cast<int>(widest);
}

/// A .dbf fixes how wide a column is and how many digits it shows.
bool createFields(OGRLayer& layer, const FeatureTable& table, const Output& output) {
    const bool isShapefile = output.format == VectorFormat::shapefile;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const Column& column = table.columns[c];
        OGRFieldDefn field((isShapefile ? output.shapefile.columnNames[c] : column.name).c_str(), ogrType(column.type));
        if (isShapefile && column.type == ColumnType::text) field.SetWidth(widestText(column));
        if (isShapefile && column.type == ColumnType::number) {
            constexpr int width = 18;
            field.SetWidth(width);
            field.SetPrecision(columnDecimals(column));
        }
        if (layer.CreateField(&field) != OGRERR_NONE) return false;
    }
    return true;
}

/// In pieces, between which it can be stopped; what it leaves then is of no use.
Result<GeometryColumn> projected(const GeometryColumn& geometry, int epsg, const Progress& progress) {
    constexpr std::size_t numbersAtOnce = 1U << 15U;
    BANLANG_TRY(transform, toWgs84(epsg));
    GeometryColumn degrees = geometry;
    const std::span<double> xy(degrees.xy);
    for (std::size_t i = 0; i < xy.size() && !progress.shouldStop(); i += numbersAtOnce)
        transform.apply(xy.subspan(i, std::min(numbersAtOnce, xy.size() - i)));
    return degrees;
}

Bilingual cutTextsNote(const ShapefileSidecars& notes) {
    return {fmt::format("{} chữ dài quá 254 byte bị cắt trong .dbf; nguyên văn ở {}", notes.cutTexts, notes.cutTextsFile),
            fmt::format("{} texts longer than 254 bytes are cut in the .dbf; in full in {}", notes.cutTexts, notes.cutTextsFile)};
}

} // namespace

Result<std::vector<Bilingual>> writeVectorFile(const FeatureTable& table, int epsg, VectorFormat format,
                                               const Provenance& provenance, Language language, const std::string& path,
                                               const Progress& progress) {
    registerGdalDrivers();
    const FormatInfo info = infoOf(format);
    const bool hasGeometry = table.geometry.kind != GeometryKind::none;
    Output output{format, provenance, language};
    if (format == VectorFormat::shapefile) {
        if (!hasGeometry) return Unexpected(noShapes(path));
        BANLANG_TRY(notes, writeShapefileSidecars(table, provenance, language, path));
        output.shapefile = std::move(notes);
    }
    GeometryColumn geometry = table.geometry;
    if (hasGeometry && info.inWgs84) {
        BANLANG_TRY(degrees, projected(table.geometry, epsg, progress));
        if (progress.shouldStop()) return Unexpected(stoppedError(path));
        geometry = std::move(degrees);
    }
    OGRSpatialReference crs;
    crs.importFromEPSG(info.inWgs84 ? wgs84Epsg : epsg);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const detail::GdalClock clock(madeAtIso(provenance));
    const detail::GdalErrors gdal;
    const WatchedFiles watch;
    // SQLite looks after its own writes, and wants a real file.
    const std::string name = format == VectorFormat::geoPackage ? path : watch.path(path);
    std::unique_ptr<GDALDataset> dataset(
        GetGDALDriverManager()->GetDriverByName(info.driver)->Create(name.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    bool good = dataset != nullptr;
    if (good) {
        CPLStringList options = layerOptions(output);
        OGRLayer* layer =
            dataset->CreateLayer(table.name.c_str(), hasGeometry ? &crs : nullptr, ogrType(geometry.kind), options.List());
        setMetadata(*dataset, output);
        good = layer != nullptr && createFields(*layer, table, output);
        if (good && dataset->TestCapability(ODsCTransactions) != 0) dataset->StartTransaction();
        good = good && writeRows(*layer, table, geometry, format, progress);
        if (good && dataset->TestCapability(ODsCTransactions) != 0) good = dataset->CommitTransaction() == OGRERR_NONE;
    }
    dataset.reset();
    good = good && !gdal.failed() && watch.failure() == 0;
    if (progress.shouldStop()) return Unexpected(stoppedError(path));
    if (!good) return Unexpected(notWritten(path, watch.failure(), gdal.failure()));
    if (output.shapefile.cutTexts == 0) return std::vector<Bilingual>{};
    return std::vector{cutTextsNote(output.shapefile)};
}

} // namespace banlang
