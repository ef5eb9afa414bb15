// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/point.h"

#include <vector>

namespace banlang {

/// A place on the screen or page in style pixels, x to the right, y down.
struct PixelPoint {
    double x = 0;
    double y = 0;
};

/// Which part of the map is seen: a rectangle of `widthPx` x `heightPx` style pixels around `centre`, north up.
struct MapView {
    Point centre;
    double metresPerPx = 10;
    double widthPx = 800;
    double heightPx = 600;
    bool operator==(const MapView&) const = default;

    /// 96 style pixels to the inch.
    [[nodiscard]] double scaleDenominator() const { return metresPerPx * 96 / 0.0254; }
    [[nodiscard]] PixelPoint toPixel(Point point) const {
        return {(point.x - centre.x) / metresPerPx + widthPx / 2, (centre.y - point.y) / metresPerPx + heightPx / 2};
    }
    [[nodiscard]] Point toMap(PixelPoint pixel) const {
        return {centre.x + (pixel.x - widthPx / 2) * metresPerPx, centre.y - (pixel.y - heightPx / 2) * metresPerPx};
    }
    [[nodiscard]] Box visible() const {
        const double halfWidth = widthPx / 2 * metresPerPx;
        const double halfHeight = heightPx / 2 * metresPerPx;
        return {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth, centre.y + halfHeight};
    }
    /// The same window, showing all of `box` with `marginPx` to spare.
    [[nodiscard]] MapView fitted(const Box& box, double marginPx) const;
    /// The same beside what lies over the window, boxes in its pixels: as large as `box` can be shown clear of all of them. What
    /// leaves no room is not heeded.
    [[nodiscard]] MapView fitted(const Box& box, double marginPx, const std::vector<Box>& coveredPx) const;
};

} // namespace banlang
