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

/// Signed area of a polygon per pixel: each edge adds what lies to its right in its row, and a running sum over the row gives
/// the covered share of every pixel.
class Coverage {
public:
    void begin(int width, int height) {
        width_ = width;
        height_ = height;
        cells_.assign(static_cast<std::size_t>(width_ + 2) * static_cast<std::size_t>(height_), 0.0F);
    }
    void addEdge(GridPoint from, GridPoint to) {
        if (from.y == to.y) return;
        const float direction = from.y < to.y ? 1.0F : -1.0F;
        if (from.y > to.y) std::swap(from, to);
        const float slope = (to.x - from.x) / (to.y - from.y);
        const int lastRow = std::min(height_ - 1, static_cast<int>(std::floor(to.y)));
        for (int row = std::max(0, static_cast<int>(std::floor(from.y))); row <= lastRow; ++row) {
            const float top = std::max(from.y, static_cast<float>(row));
            const float bottom = std::min(to.y, static_cast<float>(row + 1));
            if (bottom <= top) continue;
            addSpan(row, from.x + (top - from.y) * slope, from.x + (bottom - from.y) * slope, direction * (bottom - top));
        }
    }
    template <class Visit> void visit(Visit&& visit) const {
        for (int row = 0; row < height_; ++row) {
            float sum = 0;
            for (int x = 0; x < width_; ++x) {
                sum += cells_[index(row, x)];
                const float share = std::min(1.0F, std::abs(sum));
                if (share > 1e-4F) visit(x, row, share);
            }
        }
    }

private:
    [[nodiscard]] std::size_t index(int row, int x) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(width_ + 2) + static_cast<std::size_t>(x);
    }
    void addSpan(int row, float xa, float xb, float height) {
        const float low = std::clamp(std::min(xa, xb), 0.0F, static_cast<float>(width_));
        const float high = std::clamp(std::max(xa, xb), 0.0F, static_cast<float>(width_));
        const int first = static_cast<int>(low);
        const int last = static_cast<int>(high);
        float* cells = &cells_[index(row, 0)];
        for (int x = first; x <= last; ++x) {
            const float from = std::max(low, static_cast<float>(x));
            const float to = std::min(high, static_cast<float>(x + 1));
            const float part = high > low ? height * (to - from) / (high - low) : height;
            const float right = static_cast<float>(x + 1) - (from + to) / 2;
            cells[x] += part * right;
            cells[x + 1] += part * (1 - right);
        }
    }

    int width_ = 0;
    int height_ = 0;
    std::vector<float> cells_;
};

using Mean = std::array<float, 4>; ///< premultiplied, 0-255

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

class AreaPainter {
public:
    AreaPainter(const GeometryColumn& polygons, const PixelGrid& grid)
        : polygons_(polygons), grid_(grid),
          sums_(static_cast<std::size_t>(grid.widthPx) * static_cast<std::size_t>(grid.heightPx)) {}

    void add(std::uint32_t feature, const Mean& colour) {
        const Box& box = polygons_.boxes[feature];
        const double perPx = 1 / grid_.metresPerPx;
        const auto clamped = [](double value, int most) {
            return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(most)));
        };
        const int x0 = clamped(std::floor((box.minX - grid_.topLeft.x) * perPx), grid_.widthPx);
        const int y0 = clamped(std::floor((grid_.topLeft.y - box.maxY) * perPx), grid_.heightPx);
        const int x1 = clamped(std::ceil((box.maxX - grid_.topLeft.x) * perPx), grid_.widthPx);
        const int y1 = clamped(std::ceil((grid_.topLeft.y - box.minY) * perPx), grid_.heightPx);
        if (x1 <= x0 || y1 <= y0) return;
        const Point corner{grid_.topLeft.x + x0 * grid_.metresPerPx, grid_.topLeft.y - y0 * grid_.metresPerPx};
        if (x1 - x0 == 1 && y1 - y0 == 1 && grid_.box().contains({box.minX, box.minY}) &&
            grid_.box().contains({box.maxX, box.maxY})) {
            addTo(x0, y0, colour, std::min(1.0F, std::abs(areaPx(feature, corner, perPx))));
            return;
        }
        coverage_.begin(x1 - x0, y1 - y0);
        eachEdge(feature, corner, perPx, [&](GridPoint from, GridPoint to) { coverage_.addEdge(from, to); });
        coverage_.visit([&](int x, int y, float share) { addTo(x0 + x, y0 + y, colour, share); });
    }

    [[nodiscard]] PixelColours colours() const {
        PixelColours out(sums_.size() * 4);
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            for (std::size_t k = 0; k < 4; ++k) out[4 * i + k] = static_cast<std::uint8_t>(std::min(255.0F, sums_[i][k] + 0.5F));
        }
        return out;
    }

private:
    template <class Visit> void eachEdge(std::uint32_t feature, Point corner, double perPx, Visit&& visit) const {
        for (std::size_t r = polygons_.firstRing(feature); r < polygons_.lastRing(feature); ++r) {
            const auto xy = polygons_.ring(r);
            GridPoint last{};
            for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
                const GridPoint next{static_cast<float>((xy[i] - corner.x) * perPx),
                                     static_cast<float>((corner.y - xy[i + 1]) * perPx)};
                if (i > 0) visit(last, next);
                last = next;
            }
        }
    }
    [[nodiscard]] float areaPx(std::uint32_t feature, Point corner, double perPx) const {
        float twice = 0;
        eachEdge(feature, corner, perPx, [&](GridPoint from, GridPoint to) { twice += from.x * to.y - to.x * from.y; });
        return twice / 2;
    }
    void addTo(int x, int y, const Mean& colour, float share) {
        Mean& sum = sums_[static_cast<std::size_t>(y) * static_cast<std::size_t>(grid_.widthPx) + static_cast<std::size_t>(x)];
        for (std::size_t k = 0; k < 4; ++k) sum[k] += colour[k] * share;
    }

    const GeometryColumn& polygons_;
    PixelGrid grid_;
    std::vector<Mean> sums_;
    Coverage coverage_;
};

} // namespace

PixelColours coverAreas(const ShapeSet& set, std::span<const std::uint32_t> features, const PixelGrid& grid) {
    std::vector<Mean> colours(set.styles.size());
    for (std::size_t i = 0; i < colours.size(); ++i) {
        if (set.styles[i].fill) colours[i] = meanColour(*set.styles[i].fill);
    }
    AreaPainter painter(*set.geometry, grid);
    for (const std::uint32_t feature : features) {
        const std::uint8_t of = feature < set.classOf.size() ? set.classOf[feature] : noClass;
        if (of < colours.size() && colours[of][3] > 0) painter.add(feature, colours[of]);
    }
    return painter.colours();
}

} // namespace banlang
