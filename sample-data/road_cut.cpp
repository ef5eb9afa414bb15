// SPDX-License-Identifier: MIT
#include "sample-data/road_cut.h"

#include "core/geo/detail/geos.h"

namespace banlang::sample {
namespace {

using banlang::detail::Geos;

Box boxOf(const Polyline& ring) {
    Box box;
    for (const Point point : ring) box.grow(point);
    return box;
}

std::span<const double> numbersOf(const Polyline& line) {
    static_assert(sizeof(Point) == 2 * sizeof(double));
    return {&line.front().x, 2 * line.size()};
}

Geos::Geometry polygon(const Geos& geos, Polyline ring) {
    ring.push_back(ring.front());
    std::vector<Geos::Geometry> rings;
    rings.push_back(geos.linearRing(numbersOf(ring)));
    return geos.polygon(std::move(rings));
}

Geos::Geometry band(const Geos& geos, Point a, Point b, double widthM) {
    return geos.make(GEOSBuffer_r, geos.lineString(numbersOf({a, b})), widthM / 2, 3);
}

Polyline shellOf(const Geos& geos, const GEOSGeometry* part) {
    Polyline points;
    geos.eachPoint(GEOSGetExteriorRing_r(geos.handle(), part), [&](double x, double y) { points.push_back({x, y}); });
    Polyline ring;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point point = toCentimetre(points[i]);
        if (ring.empty() || (distanceM(point, ring.back()) > 0.15 && distanceM(point, ring.front()) > 0.15)) ring.push_back(point);
    }
    return ring;
}

bool isValid(const Geos& geos, const Geos::Geometry& geometry) {
    return geometry != nullptr && GEOSisValid_r(geos.handle(), geometry.get()) == 1;
}

double areaOf(const Geos& geos, const GEOSGeometry* geometry) {
    double area = 0;
    GEOSArea_r(geos.handle(), geometry, &area);
    return area;
}

} // namespace

struct RoadCutter::Impl {
    const Landscape& land;
    Geos geos;
};

RoadCutter::RoadCutter(const Landscape& land) : impl_(new Impl{land, {}}) {}
RoadCutter::~RoadCutter() = default;

std::vector<Polyline> RoadCutter::cut(const Polyline& ring) const {
    const Geos& geos = impl_->geos;
    Geos::Geometry rest = geos.own(nullptr);
    const auto take = [&](double widthM, Point a, Point b) {
        if (!rest) rest = polygon(geos, ring);
        const auto bed = band(geos, a, b, widthM);
        auto less = geos.make(GEOSDifference_r, rest, bed);
        if (less) rest = std::move(less);
    };
    const Landscape& land = impl_->land;
    land.roadIndex->pieces(boxOf(ring).widenedBy(5),
                           [&](std::uint32_t road, Point a, Point b) { take(land.roads[road].bedWidthM, a, b); });
    land.waterIndex->pieces(boxOf(ring).widenedBy(24),
                            [&](std::uint32_t river, Point a, Point b) { take(land.waterBeds[river].bedWidthM, a, b); });
    if (!rest) return {ring};
    std::vector<Polyline> pieces;
    for (int i = 0; i < GEOSGetNumGeometries_r(geos.handle(), rest.get()); ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(geos.handle(), rest.get(), i);
        if (GEOSGeomTypeId_r(geos.handle(), part) != GEOS_POLYGON || areaOf(geos, part) < 50) continue;
        Polyline piece = shellOf(geos, part);
        if (piece.size() >= 3 && isValid(geos, polygon(geos, piece))) pieces.push_back(std::move(piece));
    }
    return pieces;
}

std::vector<RoadCutter::Need> RoadCutter::needs(const Polyline& ring) const {
    const Geos& geos = impl_->geos;
    std::vector<Need> needs;
    std::vector<std::pair<std::uint32_t, Geos::Geometry>> corridors;
    impl_->land.roadIndex->pieces(boxOf(ring).widenedBy(4), [&](std::uint32_t road, Point a, Point b) {
        const Road& wide = impl_->land.roads[road];
        if (wide.work < 0) return;
        auto piece = band(geos, a, b, wide.corridorM);
        const auto found = std::find_if(corridors.begin(), corridors.end(), [&](const auto& entry) { return entry.first == road; });
        if (found == corridors.end())
            corridors.emplace_back(road, std::move(piece));
        else
            found->second = geos.make(GEOSUnion_r, found->second, piece);
    });
    for (const auto& [road, corridor] : corridors) {
        const auto shared = geos.make(GEOSIntersection_r, polygon(geos, ring), corridor);
        const double area = shared ? areaOf(geos, shared.get()) : 0;
        if (area > 0.5) needs.push_back({road, area});
    }
    std::sort(needs.begin(), needs.end(), [](const Need& a, const Need& b) { return a.road < b.road; });
    return needs;
}

} // namespace banlang::sample
