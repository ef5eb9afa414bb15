// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <limits>

namespace banlang {

/// Longitude and latitude in degrees, WGS 84 unless a name says otherwise. Never mixed up with projected coordinates.
struct LonLat {
    double lonDeg = 0;
    double latDeg = 0;
    bool operator==(const LonLat&) const = default;
};

/// A place in the projected CRS of a store, metres: x is easting, y is northing. (Vietnamese survey tables print northing as X.)
struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

/// An axis-parallel box of projected coordinates. Empty by default: it holds nothing, and grows by what it is given.
struct Box {
    double minX = std::numeric_limits<double>::infinity();
    double minY = std::numeric_limits<double>::infinity();
    double maxX = -std::numeric_limits<double>::infinity();
    double maxY = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return !(minX <= maxX && minY <= maxY); }
    [[nodiscard]] double width() const { return empty() ? 0 : maxX - minX; }
    [[nodiscard]] double height() const { return empty() ? 0 : maxY - minY; }
    [[nodiscard]] Point centre() const { return {(minX + maxX) / 2, (minY + maxY) / 2}; }

    [[nodiscard]] bool intersects(const Box& other) const {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }
    [[nodiscard]] bool contains(Point point) const {
        return point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY;
    }
    void grow(Point point) {
        minX = std::min(minX, point.x);
        minY = std::min(minY, point.y);
        maxX = std::max(maxX, point.x);
        maxY = std::max(maxY, point.y);
    }
    void grow(const Box& other) {
        minX = std::min(minX, other.minX);
        minY = std::min(minY, other.minY);
        maxX = std::max(maxX, other.maxX);
        maxY = std::max(maxY, other.maxY);
    }
    [[nodiscard]] Box widenedBy(double metres) const { return {minX - metres, minY - metres, maxX + metres, maxY + metres}; }
    bool operator==(const Box&) const = default;
};

} // namespace banlang
