// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/point.h"

#include <cmath>
#include <cstddef>
#include <vector>

namespace banlang::sample {

using Polyline = std::vector<Point>;

[[nodiscard]] inline double distanceM(Point a, Point b) {
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}
[[nodiscard]] inline double distanceToSegmentM(Point p, Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double lengthSquared = dx * dx + dy * dy;
    double t = lengthSquared > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / lengthSquared : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return distanceM(p, {a.x + t * dx, a.y + t * dy});
}

/// Survey figures are kept to the centimetre.
[[nodiscard]] inline Point toCentimetre(Point point) {
    return {std::round(point.x * 100) / 100, std::round(point.y * 100) / 100};
}

[[nodiscard]] double lengthM(const Polyline& line);
/// Each inner point moves to the weighted mean of itself and its neighbours, `rounds` times; the ends stay.
[[nodiscard]] Polyline relaxed(Polyline line, int rounds);
/// Cuts corners once (Chaikin); the ends stay.
[[nodiscard]] Polyline cornersCut(const Polyline& line);
/// Leaves out points that lie within the tolerance of the line without them (Douglas-Peucker).
[[nodiscard]] Polyline simplified(const Polyline& line, double toleranceM);
void roundToCentimetre(Polyline& line);

/// Of an open ring, whichever way round.
[[nodiscard]] double ringAreaM2(const Polyline& ring);
[[nodiscard]] bool isConvex(const Polyline& ring);
/// What of a convex ring lies east of x.
[[nodiscard]] Polyline eastOf(const Polyline& ring, double x);

/// A place on a line and the direction of the line there, a vector of length 1.
struct Station {
    Point at;
    Point direction;
};
[[nodiscard]] Station stationAt(const Polyline& line, double chainageM);

} // namespace banlang::sample
