// SPDX-License-Identifier: MIT
#include "sample-data/messy/map_file.h"

#include "core/geo/detail/gdal_errors.h"
#include "core/geo/gdal_drivers.h"
#include "core/geo/wkb.h"
#include "core/io/detail/ogr_types.h"
#include "sample-data/messy/delivery.h"

#include <ogrsf_frmts.h>

#include <filesystem>
#include <numeric>
#include <stdexcept>

namespace banlang::sample {
namespace {

/// MapInfo and KML keep no date of writing; the others take it from here.
void prepareDrivers() {
    registerGdalDrivers();
    CPLSetConfigOption("OGR_CURRENT_DATE", "2022-05-18T08:00:00.000Z");
}

bool onlyWholeNumbers(const Column& column) {
    return std::all_of(column.numbers.begin(), column.numbers.end(), [](double v) { return std::isnan(v) || std::trunc(v) == v; });
}

std::string bytesIn(std::string_view text, TextEncoding encoding) {
    if (encoding == TextEncoding::utf8) return std::string(text);
    auto bytes = encode(text, encoding);
    if (!bytes) throw std::logic_error("no code for a letter of " + std::string(text));
    return *bytes;
}

/// Formats of fixed width need to know the widest value.
std::size_t widestBytes(const Column& column, const MapForm& form) {
    std::size_t widest = 8;
    for (std::size_t row = 0; row < column.size(); ++row) widest = std::max(widest, bytesIn(column.text[row], form.bytes).size());
    return widest + 2;
}

bool createField(OGRLayer& layer, const Column& column, const MapForm& form) {
    const bool wholes = column.type == ColumnType::number && onlyWholeNumbers(column);
    OGRFieldDefn field(column.name.c_str(), wholes ? OFTInteger : ogrType(column.type));
    if (form.driver == "ESRI Shapefile" || form.driver == "MapInfo File") {
        if (wholes) field.SetWidth(9);
        if (column.type == ColumnType::text) field.SetWidth(static_cast<int>(widestBytes(column, form)));
        if (column.type == ColumnType::number && !wholes) {
            field.SetWidth(14);
            field.SetPrecision(2);
        }
    }
    return layer.CreateField(&field) == OGRERR_NONE;
}

void setField(OGRFeature& feature, int field, const Column& column, std::size_t row, const MapForm& form) {
    if (column.isMissing(row)) {
        feature.SetFieldNull(field);
    } else if (column.type == ColumnType::text) {
        feature.SetField(field, bytesIn(column.text[row], form.bytes).c_str());
    } else if (column.type == ColumnType::number) {
        feature.SetField(field, column.numbers[row]);
    } else {
        const YearMonthDay day = toYmd(column.dates[row]);
        feature.SetField(field, day.year, day.month, day.day);
    }
}

/// The coordinates as the office has them, kept to the millimetre.
Result<GeometryColumn> drawn(const GeometryColumn& geometry, const MapForm& form) {
    GeometryColumn shapes = geometry;
    BANLANG_TRY(store, Crs::fromEpsg(defaultStoreEpsg));
    BANLANG_TRY(own, Crs::fromEpsg(form.coordinatesEpsg));
    BANLANG_TRY(transform, CrsTransform::between(store, own));
    if (!transform.isIdentity()) {
        transform.apply(shapes.xy);
        const double fine = own.geographic() ? 1e9 : 1e3;
        for (double& value : shapes.xy) value = std::round(value * fine) / fine;
    }
    for (std::size_t i = 0; form.swapped && i + 1 < shapes.xy.size(); i += 2) std::swap(shapes.xy[i], shapes.xy[i + 1]);
    return shapes;
}

/// One part alone is no Multi: some drivers keep them apart.
OGRwkbGeometryType layerType(GeometryKind kind) {
    return kind == GeometryKind::polygon ? wkbPolygon : kind == GeometryKind::line ? wkbLineString : ogrType(kind);
}

OGRGeometry* shapeOf(const GeometryColumn& shapes, std::size_t row) {
    const std::vector<std::byte> wkb = toWkb(shapes, row);
    OGRGeometry* geometry = nullptr;
    if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size(), wkbVariantIso) != OGRERR_NONE) return nullptr;
    auto* collection = dynamic_cast<OGRGeometryCollection*>(geometry);
    if (collection == nullptr || collection->getNumGeometries() != 1) return geometry;
    OGRGeometry* only = collection->getGeometryRef(0)->clone();
    delete geometry;
    return only;
}

bool writeFeatures(OGRLayer& layer, const FeatureTable& table, const GeometryColumn& shapes, const MapForm& form) {
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        OGRFeature feature(layer.GetLayerDefn());
        for (std::size_t i = 0; i < table.columns.size(); ++i) setField(feature, static_cast<int>(i), table.columns[i], row, form);
        if (shapes.kind != GeometryKind::none && !shapes.isEmpty(row)) feature.SetGeometryDirectly(shapeOf(shapes, row));
        if (layer.CreateFeature(&feature) != OGRERR_NONE) return false;
    }
    return true;
}

/// GDAL leaves one behind when a Shapefile is to say nothing about its texts.
void removeEmptyCpg(const std::string& path) {
    const auto cpg = std::filesystem::path(path).replace_extension(".cpg");
    std::error_code failure; // most formats have none
    if (path.ends_with(".shp") && std::filesystem::file_size(cpg, failure) == 0 && !failure) std::filesystem::remove(cpg, failure);
}

} // namespace

Rows allRows(const FeatureTable& table) {
    Rows rows(table.rowCount);
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

FeatureTable renamed(const FeatureTable& table, const Rows& rows, const std::vector<MapColumn>& columns) {
    FeatureTable out;
    out.rowCount = rows.size();
    out.geometry.kind = table.geometry.kind;
    if (table.geometry.kind != GeometryKind::none) out.geometry = table.geometry.selected(rows);
    for (const MapColumn& wanted : columns) {
        const Column* source = table.columnNamed(wanted.field);
        if (source == nullptr) throw std::logic_error("no column " + std::string(wanted.field));
        Column column;
        column.name = wanted.header;
        column.type = source->type;
        for (const std::uint32_t row : rows) {
            if (column.type == ColumnType::text) column.text.append(source->text[row]);
            if (column.type == ColumnType::number) column.numbers.push_back(source->numbers[row]);
            if (column.type == ColumnType::date) column.dates.push_back(source->dates[row]);
        }
        out.columns.push_back(std::move(column));
    }
    return out;
}

Result<void> writeMap(const std::string& path, const FeatureTable& table, const MapForm& form) {
    prepareDrivers();
    const banlang::detail::GdalErrors errors;
    BANLANG_TRY(shapes, drawn(table.geometry, form));
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(form.driver.c_str());
    if (driver == nullptr) return Unexpected(cannotWrite(path));
    CPLStringList fileOptions;
    if (path.ends_with(".mif")) fileOptions.SetNameValue("FORMAT", "MIF");
    GDALDatasetUniquePtr data(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, fileOptions.List()));
    if (!data) return Unexpected(cannotWrite(path));
    CPLStringList options;
    for (const std::string& option : form.layerOptions) options.AddString(option.c_str());
    OGRSpatialReference crs;
    if (form.statedEpsg > 0) crs.importFromEPSG(form.statedEpsg);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::string name = std::filesystem::path(path).stem().string();
    OGRLayer* layer =
        data->CreateLayer(name.c_str(), form.statedEpsg > 0 ? &crs : nullptr, layerType(table.geometry.kind), options.List());
    if (layer == nullptr) return Unexpected(cannotWrite(path));
    for (const Column& column : table.columns) {
        if (!createField(*layer, column, form)) return Unexpected(cannotWrite(path));
    }
    const bool atOnce = data->TestCapability(ODsCTransactions) != 0 && data->StartTransaction() == OGRERR_NONE;
    if (!writeFeatures(*layer, table, shapes, form)) return Unexpected(cannotWrite(path));
    if (atOnce && data->CommitTransaction() != OGRERR_NONE) return Unexpected(cannotWrite(path));
    data.reset();
    if (errors.failed()) return Unexpected(cannotWrite(path));
    removeEmptyCpg(path);
    return {};
}

} // namespace banlang::sample
