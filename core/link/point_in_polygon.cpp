// SPDX-License-Identifier: MIT
#include "core/link/point_in_polygon.h"

#include "core/base/parallel.h"
#include "core/geo/measure.h"

namespace banlang {

PointInPolygonIndex::PointInPolygonIndex(const GeometryColumn& polygons, AdminUnitVersions versions)
    : versions_(std::move(versions)), tree_(polygons.boxes), boxes_(polygons.boxes), bands_(polygons.featureCount()) {
    for (std::size_t feature = 0; feature < polygons.featureCount(); ++feature) addFeature(polygons, feature);
}

void PointInPolygonIndex::addFeature(const GeometryColumn& polygons, std::size_t feature) {
    std::vector<Edge> edges;
    for (std::size_t r = polygons.firstRing(feature); r < polygons.lastRing(feature); ++r) {
        const auto ring = polygons.ring(r);
        for (std::size_t i = 0; i + 3 < ring.size(); i += 2) {
            if (ring[i + 1] != ring[i + 3]) edges.push_back({ring[i], ring[i + 1], ring[i + 2], ring[i + 3]});
        }
    }
    if (edges.empty()) return;
    Bands bands;
    bands.minY = boxes_[feature].minY;
    bands.count = std::max<std::size_t>(1, edges.size() / 2);
    bands.perMetre = static_cast<double>(bands.count) / boxes_[feature].height();
    bands.first = bandStarts_.size() - 1;
    const auto bandOf = [&](double y) {
        return std::min(static_cast<std::size_t>(std::max(0.0, (y - bands.minY) * bands.perMetre)), bands.count - 1);
    };
    std::vector<std::vector<Edge>> sorted(bands.count);
    for (const Edge& edge : edges) {
        const std::size_t last = bandOf(std::max(edge.y0, edge.y1));
        for (std::size_t band = bandOf(std::min(edge.y0, edge.y1)); band <= last; ++band) sorted[band].push_back(edge);
    }
    for (const auto& band : sorted) {
        edges_.insert(edges_.end(), band.begin(), band.end());
        bandStarts_.push_back(static_cast<std::uint32_t>(edges_.size()));
    }
    bands_[feature] = bands;
}

bool PointInPolygonIndex::contains(std::size_t feature, Point point) const {
    const Bands& bands = bands_[feature];
    if (bands.count == 0 || !boxes_[feature].contains(point)) return false;
    const std::size_t band =
        std::min(static_cast<std::size_t>(std::max(0.0, (point.y - bands.minY) * bands.perMetre)), bands.count - 1);
    bool inside = false;
    for (std::uint32_t i = bandStarts_[bands.first + band]; i < bandStarts_[bands.first + band + 1]; ++i) {
        const Edge& edge = edges_[i];
        if ((edge.y0 > point.y) == (edge.y1 > point.y)) continue;
        if (point.x < edge.x0 + (point.y - edge.y0) / (edge.y1 - edge.y0) * (edge.x1 - edge.x0)) inside = !inside;
    }
    return inside;
}

std::int32_t PointInPolygonIndex::find(Point point, Date on) const {
    std::int32_t best = notLinked;
    tree_.search({point.x, point.y, point.x, point.y}, [&](std::uint32_t feature) {
        const auto row = static_cast<std::int32_t>(feature);
        if ((best == notLinked || versions_.before(row, best, on)) && contains(feature, point)) best = row;
    });
    return best;
}

std::vector<std::int32_t> findContainingPolygons(const GeometryColumn& features, const PointInPolygonIndex& index,
                                                 std::span<const Date> days) {
    std::vector<std::int32_t> places(features.featureCount(), notLinked);
    parallelRanges(features.featureCount(), 8'192, [&](std::size_t begin, std::size_t end) {
        for (std::size_t feature = begin; feature < end; ++feature) {
            if (const auto point = representativePoint(features, feature))
                places[feature] = index.find(*point, days.empty() ? Date() : days[feature]);
        }
    });
    return places;
}

} // namespace banlang
