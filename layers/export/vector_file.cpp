// SPDX-License-Identifier: MIT
#include "layers/export/vector_file.h"

#include "core/base/whole_file.h"
#include "core/base/write_error.h"
#include "core/geo/crs.h"
#include "core/geo/detail/gdal_errors.h"
#include "core/geo/wkb.h"
#include "core/io/detail/ogr_types.h"
#include "layers/export/detail/watched_files.h"
#include "layers/export/short_names.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <filesystem>
#include <memory>

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
    case VectorFormat::csv:
        return {"CSV", false};
    }
    return {"GPKG", false};
}

CPLStringList layerOptions(VectorFormat format, bool hasGeometry) {
    CPLStringList options;
    switch (format) {
    case VectorFormat::geoJson:
        options.SetNameValue("RFC7946", "YES");
        options.SetNameValue("COORDINATE_PRECISION", "7");
        break;
    case VectorFormat::shapefile:
        options.SetNameValue("ENCODING", "UTF-8");
        break;
    case VectorFormat::csv:
        options.SetNameValue("WRITE_BOM", "YES");
        options.SetNameValue("STRING_QUOTING", "IF_AMBIGUOUS");
        if (hasGeometry) options.SetNameValue("GEOMETRY", "AS_WKT");
        break;
    case VectorFormat::geoPackage:
        options.SetNameValue("GEOMETRY_NAME", "geom");
        break;
    }
    return options;
}

Error notWritten(const std::string& path, int errnoValue, const std::string& gdalSays) {
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

void setField(OGRFeature& feature, int index, const Column& column, std::size_t row) {
    if (column.isMissing(row)) return;
    switch (column.type) {
    case ColumnType::text:
        feature.SetField(index, std::string(column.text[row]).c_str());
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
bool writeRows(OGRLayer& layer, const FeatureTable& table, const GeometryColumn& geometry, const Progress& progress) {
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        if (progress.shouldStop()) return false;
        const std::unique_ptr<OGRFeature, decltype(&OGRFeature::DestroyFeature)> feature(
            OGRFeature::CreateFeature(layer.GetLayerDefn()), OGRFeature::DestroyFeature);
        for (std::size_t c = 0; c < table.columns.size(); ++c) setField(*feature, static_cast<int>(c), table.columns[c], row);
        if (!setGeometry(*feature, geometry, row) || layer.CreateFeature(feature.get()) != OGRERR_NONE) return false;
    }
    return true;
}

bool createFields(OGRLayer& layer, const FeatureTable& table, const std::vector<std::string>& names) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        OGRFieldDefn field(names[c].c_str(), ogrType(table.columns[c].type));
        if (layer.CreateField(&field) != OGRERR_NONE) return false;
    }
    return true;
}

Result<GeometryColumn> projected(const GeometryColumn& geometry, int epsg) {
    BANLANG_TRY(transform, toWgs84(epsg));
    GeometryColumn degrees = geometry;
    transform.apply(degrees.xy);
    return degrees;
}

Result<std::vector<std::string>> columnNames(const FeatureTable& table, VectorFormat format, const std::string& path) {
    std::vector<std::string> names;
    for (const Column& column : table.columns) names.push_back(column.name);
    if (format != VectorFormat::shapefile) return names;
    const std::vector<std::string> shortened = shortNames(names);
    std::string list = "\xEF\xBB\xBFshp,banlang\n";
    for (std::size_t i = 0; i < names.size(); ++i) list += fmt::format("{},{}\n", shortened[i], names[i]);
    BANLANG_CHECK(writeWholeFile(std::filesystem::path(path).replace_extension(".cot.csv").string(), list, true));
    return shortened;
}

} // namespace

Result<void> writeVectorFile(const FeatureTable& table, int epsg, VectorFormat format, const std::string& path,
                             const Progress& progress) {
    GDALAllRegister();
    const FormatInfo info = infoOf(format);
    const bool hasGeometry = table.geometry.kind != GeometryKind::none;
    GeometryColumn geometry = table.geometry;
    if (hasGeometry && info.inWgs84) {
        BANLANG_TRY(degrees, projected(table.geometry, epsg));
        geometry = std::move(degrees);
    }
    OGRSpatialReference crs;
    crs.importFromEPSG(info.inWgs84 ? wgs84Epsg : epsg);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    BANLANG_TRY(names, columnNames(table, format, path));
    const detail::GdalErrors gdal;
    const WatchedFiles watch;
    // SQLite looks after its own writes, and wants a real file.
    const std::string name = format == VectorFormat::geoPackage ? path : watch.path(path);
    std::unique_ptr<GDALDataset> dataset(
        GetGDALDriverManager()->GetDriverByName(info.driver)->Create(name.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    bool good = dataset != nullptr;
    if (good) {
        CPLStringList options = layerOptions(format, hasGeometry);
        OGRLayer* layer =
            dataset->CreateLayer(table.name.c_str(), hasGeometry ? &crs : nullptr, ogrType(geometry.kind), options.List());
        good = layer != nullptr && createFields(*layer, table, names);
        if (good && dataset->TestCapability(ODsCTransactions) != 0) dataset->StartTransaction();
        good = good && writeRows(*layer, table, geometry, progress);
        if (good && dataset->TestCapability(ODsCTransactions) != 0) good = dataset->CommitTransaction() == OGRERR_NONE;
    }
    dataset.reset();
    good = good && !gdal.failed() && watch.failure() == 0;
    if (progress.shouldStop()) return Unexpected(stoppedError(path));
    if (!good) return Unexpected(notWritten(path, watch.failure(), gdal.failure()));
    return {};
}

} // namespace banlang
