// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"
#include "core/geo/wkb.h"
#include "viewer/map/tessellate/tessellate.h"

#include <geos_c.h>

#include <array>
#include <memory>
#include <string_view>

namespace banlang::viewer {

/// What tessellate made of one feature.
struct Cover {
    bool whole = false;
    double areaM2 = 0;         ///< sum over the triangles, relative to the feature's first point
    bool ownPointsOnly = true; ///< no triangle reaches beyond the feature's points
    bool allTurnLeft = true;
};

inline Cover coverOf(const GeometryColumn& polygons, std::size_t feature = 0) {
    Cover cover;
    std::vector<std::uint32_t> triangles;
    cover.whole = tessellate(polygons, feature, triangles);
    const std::uint32_t first = polygons.ringOffsets[polygons.firstRing(feature)];
    const std::uint32_t end = polygons.ringOffsets[polygons.lastRing(feature)];
    const Point origin = first < end ? polygons.point(first) : Point{};
    const auto corner = [&](std::uint32_t index) {
        cover.ownPointsOnly = cover.ownPointsOnly && index >= first && index < end;
        return Point{polygons.point(index).x - origin.x, polygons.point(index).y - origin.y};
    };
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const Point a = corner(triangles[i]);
        const Point b = corner(triangles[i + 1]);
        const Point c = corner(triangles[i + 2]);
        const double area = ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
        cover.allTurnLeft = cover.allTurnLeft && area >= 0;
        cover.areaM2 += area;
    }
    return cover;
}

inline GeometryColumn polygonFromWkt(std::string_view wkt) {
    const std::array<std::string_view, 1> wkts{wkt};
    return geometryFromWkt(GeometryKind::polygon, wkts);
}

struct GeosVerdict {
    bool readable = false; ///< GEOS takes no rings of fewer than four points
    bool valid = false;
    double areaM2 = 0;
    double repairedAreaM2 = 0; ///< of the zero-wide buffer: what the rings wind round
};

/// What GEOS thinks of one feature, moved to its first point.
inline GeosVerdict geosVerdict(const GeometryColumn& polygons, std::size_t feature = 0) {
    const std::array<std::uint32_t, 1> only{static_cast<std::uint32_t>(feature)};
    GeometryColumn moved = polygons.selected(only);
    if (moved.pointCount() == 0) return {};
    const Point origin = moved.point(0);
    for (std::size_t i = 0; i < moved.xy.size(); ++i) moved.xy[i] -= i % 2 == 0 ? origin.x : origin.y;
    const std::unique_ptr<GEOSContextHandle_HS, void (*)(GEOSContextHandle_t)> geos(GEOS_init_r(), GEOS_finish_r);
    const auto destroy = [&](GEOSGeometry* geometry) { GEOSGeom_destroy_r(geos.get(), geometry); };
    GEOSWKBReader* reader = GEOSWKBReader_create_r(geos.get());
    const std::vector<std::byte> wkb = toWkb(moved, 0);
    const std::unique_ptr<GEOSGeometry, decltype(destroy)> geometry(
        GEOSWKBReader_read_r(geos.get(), reader, reinterpret_cast<const unsigned char*>(wkb.data()), wkb.size()), destroy);
    GEOSWKBReader_destroy_r(geos.get(), reader);
    GeosVerdict verdict;
    if (geometry == nullptr) return verdict;
    verdict.readable = true;
    verdict.valid = GEOSisValid_r(geos.get(), geometry.get()) == 1;
    GEOSArea_r(geos.get(), geometry.get(), &verdict.areaM2);
    const std::unique_ptr<GEOSGeometry, decltype(destroy)> repaired(GEOSBuffer_r(geos.get(), geometry.get(), 0, 8), destroy);
    if (repaired != nullptr) GEOSArea_r(geos.get(), repaired.get(), &verdict.repairedAreaM2);
    return verdict;
}

} // namespace banlang::viewer
