// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"
#include "core/io/detail/raw_layer_reader.h"

#include <ogrsf_frmts.h>

namespace banlang::detail {
namespace {

ColumnType columnTypeOf(const OGRFieldDefn& field) {
    switch (field.GetType()) {
    case OFTInteger:
    case OFTInteger64:
    case OFTReal:
        return ColumnType::number;
    case OFTDate:
    case OFTDateTime:
        return ColumnType::date;
    default:
        return ColumnType::text;
    }
}

void appendValue(Column& column, const OGRFeature& feature, int field) {
    if (feature.IsFieldSetAndNotNull(field) == 0) {
        column.appendMissing();
        return;
    }
    switch (column.type) {
    case ColumnType::number:
        column.numbers.push_back(feature.GetFieldAsDouble(field));
        break;
    case ColumnType::date: {
        int year = 0;
        int month = 0;
        int day = 0;
        int ignored = 0;
        float seconds = 0;
        feature.GetFieldAsDateTime(field, &year, &month, &day, &ignored, &ignored, &seconds, &ignored);
        column.dates.push_back(Date::fromYmd(year, month, day));
        break;
    }
    case ColumnType::text:
        column.text.append(feature.GetFieldAsString(field));
        break;
    }
}

GeometryKind kindOf(OGRwkbGeometryType type) {
    switch (OGR_GT_Flatten(OGR_GT_GetLinear(type))) {
    case wkbPoint:
    case wkbMultiPoint:
        return GeometryKind::point;
    case wkbLineString:
    case wkbMultiLineString:
        return GeometryKind::line;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbTriangle:
        return GeometryKind::polygon;
    default:
        return GeometryKind::none;
    }
}

} // namespace

void appendGeometry(RawLayer& raw, const OGRGeometry* geometry, std::vector<unsigned char>& bytes) {
    if (geometry == nullptr || geometry->IsEmpty() != 0) {
        raw.table.geometry.endFeature();
        return;
    }
    std::unique_ptr<OGRGeometry> linear;
    if (geometry->hasCurveGeometry() != 0) {
        linear.reset(geometry->getLinearGeometry());
        geometry = linear.get();
    }
    bytes.resize(geometry->WkbSize());
    geometry->exportToWkb(wkbNDR, bytes.data(), wkbVariantIso);
    const bool fits = kindOf(geometry->getGeometryType()) == raw.table.geometry.kind;
    raw.mixedGeometry = raw.mixedGeometry || !fits;
    appendWkb(raw.table.geometry, std::as_bytes(std::span(bytes)));
}

std::string wktOf(const OGRSpatialReference* crs) {
    if (crs == nullptr) return {};
    char* wkt = nullptr;
    const char* format[] = {"FORMAT=WKT2_2019", nullptr};
    std::string text = crs->exportToWkt(&wkt, format) == OGRERR_NONE ? wkt : "";
    CPLFree(wkt);
    return text;
}

GeometryKind geometryKindOf(OGRLayer& layer) {
    if (layer.GetGeomType() == wkbNone) return GeometryKind::none;
    const GeometryKind declared = kindOf(layer.GetGeomType());
    if (declared != GeometryKind::none) return declared;
    GeometryKind found = GeometryKind::none;
    layer.ResetReading();
    while (found == GeometryKind::none) {
        const std::unique_ptr<OGRFeature> feature(layer.GetNextFeature());
        if (feature == nullptr) break;
        if (feature->GetGeometryRef() != nullptr) found = kindOf(feature->GetGeometryRef()->getGeometryType());
    }
    layer.ResetReading();
    return found;
}

bool readByFeature(OGRLayer& layer, RawLayer& raw, const Progress& progress) {
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    for (int field = 0; field < definition.GetFieldCount(); ++field) {
        Column column;
        column.name = definition.GetFieldDefn(field)->GetNameRef();
        column.type = columnTypeOf(*definition.GetFieldDefn(field));
        raw.table.columns.push_back(std::move(column));
    }
    std::vector<unsigned char> bytes;
    layer.ResetReading();
    for (std::unique_ptr<OGRFeature> feature(layer.GetNextFeature()); feature != nullptr; feature.reset(layer.GetNextFeature())) {
        constexpr std::size_t stopInterval = 1024;
        if (raw.table.rowCount % stopInterval == 0 && progress.shouldStop()) return false;
        for (std::size_t i = 0; i < raw.table.columns.size(); ++i) appendValue(raw.table.columns[i], *feature, static_cast<int>(i));
        if (raw.table.geometry.kind != GeometryKind::none) appendGeometry(raw, feature->GetGeometryRef(), bytes);
        ++raw.table.rowCount;
    }
    return true;
}

} // namespace banlang::detail
