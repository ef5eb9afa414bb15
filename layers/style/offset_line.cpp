// SPDX-License-Identifier: MIT
#include "layers/style/offset_line.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

constexpr double mitreLimit = 2.0;
/// How much nearer than the distance a moved point may lie to its line before it counts as folded back.
constexpr double foldTolerance = 0.97;

struct Normal {
    double x = 0, y = 0;
};

std::vector<Point> withoutRepeats(std::span<const Point> line) {
    std::vector<Point> points;
    for (const Point point : line) {
        if (points.empty() || !(points.back() == point)) points.push_back(point);
    }
    return points;
}

std::vector<Normal> leftNormals(const std::vector<Point>& points) {
    std::vector<Normal> normals;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const double dx = points[i + 1].x - points[i].x;
        const double dy = points[i + 1].y - points[i].y;
        const double length = std::hypot(dx, dy);
        normals.push_back({-dy / length, dx / length});
    }
    return normals;
}

struct MovedPoint {
    Point at;
    std::size_t source = 0; ///< the segment that it belongs to
};

void addBend(std::vector<MovedPoint>& moved, Point corner, Normal before, Normal after, double distanceM, std::size_t segment) {
    const double cosine = before.x * after.x + before.y * after.y;
    const double mitre = std::sqrt(2 / std::max(1e-9, 1 + cosine));
    if (mitre <= mitreLimit) {
        const double scale = distanceM / (1 + cosine);
        moved.push_back({{corner.x + (before.x + after.x) * scale, corner.y + (before.y + after.y) * scale}, segment});
        return;
    }
    moved.push_back({{corner.x + before.x * distanceM, corner.y + before.y * distanceM}, segment});
    moved.push_back({{corner.x + after.x * distanceM, corner.y + after.y * distanceM}, segment + 1});
}

double distanceToSegment(Point point, Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = square == 0 ? 0 : std::clamp(((point.x - a.x) * dx + (point.y - a.y) * dy) / square, 0.0, 1.0);
    return std::hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/// A moved point is folded when it comes nearer to its own neighbourhood of the line than it was moved.
bool foldsBack(const MovedPoint& moved, const std::vector<Point>& points, double distanceM) {
    const double limit = std::abs(distanceM) * foldTolerance;
    const double reach = std::abs(distanceM) * 8;
    double walked = 0;
    for (std::size_t i = moved.source + 1; i-- > 0 && walked <= reach;) {
        if (distanceToSegment(moved.at, points[i], points[i + 1]) < limit) return true;
        walked += std::hypot(points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);
    }
    walked = 0;
    for (std::size_t i = moved.source + 1; i + 1 < points.size() && walked <= reach; ++i) {
        if (distanceToSegment(moved.at, points[i], points[i + 1]) < limit) return true;
        walked += std::hypot(points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);
    }
    return false;
}

} // namespace

std::vector<Point> offsetLine(std::span<const Point> line, double distanceM) {
    std::vector<Point> points = withoutRepeats(line);
    if (points.size() < 2) return {};
    if (distanceM == 0) return points;
    const std::vector<Normal> normals = leftNormals(points);
    const bool closed = points.size() > 3 && points.front() == points.back();
    std::vector<MovedPoint> moved;
    if (closed) {
        addBend(moved, points.front(), normals.back(), normals.front(), distanceM, 0);
        for (MovedPoint& point : moved) point.source = 0;
    } else {
        moved.push_back({{points[0].x + normals[0].x * distanceM, points[0].y + normals[0].y * distanceM}, 0});
    }
    for (std::size_t i = 1; i + 1 < points.size(); ++i) addBend(moved, points[i], normals[i - 1], normals[i], distanceM, i - 1);
    if (!closed) {
        const Normal last = normals.back();
        moved.push_back({{points.back().x + last.x * distanceM, points.back().y + last.y * distanceM}, normals.size() - 1});
    }
    std::vector<Point> result;
    for (const MovedPoint& point : moved) {
        if (!foldsBack(point, points, distanceM)) result.push_back(point.at);
    }
    if (result.size() < 2) return {};
    if (closed) result.push_back(result.front());
    return result;
}

} // namespace banlang
