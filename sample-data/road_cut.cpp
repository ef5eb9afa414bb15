// SPDX-License-Identifier: MIT
#include "sample-data/road_cut.h"

#include "sample-data/detail/geos_handle.h"

namespace banlang::sample {
namespace {

using detail::GeosHandle;

Box boxOf(const Polyline& ring) {
    Box box;
    for (const Point point : ring) box.grow(point);
    return box;
}

GEOSCoordSequence* sequence(const GeosHandle& geos, const Polyline& line) {
    static_assert(sizeof(Point) == 2 * sizeof(double));
    return GEOSCoordSeq_copyFromBuffer_r(geos.get(), &line.front().x, static_cast<unsigned>(line.size()), 0, 0);
}

GeosHandle::Geometry polygon(const GeosHandle& geos, Polyline ring) {
    ring.push_back(ring.front());
    return geos.own(
        GEOSGeom_createPolygon_r(geos.get(), GEOSGeom_createLinearRing_r(geos.get(), sequence(geos, ring)), nullptr, 0));
}

GeosHandle::Geometry band(const GeosHandle& geos, Point a, Point b, double widthM) {
    const auto line = geos.own(GEOSGeom_createLineString_r(geos.get(), sequence(geos, {a, b})));
    return geos.own(GEOSBuffer_r(geos.get(), line.get(), widthM / 2, 3));
}

Polyline shellOf(const GeosHandle& geos, const GEOSGeometry* part) {
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(geos.get(), GEOSGetExteriorRing_r(geos.get(), part));
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(geos.get(), points, &size);
    Polyline ring;
    for (unsigned i = 0; i + 1 < size; ++i) {
        Point point;
        GEOSCoordSeq_getXY_r(geos.get(), points, i, &point.x, &point.y);
        point = toCentimetre(point);
        if (ring.empty() || (distanceM(point, ring.back()) > 0.15 && distanceM(point, ring.front()) > 0.15)) ring.push_back(point);
    }
    return ring;
}

double areaOf(const GeosHandle& geos, const GEOSGeometry* geometry) {
    double area = 0;
    GEOSArea_r(geos.get(), geometry, &area);
    return area;
}

} // namespace

struct RoadCutter::Impl {
    const Landscape& land;
    GeosHandle geos;
};

RoadCutter::RoadCutter(const Landscape& land) : impl_(new Impl{land, {}}) {}
RoadCutter::~RoadCutter() = default;

std::vector<Polyline> RoadCutter::cut(const Polyline& ring) const {
    const GeosHandle& geos = impl_->geos;
    GeosHandle::Geometry rest = geos.own(nullptr);
    const auto take = [&](double widthM, Point a, Point b) {
        if (!rest) rest = polygon(geos, ring);
        const auto bed = band(geos, a, b, widthM);
        auto less = geos.own(GEOSDifference_r(geos.get(), rest.get(), bed.get()));
        if (less) rest = std::move(less);
    };
    const Landscape& land = impl_->land;
    land.roadIndex->pieces(boxOf(ring).widenedBy(5),
                           [&](std::uint32_t road, Point a, Point b) { take(land.roads[road].bedWidthM, a, b); });
    land.waterIndex->pieces(boxOf(ring).widenedBy(24),
                            [&](std::uint32_t river, Point a, Point b) { take(land.waterBeds[river].bedWidthM, a, b); });
    if (!rest) return {ring};
    std::vector<Polyline> pieces;
    for (int i = 0; i < GEOSGetNumGeometries_r(geos.get(), rest.get()); ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(geos.get(), rest.get(), i);
        if (GEOSGeomTypeId_r(geos.get(), part) != GEOS_POLYGON || areaOf(geos, part) < 50) continue;
        Polyline piece = shellOf(geos, part);
        if (piece.size() >= 3 && GEOSisValid_r(geos.get(), polygon(geos, piece).get()) == 1) pieces.push_back(std::move(piece));
    }
    return pieces;
}

std::vector<RoadCutter::Need> RoadCutter::needs(const Polyline& ring) const {
    const GeosHandle& geos = impl_->geos;
    std::vector<Need> needs;
    std::vector<std::pair<std::uint32_t, GeosHandle::Geometry>> corridors;
    impl_->land.roadIndex->pieces(boxOf(ring).widenedBy(4), [&](std::uint32_t road, Point a, Point b) {
        const Road& wide = impl_->land.roads[road];
        if (wide.work < 0) return;
        auto piece = band(geos, a, b, wide.corridorM);
        const auto found = std::find_if(corridors.begin(), corridors.end(), [&](const auto& entry) { return entry.first == road; });
        if (found == corridors.end())
            corridors.emplace_back(road, std::move(piece));
        else
            found->second = geos.own(GEOSUnion_r(geos.get(), found->second.get(), piece.get()));
    });
    for (const auto& [road, corridor] : corridors) {
        const auto shared = geos.own(GEOSIntersection_r(geos.get(), polygon(geos, ring).get(), corridor.get()));
        const double area = shared ? areaOf(geos, shared.get()) : 0;
        if (area > 0.5) needs.push_back({road, area});
    }
    std::sort(needs.begin(), needs.end(), [](const Need& a, const Need& b) { return a.road < b.road; });
    return needs;
}

} // namespace banlang::sample
