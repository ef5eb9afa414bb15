// SPDX-License-Identifier: MIT
#include "layers/export/vector_file.h"

#include "core/geo/crs.h"
#include "core/geo/wkb.h"
#include "core/io/detail/ogr_types.h"
#include "layers/export/short_names.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>

namespace banlang {
namespace {

struct FormatInfo {
    const char* driver;
    bool inWgs84;
    bool carriesStyle;
};

FormatInfo infoOf(VectorFormat format) {
    switch (format) {
    case VectorFormat::geoPackage:
        return {"GPKG", false, false};
    case VectorFormat::geoJson:
        return {"GeoJSON", true, false};
    case VectorFormat::kml:
    case VectorFormat::kmz:
        return {"LIBKML", true, true};
    case VectorFormat::shapefile:
        return {"ESRI Shapefile", false, false};
    case VectorFormat::csv:
        return {"CSV", false, false};
    }
    return {"GPKG", false, false};
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
    case VectorFormat::kml:
    case VectorFormat::kmz:
        break;
    }
    return options;
}

Error writeError(const std::string& path) {
    const std::string reason = CPLGetLastErrorMsg();
    return {ErrorKind::outputUnwritable,
            "output-unwritable",
            {fmt::format("Không ghi được tệp: {}", reason), fmt::format("The file cannot be written: {}", reason)},
            {"Kiểm tra quyền ghi và chỗ trống trên đĩa", "Check write access and free disk space"},
            {path, {}, -1, {}}};
}

/// OGR's own words for a look, which LIBKML turns into KML styles.
std::string ogrStyle(const ClassStyle& style, GeometryKind kind) {
    const std::string pen =
        fmt::format("PEN(c:{},w:{:.1f}px)", hex(style.strokes.empty() ? mainColour(style) : style.strokes.back().colour, true),
                    mainWidthPx(style));
    if (kind == GeometryKind::line)
        return fmt::format("PEN(c:{},w:{:.1f}px)", hex(mainColour(style), true), std::max(2.0, mainWidthPx(style)));
    if (kind == GeometryKind::point)
        return fmt::format("SYMBOL(c:{},id:\"http://maps.google.com/mapfiles/kml/shapes/shaded_dot.png\")",
                           hex(mainColour(style), true));
    return fmt::format("BRUSH(fc:{});{}", hex(mainColour(style), true), pen);
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

bool writeRows(OGRLayer& layer, const FeatureTable& table, const GeometryColumn& geometry, const RowStyles& styles,
               bool withStyle) {
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const std::unique_ptr<OGRFeature, decltype(&OGRFeature::DestroyFeature)> feature(
            OGRFeature::CreateFeature(layer.GetLayerDefn()), OGRFeature::DestroyFeature);
        for (std::size_t c = 0; c < table.columns.size(); ++c) setField(*feature, static_cast<int>(c), table.columns[c], row);
        const std::uint8_t rowClass = styles.classOf[row];
        if (withStyle && rowClass < styles.styles.size())
            feature->SetStyleString(ogrStyle(styles.styles[rowClass], geometry.kind).c_str());
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

std::vector<std::string> columnNames(const FeatureTable& table, VectorFormat format, const std::string& path) {
    std::vector<std::string> names;
    for (const Column& column : table.columns) names.push_back(column.name);
    if (format != VectorFormat::shapefile) return names;
    const std::vector<std::string> shortened = shortNames(names);
    std::ofstream list(std::filesystem::path(path).replace_extension(".cot.csv"));
    list << "\xEF\xBB\xBF"
         << "shp,banlang\n";
    for (std::size_t i = 0; i < names.size(); ++i) list << shortened[i] << ',' << names[i] << '\n';
    return shortened;
}

} // namespace

Result<void> writeVectorFile(const FeatureTable& table, const RowStyles& styles, int epsg, VectorFormat format,
                             const std::string& path) {
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
    CPLPushErrorHandler(CPLQuietErrorHandler);
    std::unique_ptr<GDALDataset> dataset(
        GetGDALDriverManager()->GetDriverByName(info.driver)->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    bool good = dataset != nullptr;
    if (good) {
        CPLStringList options = layerOptions(format, hasGeometry);
        OGRLayer* layer =
            dataset->CreateLayer(table.name.c_str(), hasGeometry ? &crs : nullptr, ogrType(geometry.kind), options.List());
        good = layer != nullptr && createFields(*layer, table, columnNames(table, format, path));
        if (good && dataset->TestCapability(ODsCTransactions) != 0) dataset->StartTransaction();
        good = good && writeRows(*layer, table, geometry, styles, info.carriesStyle);
        if (good && dataset->TestCapability(ODsCTransactions) != 0) good = dataset->CommitTransaction() == OGRERR_NONE;
    }
    dataset.reset();
    CPLPopErrorHandler();
    if (!good) return Unexpected(writeError(path));
    return {};
}

} // namespace banlang
