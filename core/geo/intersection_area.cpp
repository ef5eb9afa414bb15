// SPDX-License-Identifier: MIT
#include "core/geo/intersection_area.h"

#include <algorithm>
#include <vector>

namespace banlang {
namespace {

/// The trapezoid between an edge and the base line. Added up with their signs, those of a polygon cover its inside once and all
/// else not at all; so the products of two polygons' trapezoids add up to what both cover.
struct Trapezoid {
    double left, right;      ///< x
    double heightL, heightR; ///< above the base line
    double sign;
    [[nodiscard]] double heightAt(double x) const { return heightL + (heightR - heightL) * (x - left) / (right - left); }
};

/// Of the edges that reach into [minX, maxX], relative to `base`.
std::vector<Trapezoid> trapezoids(const GeometryColumn& polygons, std::size_t feature, double minX, double maxX, Point base) {
    std::vector<Trapezoid> all;
    for (std::size_t r = polygons.firstRing(feature); r < polygons.lastRing(feature); ++r) {
        const auto ring = polygons.ring(r);
        for (std::size_t i = 0; i + 3 < ring.size(); i += 2) {
            const bool leftward = ring[i + 2] < ring[i];
            const std::size_t l = leftward ? i + 2 : i;
            const std::size_t t = leftward ? i : i + 2;
            if (ring[l] == ring[t] || ring[t] <= minX || ring[l] >= maxX) continue;
            all.push_back({ring[l] - base.x, ring[t] - base.x, ring[l + 1] - base.y, ring[t + 1] - base.y, leftward ? 1.0 : -1.0});
        }
    }
    return all;
}

double commonArea(const Trapezoid& a, const Trapezoid& b) {
    const double left = std::max(a.left, b.left);
    const double right = std::min(a.right, b.right);
    if (left >= right) return 0;
    const double aL = a.heightAt(left);
    const double aR = a.heightAt(right);
    const double bL = b.heightAt(left);
    const double bR = b.heightAt(right);
    const double gapL = aL - bL;
    const double gapR = aR - bR;
    const double lowL = std::min(aL, bL);
    const double lowR = std::min(aR, bR);
    if (gapL * gapR >= 0) return (right - left) * (lowL + lowR) / 2;
    const double share = gapL / (gapL - gapR); // where the edges cross
    const double lowAtCrossing = aL + (aR - aL) * share;
    return (right - left) * (share * (lowL + lowAtCrossing) + (1 - share) * (lowAtCrossing + lowR)) / 2;
}

} // namespace

double intersectionAreaM2(const GeometryColumn& a, std::size_t featureA, const GeometryColumn& b, std::size_t featureB) {
    const Box& boxA = a.boxes[featureA];
    const Box& boxB = b.boxes[featureB];
    if (!boxA.intersects(boxB)) return 0;
    const double minX = std::max(boxA.minX, boxB.minX);
    const double maxX = std::min(boxA.maxX, boxB.maxX);
    // Near both, so that seven-digit northings do not eat the digits of a small overlap.
    const Point base{minX, std::min(boxA.minY, boxB.minY)};
    const auto ofA = trapezoids(a, featureA, minX, maxX, base);
    const auto ofB = trapezoids(b, featureB, minX, maxX, base);
    double area = 0;
    for (const Trapezoid& mine : ofA) {
        for (const Trapezoid& theirs : ofB) area += mine.sign * theirs.sign * commonArea(mine, theirs);
    }
    return std::max(area, 0.0);
}

} // namespace banlang
