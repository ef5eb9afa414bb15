// SPDX-License-Identifier: MIT
#include "viewer/map/tessellate/small_ring.h"

#include "viewer/map/tessellate/active_edges.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang::viewer {
namespace {

/// What is left of a ring while ears are cut off.
struct Remaining {
    std::span<const Point> at;
    std::array<std::uint8_t, smallRingCorners> next{};
    std::array<std::uint8_t, smallRingCorners> previous{};
    std::array<bool, smallRingCorners> reflex{};

    explicit Remaining(std::span<const Point> ring) : at(ring) {
        const std::size_t count = ring.size();
        for (std::size_t i = 0; i < count; ++i) {
            next[i] = static_cast<std::uint8_t>(i + 1 == count ? 0 : i + 1);
            previous[i] = static_cast<std::uint8_t>(i == 0 ? count - 1 : i - 1);
        }
        for (std::size_t i = 0; i < count; ++i) reflex[i] = bend(i) <= 0;
    }

    [[nodiscard]] double bend(std::size_t corner) const { return turn(at[previous[corner]], at[corner], at[next[corner]]); }

    /// No reflex corner lies in the triangle of the corner and its neighbours.
    [[nodiscard]] bool isEar(std::size_t corner) const {
        const std::size_t before = previous[corner];
        const Point a = at[before];
        const Point b = at[corner];
        const Point c = at[next[corner]];
        for (std::size_t i = next[next[corner]]; i != before; i = next[i]) {
            if (!reflex[i]) continue;
            const Point p = at[i];
            if (turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0) return false;
        }
        return true;
    }

    std::size_t cutOff(std::size_t corner) {
        const std::size_t before = previous[corner];
        const std::size_t after = next[corner];
        next[before] = static_cast<std::uint8_t>(after);
        previous[after] = static_cast<std::uint8_t>(before);
        reflex[before] = reflex[before] && bend(before) <= 0;
        reflex[after] = reflex[after] && bend(after) <= 0;
        return next[after]; // two steps on keeps triangles from fanning out of one corner
    }
};

/// A simple convex ring turns left everywhere, never straight back, and climbs once; a wound one climbs more often.
bool isConvex(std::span<const Point> ring) {
    int climbs = 0;
    Point before = ring[ring.size() - 2];
    Point at = ring.back();
    for (const Point after : ring) {
        const double bend = turn(before, at, after);
        const bool back = bend == 0 && (at.x - before.x) * (after.x - at.x) + (at.y - before.y) * (after.y - at.y) < 0;
        if (bend < 0 || back) return false;
        if (at.y > before.y && after.y <= at.y) ++climbs;
        before = at;
        at = after;
    }
    return climbs <= 1;
}

double twiceArea(std::span<const Point> ring) {
    double sum = 0;
    for (std::size_t i = 2; i < ring.size(); ++i) sum += turn(ring[0], ring[i - 1], ring[i]);
    return sum;
}

bool cutEars(std::span<const Point> ring, std::span<const std::uint32_t> index, std::vector<std::uint32_t>& triangles) {
    Remaining rest(ring);
    std::size_t left = ring.size();
    std::size_t corner = 0;
    double covered = 0;
    for (std::size_t tried = 0; left > 2;) {
        const double bend = rest.bend(corner);
        if (bend != 0 && (bend < 0 || !rest.isEar(corner))) {
            if (++tried > left) return false;
            corner = rest.next[corner];
            continue;
        }
        if (bend > 0) {
            triangles.insert(triangles.end(), {index[rest.previous[corner]], index[corner], index[rest.next[corner]]});
            covered += bend;
        }
        corner = rest.cutOff(corner);
        --left;
        tried = 0;
    }
    const double area = twiceArea(ring);
    return std::abs(covered - area) <= 1e-12 * area;
}

} // namespace

bool cutSmallRing(std::span<const Point> ring, std::span<const std::uint32_t> index, std::vector<std::uint32_t>& triangles) {
    if (isConvex(ring)) {
        for (std::size_t i = 2; i < ring.size(); ++i) triangles.insert(triangles.end(), {index[0], index[i - 1], index[i]});
        return true;
    }
    const std::size_t before = triangles.size();
    if (cutEars(ring, index, triangles)) return true;
    triangles.resize(before);
    return false;
}

} // namespace banlang::viewer
