// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/packed_rtree.h"
#include "sample-data/road_network.h"

namespace banlang::sample {

/// Finds the roads near a place. Keeps a reference to the roads, which must not change while it is used.
class RoadIndex {
public:
    explicit RoadIndex(const std::vector<Road>& roads);

    struct Near {
        std::int32_t road = -1; ///< -1: none within reach
        double distanceM = 0;
    };
    [[nodiscard]] Near nearest(Point place, double withinM) const;
    /// Is the place on the bed of a road, or closer to it than `clearM`?
    [[nodiscard]] bool isOnBed(Point place, double clearM) const;
    /// Calls visit(road, first point, second point) for each piece of road near the box.
    template <class Visit> void pieces(const Box& box, Visit&& visit) const {
        tree_.search(box, [&](std::uint32_t i) {
            const Piece piece = pieces_[i];
            const Polyline& line = (*roads_)[piece.road].line;
            visit(piece.road, line[piece.first], line[piece.first + 1]);
        });
    }

private:
    struct Piece {
        std::uint32_t road;
        std::uint32_t first;
    };
    const std::vector<Road>* roads_;
    std::vector<Piece> pieces_;
    PackedRtree tree_;
};

} // namespace banlang::sample
