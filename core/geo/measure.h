// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"

#include <optional>

namespace banlang {

/// Grid measures in the plane of the column's CRS. VN-2000 TM-3 shortens lengths by up to 0.01 % near its meridian, which planning
/// figures do not notice.
[[nodiscard]] double areaM2(const GeometryColumn& polygons, std::size_t feature);
[[nodiscard]] double lengthM(const GeometryColumn& lines, std::size_t feature);

/// Inside by the even-odd rule over all rings; points on the boundary may go either way.
[[nodiscard]] bool contains(const GeometryColumn& polygons, std::size_t feature, Point point);

/// A point that is surely inside: middle of the widest stretch on a horizontal line through the middle of the largest part.
/// Nothing for empty features and for polygons without area.
[[nodiscard]] std::optional<Point> pointOnSurface(const GeometryColumn& polygons, std::size_t feature);

/// Middle of the length of the longest part of a line; the point itself for points; pointOnSurface for polygons.
[[nodiscard]] std::optional<Point> representativePoint(const GeometryColumn& column, std::size_t feature);

/// Where the line comes nearest to a point.
struct LinePosition {
    double distanceM = 0;
    double chainageM = 0; ///< along the line from its start, parts one after another
    bool left = false;    ///< the point lies to the left of the line's direction
    Point at;
};
[[nodiscard]] std::optional<LinePosition> nearestOnLine(const GeometryColumn& lines, std::size_t feature, Point point);

/// The stretch of a line between two chainages, as a column of one feature.
[[nodiscard]] GeometryColumn lineSubstring(const GeometryColumn& lines, std::size_t feature, double fromM, double toM);

} // namespace banlang
