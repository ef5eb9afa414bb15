// SPDX-License-Identifier: MIT
#include "sample-data/road_index.h"

namespace banlang::sample {

RoadIndex::RoadIndex(const std::vector<Road>& roads) : roads_(&roads) {
    std::vector<Box> boxes;
    for (std::size_t road = 0; road < roads.size(); ++road) {
        const Polyline& line = roads[road].line;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            Box box;
            box.grow(line[i]);
            box.grow(line[i + 1]);
            boxes.push_back(box);
            pieces_.push_back({static_cast<std::uint32_t>(road), static_cast<std::uint32_t>(i)});
        }
    }
    tree_ = PackedRtree(boxes);
}

RoadIndex::Near RoadIndex::nearest(Point place, double withinM) const {
    Near best{-1, withinM};
    const auto distance = [&](std::size_t i) {
        const Polyline& line = (*roads_)[pieces_[i].road].line;
        return distanceToSegmentM(place, line[pieces_[i].first], line[pieces_[i].first + 1]);
    };
    const std::int64_t found = tree_.nearest(place, withinM, distance);
    if (found < 0) return best;
    return {static_cast<std::int32_t>(pieces_[static_cast<std::size_t>(found)].road), distance(static_cast<std::size_t>(found))};
}

bool RoadIndex::isOnBed(Point place, double clearM) const {
    bool on = false;
    pieces(Box{place.x, place.y, place.x, place.y}.widenedBy(5 + clearM), [&](std::uint32_t road, Point a, Point b) {
        on = on || distanceToSegmentM(place, a, b) < (*roads_)[road].bedWidthM / 2 + clearM;
    });
    return on;
}

} // namespace banlang::sample
