// SPDX-License-Identifier: MIT
#include "viewer/map/tessellate.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace banlang::viewer {
namespace {

/// One corner of the loop that is still to be cut, in a doubly linked ring.
struct Corner {
    std::uint32_t index = 0; ///< of the point in its column
    Point at;
    std::size_t previous = 0;
    std::size_t next = 0;
};

/// Twice the signed area; positive when a, b, c turn left.
double turn(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool inTriangle(Point a, Point b, Point c, Point p) {
    return turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0;
}

/// Cuts ears off one loop of corners; holes are first joined to the shell by a bridge walked both ways.
class EarClipper {
public:
    explicit EarClipper(const GeometryColumn& polygons) : polygons_(polygons) {}

    void cutPart(std::size_t part, std::vector<std::uint32_t>& triangles) {
        corners_.clear();
        const std::size_t first = polygons_.partOffsets[part];
        const std::size_t last = polygons_.partOffsets[part + 1];
        if (first == last) return;
        std::size_t start = addRing(first);
        if (start == none) return;
        std::vector<std::size_t> holes;
        for (std::size_t ring = first + 1; ring < last; ++ring) {
            if (const std::size_t hole = addRing(ring); hole != none) holes.push_back(leftmost(hole));
        }
        std::sort(holes.begin(), holes.end(), [&](std::size_t a, std::size_t b) {
            return corners_[a].at.x != corners_[b].at.x ? corners_[a].at.x < corners_[b].at.x : a < b;
        });
        for (const std::size_t hole : holes) bridge(start, hole);
        if (isConvex(start))
            fan(start, triangles);
        else
            cutEars(start, triangles);
    }

private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    /// Adds the finite, distinct points of a ring; none when fewer than three remain.
    std::size_t addRing(std::size_t ring) {
        const std::size_t begin = corners_.size();
        for (std::uint32_t i = polygons_.ringOffsets[ring]; i < polygons_.ringOffsets[ring + 1]; ++i) {
            const Point at = polygons_.point(i);
            if (!std::isfinite(at.x) || !std::isfinite(at.y)) continue;
            if (corners_.size() > begin && corners_.back().at == at) continue;
            corners_.push_back({i, at, 0, 0});
        }
        while (corners_.size() > begin + 1 && corners_.back().at == corners_[begin].at) corners_.pop_back();
        if (corners_.size() < begin + 3) {
            corners_.resize(begin);
            return none;
        }
        for (std::size_t i = begin; i < corners_.size(); ++i) {
            corners_[i].previous = i == begin ? corners_.size() - 1 : i - 1;
            corners_[i].next = i + 1 == corners_.size() ? begin : i + 1;
        }
        return begin;
    }

    [[nodiscard]] std::size_t leftmost(std::size_t start) const {
        std::size_t best = start;
        for (std::size_t i = corners_[start].next; i != start; i = corners_[i].next) {
            const Point at = corners_[i].at;
            if (at.x < corners_[best].at.x || (at.x == corners_[best].at.x && at.y < corners_[best].at.y)) best = i;
        }
        return best;
    }

    /// The corner of the loop that the hole's leftmost corner sees: the near end of the edge hit to the west, unless reflex
    /// corners stand between; then the one with the smallest angle.
    [[nodiscard]] std::size_t visibleFrom(std::size_t start, Point from) const {
        double hitX = -std::numeric_limits<double>::infinity();
        std::size_t seen = none;
        std::size_t i = start;
        do {
            const Point a = corners_[i].at;
            const Point b = corners_[corners_[i].next].at;
            if (a.y >= from.y && from.y >= b.y && a.y != b.y) { // the inside is to the east of edges that run south
                const double x = a.x + (from.y - a.y) * (b.x - a.x) / (b.y - a.y);
                if (x <= from.x && x > hitX) {
                    hitX = x;
                    seen = a.x < b.x ? i : corners_[i].next;
                    if (x == from.x) return from.y == a.y ? i : corners_[i].next;
                }
            }
            i = corners_[i].next;
        } while (i != start);
        return seen == none ? none : nearestInSight(seen, from, hitX);
    }

    [[nodiscard]] std::size_t nearestInSight(std::size_t seen, Point from, double hitX) const {
        const Point hit{hitX, from.y};
        const Point far = corners_[seen].at;
        std::size_t best = seen;
        double bestSlope = std::numeric_limits<double>::infinity();
        std::size_t i = seen;
        do {
            const Point at = corners_[i].at;
            const bool candidate = at.x <= from.x && at.x >= far.x && at.x != from.x &&
                                   (far.y >= from.y ? inTriangle(hit, from, far, at) : inTriangle(from, hit, far, at));
            if (candidate && opensTowards(i, from)) {
                const double slope = std::abs(from.y - at.y) / (from.x - at.x);
                if (slope < bestSlope || (slope == bestSlope && at.x > corners_[best].at.x)) {
                    best = i;
                    bestSlope = slope;
                }
            }
            i = corners_[i].next;
        } while (i != seen);
        return best;
    }

    [[nodiscard]] bool opensTowards(std::size_t corner, Point target) const {
        const Point before = corners_[corners_[corner].previous].at;
        const Point at = corners_[corner].at;
        const Point after = corners_[corners_[corner].next].at;
        if (turn(before, at, after) >= 0) return turn(at, target, before) >= 0 && turn(at, after, target) >= 0;
        return turn(at, target, before) >= 0 || turn(at, after, target) >= 0;
    }

    void bridge(std::size_t start, std::size_t hole) {
        const std::size_t shell = visibleFrom(start, corners_[hole].at);
        if (shell == none) return; // a hole outside its shell takes nothing away
        const std::size_t shellTwin = corners_.size();
        const std::size_t holeTwin = shellTwin + 1;
        corners_.push_back({corners_[shell].index, corners_[shell].at, holeTwin, corners_[shell].next});
        corners_.push_back({corners_[hole].index, corners_[hole].at, corners_[hole].previous, shellTwin});
        corners_[corners_[shellTwin].next].previous = shellTwin;
        corners_[corners_[holeTwin].previous].next = holeTwin;
        corners_[shell].next = hole;
        corners_[hole].previous = shell;
    }

    [[nodiscard]] bool isConvex(std::size_t start) const {
        std::size_t i = start;
        int southward = 0; // a simple convex ring turns south once; a wound one turns more often
        do {
            const Corner& corner = corners_[i];
            const Point before = corners_[corner.previous].at;
            const Point after = corners_[corner.next].at;
            if (turn(before, corner.at, after) < 0) return false;
            if ((corner.at.y - before.y) > 0 && (after.y - corner.at.y) <= 0) ++southward;
            i = corner.next;
        } while (i != start);
        return southward <= 1;
    }

    void fan(std::size_t start, std::vector<std::uint32_t>& triangles) const {
        for (std::size_t i = corners_[start].next; corners_[i].next != start; i = corners_[i].next) {
            emit(triangles, start, i, corners_[i].next);
        }
    }

    void emit(std::vector<std::uint32_t>& triangles, std::size_t a, std::size_t b, std::size_t c) const {
        triangles.insert(triangles.end(), {corners_[a].index, corners_[b].index, corners_[c].index});
    }

    [[nodiscard]] bool isEar(std::size_t corner) const {
        const std::size_t before = corners_[corner].previous;
        const std::size_t after = corners_[corner].next;
        const Point a = corners_[before].at;
        const Point b = corners_[corner].at;
        const Point c = corners_[after].at;
        if (turn(a, b, c) <= 0) return false;
        const double minX = std::min({a.x, b.x, c.x});
        const double maxX = std::max({a.x, b.x, c.x});
        const double minY = std::min({a.y, b.y, c.y});
        const double maxY = std::max({a.y, b.y, c.y});
        for (std::size_t i = corners_[after].next; i != before; i = corners_[i].next) {
            const Point p = corners_[i].at;
            if (p.x < minX || p.x > maxX || p.y < minY || p.y > maxY || p == a || p == c) continue;
            if (!inTriangle(a, b, c, p)) continue;
            if (turn(corners_[corners_[i].previous].at, p, corners_[corners_[i].next].at) <= 0) return false;
        }
        return true;
    }

    std::size_t unlink(std::size_t corner) {
        corners_[corners_[corner].previous].next = corners_[corner].next;
        corners_[corners_[corner].next].previous = corners_[corner].previous;
        return corners_[corner].next;
    }

    void cutEars(std::size_t start, std::vector<std::uint32_t>& triangles) {
        std::size_t left = 1;
        for (std::size_t i = corners_[start].next; i != start; i = corners_[i].next) ++left;
        std::size_t corner = start;
        std::size_t tried = 0;
        while (left > 2) {
            const std::size_t before = corners_[corner].previous;
            const std::size_t after = corners_[corner].next;
            const double bend = turn(corners_[before].at, corners_[corner].at, corners_[after].at);
            // After a fruitless round the rings cross: cut what turns left anyway, so that it ends.
            const bool forced = tried > left;
            if (bend != 0 && !(forced ? bend > 0 || tried > 2 * left : isEar(corner))) {
                corner = after;
                ++tried;
                continue;
            }
            if (bend > 0) emit(triangles, before, corner, after);
            // Two steps on keeps triangles from fanning out of one corner.
            corner = corners_[unlink(corner)].next;
            --left;
            tried = 0;
        }
    }

    const GeometryColumn& polygons_;
    std::vector<Corner> corners_;
};

} // namespace

void tessellate(const GeometryColumn& polygons, std::size_t feature, std::vector<std::uint32_t>& triangles) {
    EarClipper clipper(polygons);
    for (std::size_t part = polygons.featureOffsets[feature]; part < polygons.featureOffsets[feature + 1]; ++part) {
        clipper.cutPart(part, triangles);
    }
}

} // namespace banlang::viewer
