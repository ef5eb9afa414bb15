// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace banlang {
namespace {

double distance(Point a, Point b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

double ringLengthM(std::span<const double> ring) {
    double length = 0;
    for (std::size_t i = 2; i + 1 < ring.size(); i += 2) length += std::hypot(ring[i] - ring[i - 2], ring[i + 1] - ring[i - 1]);
    return length;
}

double signedRingAreaM2(std::span<const double> ring) {
    if (ring.size() < 8) return 0;
    // Relative to the first point, so that seven-digit northings do not eat the digits of a small parcel.
    double twice = 0;
    for (std::size_t i = 2; i + 3 < ring.size(); i += 2) {
        twice += (ring[i] - ring[0]) * (ring[i + 3] - ring[1]) - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]);
    }
    return twice / 2;
}

/// Where the horizontal line at `y` crosses the rings [firstRing, lastRing), in order of x.
std::vector<double> crossingsAt(const GeometryColumn& polygons, std::size_t firstRing, std::size_t lastRing, double y) {
    std::vector<double> crossings;
    for (std::size_t r = firstRing; r < lastRing; ++r) {
        const auto ring = polygons.ring(r);
        for (std::size_t i = 0; i + 3 < ring.size(); i += 2) {
            const double y0 = ring[i + 1];
            const double y1 = ring[i + 3];
            if ((y0 > y) == (y1 > y)) continue;
            crossings.push_back(ring[i] + (y - y0) / (y1 - y0) * (ring[i + 2] - ring[i]));
        }
    }
    std::sort(crossings.begin(), crossings.end());
    return crossings;
}

/// A height between two vertices near the middle, so that the line meets no vertex.
double middleBetweenVertices(const GeometryColumn& polygons, std::size_t ringIndex) {
    const auto ring = polygons.ring(ringIndex);
    Box box;
    for (std::size_t i = 0; i + 1 < ring.size(); i += 2) box.grow(Point{ring[i], ring[i + 1]});
    const double middle = box.centre().y;
    double below = box.minY;
    double above = box.maxY;
    for (std::size_t i = 1; i < ring.size(); i += 2) {
        if (ring[i] <= middle) below = std::max(below, ring[i]);
        if (ring[i] > middle) above = std::min(above, ring[i]);
    }
    return (below + above) / 2;
}

} // namespace

double areaM2(const GeometryColumn& polygons, std::size_t feature) {
    double area = 0;
    for (std::size_t r = polygons.firstRing(feature); r < polygons.lastRing(feature); ++r)
        area += signedRingAreaM2(polygons.ring(r));
    return area;
}

double lengthM(const GeometryColumn& lines, std::size_t feature) {
    double length = 0;
    for (std::size_t r = lines.firstRing(feature); r < lines.lastRing(feature); ++r) length += ringLengthM(lines.ring(r));
    return length;
}

bool contains(const GeometryColumn& polygons, std::size_t feature, Point point) {
    if (!polygons.boxes[feature].contains(point)) return false;
    bool inside = false;
    for (std::size_t r = polygons.firstRing(feature); r < polygons.lastRing(feature); ++r) {
        const auto ring = polygons.ring(r);
        for (std::size_t i = 0; i + 3 < ring.size(); i += 2) {
            const double y0 = ring[i + 1];
            const double y1 = ring[i + 3];
            if ((y0 > point.y) == (y1 > point.y)) continue;
            if (point.x < ring[i] + (point.y - y0) / (y1 - y0) * (ring[i + 2] - ring[i])) inside = !inside;
        }
    }
    return inside;
}

std::optional<Point> pointOnSurface(const GeometryColumn& polygons, std::size_t feature) {
    std::size_t largest = polygons.featureOffsets[feature];
    double largestArea = 0;
    for (std::size_t part = largest; part < polygons.featureOffsets[feature + 1]; ++part) {
        const double area = signedRingAreaM2(polygons.ring(polygons.partOffsets[part]));
        if (area > largestArea) {
            largestArea = area;
            largest = part;
        }
    }
    if (!(largestArea > 0)) return std::nullopt;
    const double y = middleBetweenVertices(polygons, polygons.partOffsets[largest]);
    const auto crossings = crossingsAt(polygons, polygons.partOffsets[largest], polygons.partOffsets[largest + 1], y);
    double widest = -1;
    Point best;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        const double width = crossings[i + 1] - crossings[i];
        if (width <= widest) continue;
        widest = width;
        best = {(crossings[i] + crossings[i + 1]) / 2, y};
    }
    return widest >= 0 ? std::optional(best) : std::nullopt;
}

std::optional<Point> representativePoint(const GeometryColumn& column, std::size_t feature) {
    if (column.isEmpty(feature)) return std::nullopt;
    if (column.kind == GeometryKind::polygon) return pointOnSurface(column, feature);
    if (column.kind == GeometryKind::point) return column.point(column.ringOffsets[column.firstRing(feature)]);
    std::size_t longest = column.firstRing(feature);
    for (std::size_t r = longest; r < column.lastRing(feature); ++r) {
        if (ringLengthM(column.ring(r)) > ringLengthM(column.ring(longest))) longest = r;
    }
    const auto ring = column.ring(longest);
    if (ring.empty()) return std::nullopt;
    double rest = ringLengthM(ring) / 2;
    for (std::size_t i = 0; i + 3 < ring.size(); i += 2) {
        const Point from{ring[i], ring[i + 1]};
        const Point to{ring[i + 2], ring[i + 3]};
        const double step = distance(from, to);
        if (rest <= step && step > 0) return Point{from.x + (to.x - from.x) * rest / step, from.y + (to.y - from.y) * rest / step};
        rest -= step;
    }
    return Point{ring[0], ring[1]};
}

std::optional<LinePosition> nearestOnLine(const GeometryColumn& lines, std::size_t feature, Point point) {
    std::optional<LinePosition> best;
    double chainage = 0;
    for (std::size_t r = lines.firstRing(feature); r < lines.lastRing(feature); ++r) {
        const auto ring = lines.ring(r);
        for (std::size_t i = 0; i + 3 < ring.size(); i += 2) {
            const Point from{ring[i], ring[i + 1]};
            const double dx = ring[i + 2] - from.x;
            const double dy = ring[i + 3] - from.y;
            const double squared = dx * dx + dy * dy;
            const double t = squared > 0 ? std::clamp(((point.x - from.x) * dx + (point.y - from.y) * dy) / squared, 0.0, 1.0) : 0;
            const Point at{from.x + t * dx, from.y + t * dy};
            const double away = distance(at, point);
            const double length = std::sqrt(squared);
            if (!best || away < best->distanceM) {
                best = LinePosition{away, chainage + t * length, dx * (point.y - from.y) - dy * (point.x - from.x) > 0, at};
            }
            chainage += length;
        }
    }
    return best;
}

GeometryColumn lineSubstring(const GeometryColumn& lines, std::size_t feature, double fromM, double toM) {
    GeometryColumn stretch;
    stretch.kind = GeometryKind::line;
    double chainage = 0;
    for (std::size_t r = lines.firstRing(feature); r < lines.lastRing(feature); ++r) {
        const auto ring = lines.ring(r);
        std::vector<Point> path;
        for (std::size_t i = 0; i + 3 < ring.size(); i += 2) {
            const Point from{ring[i], ring[i + 1]};
            const Point to{ring[i + 2], ring[i + 3]};
            const double length = distance(from, to);
            const double start = std::max(fromM - chainage, 0.0);
            const double end = std::min(toM - chainage, length);
            chainage += length;
            if (!(start < end)) continue;
            const auto along = [&](double metres) {
                return Point{from.x + (to.x - from.x) * metres / length, from.y + (to.y - from.y) * metres / length};
            };
            if (path.empty()) path.push_back(along(start));
            path.push_back(along(end));
        }
        if (path.size() < 2) continue;
        for (const Point point : path) stretch.addPoint(point);
        stretch.endRing();
        stretch.endPart();
    }
    stretch.endFeature();
    return stretch;
}

} // namespace banlang
