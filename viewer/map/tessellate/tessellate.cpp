// SPDX-License-Identifier: MIT
#include "viewer/map/tessellate/tessellate.h"

#include "viewer/map/tessellate/active_edges.h"
#include "viewer/map/tessellate/crossing_rings.h"
#include "viewer/map/tessellate/small_ring.h"
#include "viewer/map/tessellate/sweep.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace banlang::viewer {
namespace {

double twiceArea(std::span<const Point> ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[i + 1 == ring.size() ? 0 : i + 1];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

/// Hands on the finite points of a ring that differ from their neighbours, relative to the origin; the first comes again at the end
/// when the ring is closed.
template <class Take> void forCorners(const GeometryColumn& polygons, std::size_t ring, Point origin, Take&& take) {
    constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
    Point last{nowhere, nowhere};
    for (std::uint32_t i = polygons.ringOffsets[ring]; i < polygons.ringOffsets[ring + 1]; ++i) {
        const Point at = polygons.point(i);
        if (at == last || !std::isfinite(at.x) || !std::isfinite(at.y)) continue;
        last = at;
        take(Point{at.x - origin.x, at.y - origin.y}, i);
    }
}

/// False when the part is not one small ring, or one that the fast way gives up on.
bool cutFast(const GeometryColumn& polygons, std::size_t part, Point origin, std::vector<std::uint32_t>& triangles) {
    const std::size_t ring = polygons.partOffsets[part];
    if (polygons.partOffsets[part + 1] != ring + 1) return false;
    if (polygons.ringOffsets[ring + 1] - polygons.ringOffsets[ring] > smallRingCorners) return false;
    std::array<Point, smallRingCorners> at; // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
    std::array<std::uint32_t, smallRingCorners> index;
    std::size_t count = 0;
    forCorners(polygons, ring, origin, [&](Point point, std::uint32_t i) {
        at[count] = point;
        index[count++] = i;
    });
    while (count > 1 && at[count - 1] == at[0]) --count;
    if (count < 3) return true;
    return cutSmallRing(std::span(at).first(count), std::span(index).first(count), triangles);
}

/// Adds a ring with its inside on the left: points left out may have turned it. Rings of fewer than three corners have no area.
double addRing(const GeometryColumn& polygons, std::size_t ring, bool shell, Point origin, Loops& loops) {
    const std::size_t begin = loops.at.size();
    forCorners(polygons, ring, origin, [&](Point point, std::uint32_t i) {
        loops.at.push_back(point);
        loops.index.push_back(i);
    });
    while (loops.at.size() > begin + 1 && loops.at.back() == loops.at[begin]) {
        loops.at.pop_back();
        loops.index.pop_back();
    }
    if (loops.at.size() < begin + 3) {
        loops.at.resize(begin);
        loops.index.resize(begin);
        return 0;
    }
    const auto first = static_cast<std::uint32_t>(begin);
    const auto last = static_cast<std::uint32_t>(loops.at.size() - 1);
    const double area = twiceArea(std::span(loops.at).subspan(begin));
    const bool turned = shell ? area < 0 : area > 0;
    std::vector<std::uint32_t>& onward = turned ? loops.previous : loops.next;
    std::vector<std::uint32_t>& backward = turned ? loops.next : loops.previous;
    for (std::uint32_t corner = first; corner <= last; ++corner) {
        onward.push_back(corner == last ? first : corner + 1);
        backward.push_back(corner == first ? last : corner - 1);
    }
    return turned ? -area : area;
}

bool cutPart(const GeometryColumn& polygons, std::size_t part, Point origin, std::vector<std::uint32_t>& triangles) {
    if (cutFast(polygons, part, origin, triangles)) return true;
    Loops loops;
    std::vector<std::uint32_t> rings;
    double area = 0;
    for (std::size_t ring = polygons.partOffsets[part]; ring < polygons.partOffsets[part + 1]; ++ring) {
        const auto first = static_cast<std::uint32_t>(loops.at.size());
        area += addRing(polygons, ring, polygons.isShell(part, ring), origin, loops);
        if (loops.at.size() > first) rings.push_back(first);
        if (rings.empty()) return true; // no shell, no ground
    }
    Box box;
    for (const Point point : loops.at) box.grow(point);
    const std::size_t before = triangles.size();
    const double covered = sweepTriangles(loops, triangles);
    if (std::abs(covered - area) <= 1e-9 * area + 1e-15 * box.width() * box.height()) return true;
    std::vector<std::uint32_t> repaired;
    if (cutCrossingRings(loops, rings, repaired)) {
        triangles.resize(before);
        triangles.insert(triangles.end(), repaired.begin(), repaired.end());
    }
    return false;
}

} // namespace

bool tessellate(const GeometryColumn& polygons, std::size_t feature, std::vector<std::uint32_t>& triangles) {
    bool whole = true;
    for (std::size_t part = polygons.featureOffsets[feature]; part < polygons.featureOffsets[feature + 1]; ++part) {
        Point origin;
        for (std::uint32_t i = polygons.ringOffsets[polygons.partOffsets[part]];
             i < polygons.ringOffsets[polygons.partOffsets[part + 1]]; ++i) {
            origin = polygons.point(i);
            if (std::isfinite(origin.x) && std::isfinite(origin.y)) break;
        }
        whole = cutPart(polygons, part, origin, triangles) && whole;
    }
    return whole;
}

} // namespace banlang::viewer
