// SPDX-License-Identifier: MIT
#include "layers/area_raster.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang {
namespace {

struct GridPoint {
    float x = 0; ///< pixels from the left
    float y = 0; ///< pixels from the top
};

using Mean = std::array<float, 4>; ///< red, green, blue, alpha; premultiplied, 0-255

Mean meanColour(const FillStyle& fill) {
    // Ink of a pattern per area: lines of about a pixel, six apart; dots less.
    constexpr std::array<float, 5> inkShares{0, 0.17F, 0.085F, 0.31F, 0.15F};
    const float ink = inkShares[static_cast<std::size_t>(fill.pattern)] * static_cast<float>(fill.patternColour.a) / 255;
    const float ground = (1 - ink) * static_cast<float>(fill.colour.a) / 255;
    const auto part = [&](std::uint8_t line, std::uint8_t colour) {
        return static_cast<float>(line) * ink + static_cast<float>(colour) * ground;
    };
    return {part(fill.patternColour.r, fill.colour.r), part(fill.patternColour.g, fill.colour.g),
            part(fill.patternColour.b, fill.colour.b), 255 * (ink + ground)};
}

/// What polygons add to each pixel: every edge adds its colour for the ground to its right in its row, and subtracts it where the
/// polygon ends, so that a running sum along the row gives the colour of every pixel. No polygon is looked at by itself.
class ColourSums {
public:
    ColourSums(int widthPx, int heightPx)
        : width_(widthPx), height_(heightPx), cells_(static_cast<std::size_t>(widthPx + 2) * static_cast<std::size_t>(heightPx)) {}

    void addEdge(GridPoint from, GridPoint to, const Mean& colour) {
        if (from.y == to.y) return;
        float sign = 1;
        if (from.y > to.y) {
            std::swap(from, to);
            sign = -1;
        }
        if (!(to.y > 0) || !(from.y < static_cast<float>(height_))) return;
        const float slope = (to.x - from.x) / (to.y - from.y);
        const int lastRow = std::min(height_ - 1, static_cast<int>(to.y));
        for (int row = std::max(0, static_cast<int>(from.y)); row <= lastRow; ++row) {
            const float top = std::max(from.y, static_cast<float>(row));
            const float bottom = std::min(to.y, static_cast<float>(row + 1));
            if (bottom <= top) continue;
            addSpan(row, from.x + (top - from.y) * slope, from.x + (bottom - from.y) * slope, sign * (bottom - top), colour);
        }
    }

    /// Of a polygon that lies in one pixel.
    void addArea(double x, double y, float share, const Mean& colour) {
        if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
        Mean* cells = rowOf(static_cast<int>(y)) + static_cast<int>(x);
        add(cells[0], colour, share);
        add(cells[1], colour, -share);
    }

    [[nodiscard]] PixelColours colours() const {
        PixelColours out(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 4);
        std::uint8_t* pixel = out.data();
        for (int row = 0; row < height_; ++row) {
            const Mean* cell = rowOf(row);
            Mean sum{0.5F, 0.5F, 0.5F, 0.5F};
            for (int x = 0; x < width_; ++x, ++cell) {
                for (std::size_t k = 0; k < 4; ++k) {
                    sum[k] += (*cell)[k];
                    *pixel++ = static_cast<std::uint8_t>(std::clamp(sum[k], 0.0F, 255.0F));
                }
            }
        }
        return out;
    }

private:
    [[nodiscard]] const Mean* rowOf(int row) const {
        return &cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(width_ + 2)];
    }
    [[nodiscard]] Mean* rowOf(int row) { return &cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(width_ + 2)]; }
    static void add(Mean& cell, const Mean& colour, float share) {
        for (std::size_t k = 0; k < 4; ++k) cell[k] += colour[k] * share;
    }
    /// An edge within one row, from `xa` to `xb`.
    void addSpan(int row, float xa, float xb, float height, const Mean& colour) {
        const auto most = static_cast<float>(width_);
        float low = std::min(xa, xb);
        float high = std::max(xa, xb);
        Mean* cells = rowOf(row);
        if (low >= most) return;
        if (high <= 0) return add(cells[0], colour, height);
        // What lies beyond the edges counts whole, or not at all.
        if (low < 0) {
            const float left = height * -low / (high - low);
            add(cells[0], colour, left);
            height -= left;
            low = 0;
        }
        if (high > most) {
            height *= (most - low) / (high - low);
            high = most;
        }
        const int first = static_cast<int>(low);
        const int last = static_cast<int>(high);
        if (first == last) {
            const float right = static_cast<float>(first + 1) - (low + high) / 2;
            add(cells[first], colour, height * right);
            add(cells[first + 1], colour, height * (1 - right));
            return;
        }
        const float perPx = height / (high - low);
        for (int x = first; x <= last; ++x) {
            const float from = std::max(low, static_cast<float>(x));
            const float to = std::min(high, static_cast<float>(x + 1));
            const float part = perPx * (to - from);
            const float right = static_cast<float>(x + 1) - (from + to) / 2;
            add(cells[x], colour, part * right);
            add(cells[x + 1], colour, part * (1 - right));
        }
    }

    int width_;
    int height_;
    std::vector<Mean> cells_;
};

/// Where a polygon lies in the grid, for those of which there may be many in one pixel.
class Placing {
public:
    Placing(const GeometryColumn& polygons, const PixelGrid& grid)
        : polygons_(polygons), left_(grid.topLeft.x), top_(grid.topLeft.y), perPx_(1 / grid.metresPerPx) {}

    void addTo(ColourSums& sums, std::uint32_t feature, const Mean& colour) const {
        const Box& box = polygons_.boxes[feature];
        const double x = std::floor((box.minX - left_) * perPx_);
        const double y = std::floor((top_ - box.maxY) * perPx_);
        const bool inOnePixel = (box.maxX - left_) * perPx_ <= x + 1 && (top_ - box.minY) * perPx_ <= y + 1;
        if (inOnePixel) {
            sums.addArea(x, y, std::abs(areaPx(feature)), colour);
            return;
        }
        eachEdge(feature, left_, top_, [&](GridPoint from, GridPoint to) { sums.addEdge(from, to, colour); });
    }

private:
    template <class Visit> void eachEdge(std::uint32_t feature, double left, double top, Visit&& visit) const {
        for (std::size_t r = polygons_.firstRing(feature); r < polygons_.lastRing(feature); ++r) {
            const auto xy = polygons_.ring(r);
            GridPoint last{};
            for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
                const GridPoint next{static_cast<float>((xy[i] - left) * perPx_), static_cast<float>((top - xy[i + 1]) * perPx_)};
                if (i > 0) visit(last, next);
                last = next;
            }
        }
    }
    [[nodiscard]] float areaPx(std::uint32_t feature) const {
        const Box& box = polygons_.boxes[feature];
        float twice = 0;
        eachEdge(feature, box.minX, box.maxY, [&](GridPoint from, GridPoint to) { twice += from.x * to.y - to.x * from.y; });
        return twice / 2;
    }

    const GeometryColumn& polygons_;
    double left_;
    double top_;
    double perPx_;
};

} // namespace

PixelColours coverAreas(const ShapeSet& set, std::span<const std::uint32_t> features, const PixelGrid& grid) {
    std::vector<Mean> colours(set.styles.size());
    for (std::size_t i = 0; i < colours.size(); ++i) {
        if (set.styles[i].fill) colours[i] = meanColour(*set.styles[i].fill);
    }
    ColourSums sums(grid.widthPx, grid.heightPx);
    const Placing placing(*set.geometry, grid);
    for (const std::uint32_t feature : features) {
        const std::uint8_t of = feature < set.classOf.size() ? set.classOf[feature] : noClass;
        if (of < colours.size() && colours[of][3] > 0) placing.addTo(sums, feature, colours[of]);
    }
    return sums.colours();
}

} // namespace banlang
