// SPDX-License-Identifier: MIT
#include "core/geo/simple_ring.h"

namespace banlang {
namespace {

bool surelySimple(std::span<const double> ring) {
    constexpr std::size_t mostPoints = 40;
    const std::size_t segments = ring.size() / 2 - 1;
    if (ring.size() < 8 || segments > mostPoints) return false;
    const auto side = [&](std::size_t a, std::size_t b, std::size_t c) {
        return (ring[2 * b] - ring[2 * a]) * (ring[2 * c + 1] - ring[2 * a + 1]) -
               (ring[2 * b + 1] - ring[2 * a + 1]) * (ring[2 * c] - ring[2 * a]);
    };
    for (std::size_t i = 0; i < segments; ++i) {
        // A spike goes back on itself: neighbours in line are left to GEOS.
        const std::size_t next = (i + 1) % segments;
        if (side(i, i + 1, next + 1) == 0) return false;
        for (std::size_t j = i + 2; j < segments; ++j) {
            if (i == 0 && j + 1 == segments) continue;
            const bool apart = side(i, i + 1, j) * side(i, i + 1, j + 1) > 0 || side(j, j + 1, i) * side(j, j + 1, i + 1) > 0;
            if (!apart) return false;
        }
    }
    return true;
}

} // namespace

bool isTriviallyValid(const GeometryColumn& polygons, std::size_t feature) {
    if (polygons.lastRing(feature) - polygons.firstRing(feature) != 1) return false;
    return surelySimple(polygons.ring(polygons.firstRing(feature)));
}

} // namespace banlang
