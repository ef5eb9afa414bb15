// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"

#include <optional>
#include <vector>

namespace banlang {

/// The ground on both sides of a line between two distances from it, flat at its ends and round at its bends: what a road gains
/// when it is widened. The line is drawn round once, by `corridor`; what a polygon holds of the ring then costs a few
/// microseconds, from the edges near it, without building the shape.
class BufferRing {
public:
    /// Nothing is left out next to the line where `innerM` is 0.
    BufferRing(const GeometryColumn& lines, std::size_t feature, double innerM, double outerM);

    struct Share {
        double areaM2 = 0;
        double fromM = 0; ///< chainage along the line, parts one after another
        double toM = 0;
        bool left = false; ///< the larger part lies to the left of the line's direction
    };
    /// What a valid polygon holds of the ring; nothing when that is less than `smallestM2`.
    [[nodiscard]] std::optional<Share> shareOf(const GeometryColumn& polygons, std::size_t feature, double smallestM2) const;

private:
    struct Segment {
        Point from, to;
        double chainageM = 0; ///< of `from`
    };
    struct Extent; ///< grows over the boundary of a share
    [[nodiscard]] std::vector<Segment> segmentsNear(const Box& box) const;
    /// Of what a polygon holds of the ground within `outer` and without `inner`.
    [[nodiscard]] static Extent extentOf(const GeometryColumn& polygons, std::size_t feature, const GeometryColumn& outer,
                                         const GeometryColumn& inner, const std::vector<Segment>& near);

    double outerM_;
    std::vector<Segment> segments_;
    GeometryColumn outer_; ///< all ground within outerM
    GeometryColumn inner_; ///< the ground within innerM, empty for 0
};

} // namespace banlang
