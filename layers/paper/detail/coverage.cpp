// SPDX-License-Identifier: MIT
#include "layers/paper/detail/coverage.h"

#include "core/base/parallel.h"
#include "layers/area_raster.h"

#include <algorithm>

namespace banlang::print_layout {
namespace {

/// Fewer parcels than this Cairo fills in no time.
constexpr std::size_t worthIt = 5'000;

/// Strips of rows that are covered side by side.
constexpr int rowsPerStrip = 128;

/// What the canvas shows, pixel by pixel.
PixelGrid gridOf(cairo_t* cr, const MapView& view, int widthPx, int heightPx) {
    cairo_matrix_t toDevice;
    cairo_get_matrix(cr, &toDevice);
    cairo_matrix_invert(&toDevice);
    PixelPoint corner{};
    cairo_matrix_transform_point(&toDevice, &corner.x, &corner.y);
    return {view.toMap(corner), view.metresPerPx * toDevice.xx, widthPx, heightPx};
}

/// Cairo keeps blue, green, red, alpha in each pixel's word.
void copyRow(const std::uint8_t* rgba, unsigned char* pixels, int widthPx) {
    for (int x = 0; x < widthPx; ++x, rgba += 4, pixels += 4) {
        pixels[0] = rgba[2];
        pixels[1] = rgba[1];
        pixels[2] = rgba[0];
        pixels[3] = rgba[3];
    }
}

/// Rows [first, last) of the grid.
PixelGrid strip(const PixelGrid& grid, int first, int last) {
    return {{grid.topLeft.x, grid.topLeft.y - first * grid.metresPerPx}, grid.metresPerPx, grid.widthPx, last - first};
}

/// The features that reach into each strip.
std::vector<std::vector<std::uint32_t>> byStrip(const ShapeSet& set, const std::vector<std::vector<std::uint32_t>>& rowsByClass,
                                                const PixelGrid& grid) {
    const int count = (grid.heightPx + rowsPerStrip - 1) / rowsPerStrip;
    const double perStrip = 1 / (grid.metresPerPx * rowsPerStrip);
    const auto stripOf = [&](double y) {
        return static_cast<int>(std::clamp((grid.topLeft.y - y) * perStrip, -1.0, static_cast<double>(count)));
    };
    std::vector<std::vector<std::uint32_t>> strips(static_cast<std::size_t>(count));
    for (const auto& rows : rowsByClass) {
        for (const std::uint32_t row : rows) {
            const Box& box = set.geometry->boxes[row];
            const int last = std::min(count - 1, stripOf(box.minY));
            for (int i = std::max(0, stripOf(box.maxY)); i <= last; ++i) strips[static_cast<std::size_t>(i)].push_back(row);
        }
    }
    return strips;
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
    const SurfacePtr layer = imageSurface(CAIRO_FORMAT_ARGB32, width, height);
    if (cairo_surface_status(layer.get()) != CAIRO_STATUS_SUCCESS) return false;
    const PixelGrid grid = gridOf(cr, view, width, height);
    unsigned char* pixels = cairo_image_surface_get_data(layer.get());
    const std::ptrdiff_t stride = cairo_image_surface_get_stride(layer.get());
    const auto featuresOf = byStrip(set, rowsByClass, grid);
    parallelRanges(static_cast<std::size_t>(height), rowsPerStrip, [&](std::size_t begin, std::size_t end) {
        const int first = static_cast<int>(begin);
        const PixelGrid part = strip(grid, first, static_cast<int>(end));
        const std::vector<std::uint32_t>& features = featuresOf[begin / rowsPerStrip];
        const PixelColours colours = coverAreas(set, features, part);
        const std::size_t rowBytes = std::size_t{4} * static_cast<std::size_t>(width);
        for (int row = 0; row < part.heightPx; ++row) {
            copyRow(&colours[static_cast<std::size_t>(row) * rowBytes], pixels + (first + row) * stride, width);
        }
    });
    cairo_surface_mark_dirty(layer.get());
    const Saved saved(cr);
    cairo_identity_matrix(cr);
    cairo_set_source_surface(cr, layer.get(), 0, 0);
    cairo_paint(cr);
    return true;
}

} // namespace banlang::print_layout
