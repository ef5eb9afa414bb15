// SPDX-License-Identifier: MIT
#include "layers/paper/detail/coverage.h"

#include <algorithm>
#include <cmath>

namespace banlang::paper {
namespace {

/// Fewer parcels than this Cairo fills in no time.
constexpr std::size_t worthIt = 5'000;

/// Signed area of a polygon per pixel: each edge adds what lies to its right in its row, and a running sum over the row gives
/// the covered share of every pixel.
class Coverage {
public:
    void begin(int width, int height) {
        width_ = width;
        height_ = height;
        cells_.assign(static_cast<std::size_t>(width_ + 2) * static_cast<std::size_t>(height_), 0.0F);
    }
    void addEdge(double x0, double y0, double x1, double y1) {
        if (y0 == y1) return;
        const double direction = y0 < y1 ? 1 : -1;
        if (y0 > y1) {
            std::swap(x0, x1);
            std::swap(y0, y1);
        }
        const double slope = (x1 - x0) / (y1 - y0);
        const int lastRow = std::min(height_ - 1, static_cast<int>(y1));
        for (int row = std::max(0, static_cast<int>(y0)); row <= lastRow; ++row) {
            const double top = std::max(y0, static_cast<double>(row));
            const double bottom = std::min(y1, static_cast<double>(row + 1));
            if (bottom > top) {
                addSpan(row, x0 + (top - y0) * slope, x0 + (bottom - y0) * slope, direction * (bottom - top));
            }
        }
    }
    template <class Visit> void visit(Visit&& visit) const {
        for (int row = 0; row < height_; ++row) {
            float sum = 0;
            for (int x = 0; x < width_; ++x) {
                sum += cells_[index(row, x)];
                const float share = std::min(1.0F, std::abs(sum));
                if (share > 0.001F) visit(x, row, share);
            }
        }
    }

private:
    [[nodiscard]] std::size_t index(int row, int x) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(width_ + 2) + static_cast<std::size_t>(x);
    }
    void addSpan(int row, double xa, double xb, double height) {
        const double low = std::clamp(std::min(xa, xb), 0.0, static_cast<double>(width_));
        const double high = std::clamp(std::max(xa, xb), 0.0, static_cast<double>(width_));
        const int first = static_cast<int>(low);
        const int last = static_cast<int>(high);
        for (int x = first; x <= last; ++x) {
            const double from = std::max(low, static_cast<double>(x));
            const double to = std::min(high, static_cast<double>(x + 1));
            const double part = high > low ? height * (to - from) / (high - low) : height;
            const double right = x + 1 - (from + to) / 2;
            cells_[index(row, x)] += static_cast<float>(part * right);
            cells_[index(row, x + 1)] += static_cast<float>(part * (1 - right));
        }
    }

    int width_ = 0;
    int height_ = 0;
    std::vector<float> cells_;
};

struct Image {
    unsigned char* pixels = nullptr;
    int width = 0, height = 0, stride = 0;

    void add(int x, int y, Colour colour, float share) const {
        unsigned char* pixel = pixels + static_cast<std::ptrdiff_t>(y) * stride + std::ptrdiff_t{4} * x;
        const float alpha = share * static_cast<float>(colour.a) / 255.0F;
        const unsigned char parts[] = {colour.b, colour.g, colour.r, 255};
        for (int i = 0; i < 4; ++i) {
            const int value = pixel[i] + static_cast<int>(static_cast<float>(parts[i]) * alpha + 0.5F);
            pixel[i] = static_cast<unsigned char>(std::min(255, value));
        }
    }
};

struct DeviceMap {
    MapView view;
    cairo_matrix_t matrix{};
    [[nodiscard]] PixelPoint at(Point point) const {
        PixelPoint pixel = view.toPixel(point);
        cairo_matrix_transform_point(&matrix, &pixel.x, &pixel.y);
        return pixel;
    }
};

void addFeature(const Image& image, Coverage& coverage, const GeometryColumn& polygons, std::uint32_t row, const DeviceMap& map,
                Colour colour) {
    const Box& box = polygons.boxes[row];
    const PixelPoint topLeft = map.at({box.minX, box.maxY});
    const PixelPoint bottomRight = map.at({box.maxX, box.minY});
    const int x0 = std::max(0, static_cast<int>(std::floor(topLeft.x)));
    const int y0 = std::max(0, static_cast<int>(std::floor(topLeft.y)));
    const int x1 = std::min(image.width, static_cast<int>(std::ceil(bottomRight.x)));
    const int y1 = std::min(image.height, static_cast<int>(std::ceil(bottomRight.y)));
    if (x1 <= x0 || y1 <= y0) return;
    coverage.begin(x1 - x0, y1 - y0);
    for (std::size_t ring = polygons.firstRing(row); ring < polygons.lastRing(row); ++ring) {
        const auto xy = polygons.ring(ring);
        PixelPoint last = map.at({xy[0], xy[1]});
        for (std::size_t i = 2; i + 1 < xy.size(); i += 2) {
            const PixelPoint next = map.at({xy[i], xy[i + 1]});
            coverage.addEdge(last.x - x0, last.y - y0, next.x - x0, next.y - y0);
            last = next;
        }
    }
    coverage.visit([&](int x, int y, float share) { image.add(x0 + x, y0 + y, colour, share); });
}

} // namespace

bool blendByCoverage(cairo_t* cr, const ShapeSet& set, const std::vector<std::vector<std::uint32_t>>& rowsByClass,
                     const MapView& view) {
    cairo_surface_t* target = cairo_get_target(cr);
    if (cairo_surface_get_type(target) != CAIRO_SURFACE_TYPE_IMAGE || set.geometry->kind != GeometryKind::polygon) return false;
    std::size_t count = 0;
    for (std::size_t i = 0; i < rowsByClass.size(); ++i) {
        count += rowsByClass[i].size();
        const auto& fill = set.styles[i].fill;
        if (!rowsByClass[i].empty() && fill && fill->pattern != Pattern::plain) return false;
    }
    if (count < worthIt) return false;
    const int width = cairo_image_surface_get_width(target);
    const int height = cairo_image_surface_get_height(target);
    const SurfacePtr layer(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height), cairo_surface_destroy);
    if (cairo_surface_status(layer.get()) != CAIRO_STATUS_SUCCESS) return false;
    const Image image{cairo_image_surface_get_data(layer.get()), width, height, cairo_image_surface_get_stride(layer.get())};
    DeviceMap map{view, {}};
    cairo_get_matrix(cr, &map.matrix);
    Coverage coverage;
    for (std::size_t i = 0; i < rowsByClass.size(); ++i) {
        if (!set.styles[i].fill) continue;
        for (const std::uint32_t row : rowsByClass[i]) {
            addFeature(image, coverage, *set.geometry, row, map, set.styles[i].fill->colour);
        }
    }
    cairo_surface_mark_dirty(layer.get());
    const Saved saved(cr);
    cairo_identity_matrix(cr);
    cairo_set_source_surface(cr, layer.get(), 0, 0);
    cairo_paint(cr);
    return true;
}

} // namespace banlang::paper
