// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/raster_source.h"

#include <functional>
#include <span>
#include <vector>

namespace banlang::detail {

/// Where the pixels of a picture lie in a raster: exact at the nodes of a grid, evenly between them.
class RasterPlaces {
public:
    /// `toRaster` takes places of the district, x y x y ..., to columns and rows of the raster; NaN for places that it has not.
    RasterPlaces(const Box& box, int columns, int rows, const std::function<void(std::span<double>)>& toRaster);

    [[nodiscard]] Point at(double column, double row) const;
    /// Columns and rows of the raster that the picture touches.
    [[nodiscard]] Box touched() const;
    /// Pixels of the raster along one pixel of the picture, in its middle.
    [[nodiscard]] double pixelsPerPixel() const;

private:
    static constexpr int step = 32;
    [[nodiscard]] Point node(int column, int row) const;
    int columns_;
    int rows_;
    int nodeColumns_;
    int nodeRows_;
    std::vector<double> nodes_;
};

/// A coloured part of a raster: `picture` shows the rectangle `window` of the raster of `columns` x `rows` pixels.
struct RasterPart {
    RasterPixels picture;
    Box window{};
    int columns = 0;
    int rows = 0;
};
/// Bilinear; with `fine`, the mean of four samples a pixel.
void sample(const RasterPart& part, const RasterPlaces& grid, bool fine, RasterPixels& result);

} // namespace banlang::detail
