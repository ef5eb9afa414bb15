// SPDX-License-Identifier: MIT
#include "core/geo/detail/raster_sampler.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang::detail {
namespace {

using Sums = std::array<float, 4>;

/// Adds the colour between the four nearest pixels; beyond the last ones their colour goes on.
void addBilinear(const RasterPixels& picture, double x, double y, Sums& sums) {
    const double left = std::clamp(x - 0.5, 0.0, static_cast<double>(picture.columns - 1));
    const double top = std::clamp(y - 0.5, 0.0, static_cast<double>(picture.rows - 1));
    const auto column = static_cast<std::size_t>(left);
    const auto row = static_cast<std::size_t>(top);
    const auto width = static_cast<std::size_t>(picture.columns);
    const std::size_t right = std::min(column + 1, width - 1);
    const std::size_t below = std::min(row + 1, static_cast<std::size_t>(picture.rows) - 1);
    const auto shareX = static_cast<float>(left - static_cast<double>(column));
    const auto shareY = static_cast<float>(top - static_cast<double>(row));
    const std::uint8_t* a = &picture.rgba[4 * (row * width + column)];
    const std::uint8_t* b = &picture.rgba[4 * (row * width + right)];
    const std::uint8_t* c = &picture.rgba[4 * (below * width + column)];
    const std::uint8_t* d = &picture.rgba[4 * (below * width + right)];
    for (std::size_t i = 0; i < 4; ++i) {
        const float upper = static_cast<float>(a[i]) + (static_cast<float>(b[i]) - static_cast<float>(a[i])) * shareX;
        const float lower = static_cast<float>(c[i]) + (static_cast<float>(d[i]) - static_cast<float>(c[i])) * shareX;
        sums[i] += upper + (lower - upper) * shareY;
    }
}

} // namespace

RasterPlaces::RasterPlaces(const Box& box, int columns, int rows, const std::function<void(std::span<double>)>& toRaster)
    : columns_(columns), rows_(rows), nodeColumns_((columns + step - 1) / step + 1), nodeRows_((rows + step - 1) / step + 1) {
    nodes_.reserve(std::size_t{2} * static_cast<std::size_t>(nodeColumns_) * static_cast<std::size_t>(nodeRows_));
    for (int row = 0; row < nodeRows_; ++row) {
        for (int column = 0; column < nodeColumns_; ++column) {
            nodes_.push_back(box.minX + box.width() * column * step / columns);
            nodes_.push_back(box.maxY - box.height() * row * step / rows);
        }
    }
    toRaster(nodes_);
}

Point RasterPlaces::node(int column, int row) const {
    const auto index =
        2 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(nodeColumns_) + static_cast<std::size_t>(column));
    return {nodes_[index], nodes_[index + 1]};
}

Point RasterPlaces::at(double column, double row) const {
    const int nodeColumn = std::clamp(static_cast<int>(column) / step, 0, nodeColumns_ - 2);
    const int nodeRow = std::clamp(static_cast<int>(row) / step, 0, nodeRows_ - 2);
    const double x = column / step - nodeColumn;
    const double y = row / step - nodeRow;
    const Point a = node(nodeColumn, nodeRow);
    const Point b = node(nodeColumn + 1, nodeRow);
    const Point c = node(nodeColumn, nodeRow + 1);
    const Point d = node(nodeColumn + 1, nodeRow + 1);
    const auto between = [&](double p, double q, double r, double s) {
        const double upper = p + (q - p) * x;
        return upper + (r + (s - r) * x - upper) * y;
    };
    return {between(a.x, b.x, c.x, d.x), between(a.y, b.y, c.y, d.y)};
}

Box RasterPlaces::touched() const {
    Box box;
    for (std::size_t i = 0; i + 1 < nodes_.size(); i += 2) {
        if (std::isfinite(nodes_[i]) && std::isfinite(nodes_[i + 1])) box.grow(Point{nodes_[i], nodes_[i + 1]});
    }
    return box;
}

double RasterPlaces::pixelsPerPixel() const {
    const double column = columns_ / 2.0;
    const double row = rows_ / 2.0;
    const Point middle = at(column, row);
    const Point east = at(column + 1, row);
    const Point south = at(column, row + 1);
    return std::min(std::hypot(east.x - middle.x, east.y - middle.y), std::hypot(south.x - middle.x, south.y - middle.y));
}

void sample(const RasterPart& part, const RasterPlaces& grid, bool fine, RasterPixels& result) {
    const double scaleX = part.picture.columns / part.window.width();
    const double scaleY = part.picture.rows / part.window.height();
    constexpr std::array<double, 1> middle{0.5};
    constexpr std::array<double, 2> quarters{0.25, 0.75};
    const std::span<const double> places = fine ? std::span<const double>(quarters) : std::span<const double>(middle);
    constexpr float toNearest = 0.5F;
    const float share = 1.0F / static_cast<float>(places.size() * places.size());
    std::uint8_t* pixel = result.rgba.data();
    for (int row = 0; row < result.rows; ++row) {
        for (int column = 0; column < result.columns; ++column, pixel += 4) {
            Sums sums{};
            for (const double y : places) {
                for (const double x : places) {
                    const Point place = grid.at(column + x, row + y);
                    // Also false where there is no place.
                    const bool inside = place.x >= 0 && place.y >= 0 && place.x < part.columns && place.y < part.rows;
                    if (inside)
                        addBilinear(part.picture, (place.x - part.window.minX) * scaleX, (place.y - part.window.minY) * scaleY,
                                    sums);
                }
            }
            for (std::size_t i = 0; i < 4; ++i) pixel[i] = static_cast<std::uint8_t>(sums[i] * share + toNearest);
        }
    }
}

} // namespace banlang::detail
