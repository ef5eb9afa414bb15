// SPDX-License-Identifier: MIT
#include "core/geo/overlay.h"

#include "core/geo/detail/geos.h"

namespace banlang {
namespace {

using detail::Geos;
using Geometry = Geos::Geometry;

Geometry polygon(const Geos& geos, const GeometryColumn& column, std::size_t part) {
    std::vector<Geometry> rings;
    for (std::uint32_t r = column.partOffsets[part]; r < column.partOffsets[part + 1]; ++r) {
        if (column.ring(r).size() < 8) continue; // fewer than four points enclose nothing
        rings.push_back(geos.linearRing(column.ring(r)));
    }
    return geos.polygon(std::move(rings));
}

/// Parts that GEOS cannot take are left out.
Geometry toGeos(const Geos& geos, const GeometryColumn& column, std::size_t feature) {
    const bool areas = column.kind == GeometryKind::polygon;
    std::vector<Geometry> parts;
    for (std::uint32_t part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1]; ++part) {
        Geometry made = areas ? polygon(geos, column, part) : geos.lineString(column.ring(column.partOffsets[part]));
        if (made != nullptr) parts.push_back(std::move(made));
    }
    if (parts.size() == 1) return std::move(parts.front());
    return geos.collection(areas ? GEOS_MULTIPOLYGON : GEOS_MULTILINESTRING, std::move(parts));
}

void appendRing(const Geos& geos, GeometryColumn& column, const GEOSGeometry* ring) {
    geos.eachPoint(ring, [&](double x, double y) { column.addPoint({x, y}); });
    column.endRing();
}

/// Keeps the areas of a result; lines and points that are left over where things only touch are dropped.
void appendAreas(const Geos& geos, GeometryColumn& column, const GEOSGeometry* geometry) {
    const int type = GEOSGeomTypeId_r(geos.handle(), geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(geos.handle(), geometry) != 0) return;
        appendRing(geos, column, GEOSGetExteriorRing_r(geos.handle(), geometry));
        const int holes = GEOSGetNumInteriorRings_r(geos.handle(), geometry);
        for (int hole = 0; hole < holes; ++hole) appendRing(geos, column, GEOSGetInteriorRingN_r(geos.handle(), geometry, hole));
        column.endPart();
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(geos.handle(), geometry);
        for (int part = 0; part < parts; ++part) appendAreas(geos, column, GEOSGetGeometryN_r(geos.handle(), geometry, part));
    }
}

GeometryColumn areas(const Geos& geos, const GEOSGeometry* geometry) {
    GeometryColumn column;
    column.kind = GeometryKind::polygon;
    if (geometry != nullptr) appendAreas(geos, column, geometry);
    column.endFeature();
    return column;
}

using BinaryOperation = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*);

GeometryColumn combine(BinaryOperation operation, const GeometryColumn& a, std::size_t featureA, const GeometryColumn& b,
                       std::size_t featureB) {
    const Geos geos;
    Geometry first = toGeos(geos, a, featureA);
    Geometry second = toGeos(geos, b, featureB);
    Geometry result = geos.make(operation, first, second);
    if (result == nullptr) {
        // GEOS refuses invalid input; the valid polygon over the same ground gives the answer.
        first = geos.make(GEOSMakeValid_r, first);
        second = geos.make(GEOSMakeValid_r, second);
        result = geos.make(operation, first, second);
    }
    return areas(geos, result.get());
}

} // namespace

GeometryColumn corridor(const GeometryColumn& lines, std::size_t feature, double distanceM) {
    constexpr int segmentsPerQuarter = 8;
    constexpr double mitreLimit = 5;
    const Geos geos;
    const Geometry line = toGeos(geos, lines, feature);
    const Geometry result =
        geos.make(GEOSBufferWithStyle_r, line, distanceM, segmentsPerQuarter, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_ROUND, mitreLimit);
    return areas(geos, result.get());
}

GeometryColumn intersection(const GeometryColumn& a, std::size_t featureA, const GeometryColumn& b, std::size_t featureB) {
    return combine(GEOSIntersection_r, a, featureA, b, featureB);
}

GeometryColumn difference(const GeometryColumn& a, std::size_t featureA, const GeometryColumn& b, std::size_t featureB) {
    return combine(GEOSDifference_r, a, featureA, b, featureB);
}

GeometryColumn unionOf(const GeometryColumn& polygons) {
    const Geos geos;
    std::vector<Geometry> all;
    for (std::size_t feature = 0; feature < polygons.featureCount(); ++feature) {
        if (!polygons.isEmpty(feature)) all.push_back(toGeos(geos, polygons, feature));
    }
    const Geometry result = geos.make(GEOSUnaryUnion_r, geos.collection(GEOS_GEOMETRYCOLLECTION, std::move(all)));
    return areas(geos, result.get());
}

std::string invalidReason(const GeometryColumn& polygons, std::size_t feature) {
    if (polygons.isEmpty(feature)) return {};
    const Geos geos;
    const Geometry geometry = toGeos(geos, polygons, feature);
    if (geometry == nullptr || GEOSisValid_r(geos.handle(), geometry.get()) == 1) return {};
    char* reason = GEOSisValidReason_r(geos.handle(), geometry.get());
    std::string text = reason != nullptr ? reason : "invalid";
    GEOSFree_r(geos.handle(), reason);
    return text;
}

GeometryColumn madeValid(const GeometryColumn& polygons, std::size_t feature) {
    const Geos geos;
    const Geometry geometry = toGeos(geos, polygons, feature);
    const Geometry result = geos.make(GEOSMakeValid_r, geometry);
    return areas(geos, result.get());
}

} // namespace banlang
