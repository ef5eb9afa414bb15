// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/point.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace banlang {

enum class GeometryKind : std::uint8_t { none, point, line, polygon };

/// The geometries of one layer in GeoArrow's layout: one interleaved xy buffer and three levels of offsets.
///
///   feature f  has parts  [featureOffsets[f], featureOffsets[f + 1])
///   part p     has rings  [partOffsets[p],    partOffsets[p + 1])      polygon: first ring is the shell, the rest are holes
///   ring r     has points [ringOffsets[r],    ringOffsets[r + 1])      polygon rings are closed (last point = first)
///
/// A line has one ring per part (its path), a point one ring of one point. Shells run counter-clockwise and holes clockwise,
/// so the inside is always on the left. A feature without parts is empty and its box is empty.
/// Coordinates are projected metres in the CRS of the table that owns the column. 16 bytes a vertex; copying copies all of it.
struct GeometryColumn {
    GeometryKind kind = GeometryKind::none;
    std::vector<double> xy;
    std::vector<std::uint32_t> ringOffsets{0};
    std::vector<std::uint32_t> partOffsets{0};
    std::vector<std::uint32_t> featureOffsets{0};
    std::vector<Box> boxes; ///< one per feature

    [[nodiscard]] std::size_t featureCount() const { return featureOffsets.size() - 1; }
    [[nodiscard]] std::size_t pointCount() const { return xy.size() / 2; }
    [[nodiscard]] bool isEmpty(std::size_t feature) const { return featureOffsets[feature] == featureOffsets[feature + 1]; }
    [[nodiscard]] Point point(std::size_t index) const { return {xy[2 * index], xy[2 * index + 1]}; }

    /// The points of one ring, x y x y ...
    [[nodiscard]] std::span<const double> ring(std::size_t ringIndex) const {
        return std::span(xy).subspan(std::size_t{2} * ringOffsets[ringIndex],
                                     std::size_t{2} * (ringOffsets[ringIndex + 1] - ringOffsets[ringIndex]));
    }
    /// All rings of a feature, parts one after another: [first, last).
    [[nodiscard]] std::size_t firstRing(std::size_t feature) const { return partOffsets[featureOffsets[feature]]; }
    [[nodiscard]] std::size_t lastRing(std::size_t feature) const { return partOffsets[featureOffsets[feature + 1]]; }
    [[nodiscard]] bool isShell(std::size_t part, std::size_t ringIndex) const { return ringIndex == partOffsets[part]; }

    [[nodiscard]] Box extent() const;

    // Building, in this order: points, endRing, endPart, endFeature. Polygon rings are closed and oriented as they end.
    void addPoint(Point point);
    void endRing();
    void endPart();
    void endFeature();

    /// Makes room for `factor` times as much as is there, so that growing copies nothing.
    void reserveTimes(double factor);
    /// Adds a copy of one feature of a column of the same kind, oriented already.
    void appendFeature(const GeometryColumn& from, std::size_t feature);
    /// After coordinates were changed in place: boxes that fit again; a box with a coordinate that is no number is infinite.
    void refreshBoxes();
    /// Exchanges x and y of one feature; rings keep their inside on the left.
    void swapAxes(std::size_t feature);

    /// Drops all features but these, given in rising order; in place.
    void keepOnly(std::span<const std::uint32_t> features);

    /// A copy of the chosen features, in the order given.
    [[nodiscard]] GeometryColumn selected(std::span<const std::uint32_t> features) const;
};

} // namespace banlang
