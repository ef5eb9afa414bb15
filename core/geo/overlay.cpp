// SPDX-License-Identifier: MIT
#include "core/geo/overlay.h"

#include "core/geo/wkb.h"

#include <geos_c.h>

#include <memory>

namespace banlang {
namespace {

/// A GEOS context of its own per call: reentrant, and its messages go nowhere.
class Geos {
public:
    Geos() : handle_(GEOS_init_r()) {}
    ~Geos() { GEOS_finish_r(handle_); }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;
    [[nodiscard]] GEOSContextHandle_t handle() const { return handle_; }

private:
    GEOSContextHandle_t handle_;
};

struct Destroy {
    GEOSContextHandle_t handle;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

Geometry own(const Geos& geos, GEOSGeometry* geometry) {
    return {geometry, Destroy{geos.handle()}};
}

GEOSCoordSequence* sequence(const Geos& geos, std::span<const double> ring) {
    return GEOSCoordSeq_copyFromBuffer_r(geos.handle(), ring.data(), static_cast<unsigned>(ring.size() / 2), 0, 0);
}

GEOSGeometry* polygon(const Geos& geos, const GeometryColumn& column, std::size_t part) {
    std::vector<GEOSGeometry*> rings;
    for (std::uint32_t r = column.partOffsets[part]; r < column.partOffsets[part + 1]; ++r) {
        if (column.ring(r).size() < 8) continue; // fewer than four points enclose nothing
        rings.push_back(GEOSGeom_createLinearRing_r(geos.handle(), sequence(geos, column.ring(r))));
    }
    if (rings.empty()) return GEOSGeom_createEmptyPolygon_r(geos.handle());
    return GEOSGeom_createPolygon_r(geos.handle(), rings.front(), rings.data() + 1, static_cast<unsigned>(rings.size() - 1));
}

Geometry toGeos(const Geos& geos, const GeometryColumn& column, std::size_t feature) {
    std::vector<GEOSGeometry*> parts;
    for (std::uint32_t part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1]; ++part) {
        if (column.kind == GeometryKind::polygon) {
            parts.push_back(polygon(geos, column, part));
        } else if (column.ring(column.partOffsets[part]).size() >= 4) {
            parts.push_back(GEOSGeom_createLineString_r(geos.handle(), sequence(geos, column.ring(column.partOffsets[part]))));
        }
    }
    const int type = column.kind == GeometryKind::polygon ? GEOS_MULTIPOLYGON : GEOS_MULTILINESTRING;
    if (parts.size() == 1) return own(geos, parts.front());
    return own(geos, GEOSGeom_createCollection_r(geos.handle(), type, parts.data(), static_cast<unsigned>(parts.size())));
}

void appendRing(const Geos& geos, GeometryColumn& column, const GEOSGeometry* ring) {
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(geos.handle(), ring);
    unsigned count = 0;
    GEOSCoordSeq_getSize_r(geos.handle(), points, &count);
    for (unsigned i = 0; i < count; ++i) {
        Point point;
        GEOSCoordSeq_getXY_r(geos.handle(), points, i, &point.x, &point.y);
        column.addPoint(point);
    }
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
    Geometry result = own(geos, operation(geos.handle(), first.get(), second.get()));
    if (result == nullptr) {
        // GEOS refuses invalid input; the valid polygon over the same ground gives the answer.
        first = own(geos, GEOSMakeValid_r(geos.handle(), first.get()));
        second = own(geos, GEOSMakeValid_r(geos.handle(), second.get()));
        if (first != nullptr && second != nullptr) result = own(geos, operation(geos.handle(), first.get(), second.get()));
    }
    return areas(geos, result.get());
}

} // namespace

GeometryColumn corridor(const GeometryColumn& lines, std::size_t feature, double distanceM) {
    constexpr int segmentsPerQuarter = 8;
    constexpr double mitreLimit = 5;
    const Geos geos;
    const Geometry line = toGeos(geos, lines, feature);
    const Geometry result = own(geos, GEOSBufferWithStyle_r(geos.handle(), line.get(), distanceM, segmentsPerQuarter,
                                                            GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_ROUND, mitreLimit));
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
    std::vector<GEOSGeometry*> all;
    for (std::size_t feature = 0; feature < polygons.featureCount(); ++feature) {
        if (!polygons.isEmpty(feature)) all.push_back(toGeos(geos, polygons, feature).release());
    }
    const Geometry collection = own(
        geos, GEOSGeom_createCollection_r(geos.handle(), GEOS_GEOMETRYCOLLECTION, all.data(), static_cast<unsigned>(all.size())));
    const Geometry result = own(geos, GEOSUnaryUnion_r(geos.handle(), collection.get()));
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
    const Geometry result = own(geos, GEOSMakeValid_r(geos.handle(), geometry.get()));
    return areas(geos, result.get());
}

} // namespace banlang
