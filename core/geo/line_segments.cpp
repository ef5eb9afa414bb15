// SPDX-License-Identifier: MIT
#include "core/geo/line_segments.h"

#include <cmath>

namespace banlang {

double LineSegment::distanceM(Point point) const {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double squared = dx * dx + dy * dy;
    const double share = squared > 0 ? std::clamp(((point.x - from.x) * dx + (point.y - from.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(from.x + share * dx - point.x, from.y + share * dy - point.y);
}

void appendSegments(std::vector<LineSegment>& pieces, const GeometryColumn& lines, std::uint32_t feature) {
    for (std::size_t r = lines.firstRing(feature); r < lines.lastRing(feature); ++r) {
        for (std::size_t point = lines.ringOffsets[r]; point + 1 < lines.ringOffsets[r + 1]; ++point)
            pieces.push_back({feature, lines.point(point), lines.point(point + 1)});
    }
}

} // namespace banlang
