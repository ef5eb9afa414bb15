// SPDX-License-Identifier: MIT
#include "layers/paper/detail/canvas.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <new>
#include <numbers>

namespace banlang::print_layout {
namespace {

constexpr double hatchPitchPx = 1.2 * pxPerMm;
constexpr double wideHatchPitchPx = 2.4 * pxPerMm;
constexpr double hatchLinePx = 0.25 * pxPerMm;
constexpr double dotRadiusPx = 0.22 * pxPerMm;

struct Extent {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// Lines at 45 degrees over an extent, on a grid of the page, so that neighbours continue each other's hatching.
void addHatch(cairo_t* cr, const Extent& extent, double pitchPx, bool rising) {
    const double step = pitchPx * std::numbers::sqrt2;
    const double sign = rising ? 1.0 : -1.0;
    const double first = rising ? extent.x0 + extent.y0 : extent.x0 - extent.y1;
    const double last = rising ? extent.x1 + extent.y1 : extent.x1 - extent.y0;
    for (double c = std::floor(first / step) * step; c <= last; c += step) {
        cairo_move_to(cr, c - sign * extent.y0, extent.y0);
        cairo_line_to(cr, c - sign * extent.y1, extent.y1);
    }
}

void addDots(cairo_t* cr, const Extent& extent) {
    const double half = hatchPitchPx / std::numbers::sqrt2;
    auto row = static_cast<std::int64_t>(std::floor(extent.y0 / half));
    for (; static_cast<double>(row) * half <= extent.y1 + half; ++row) {
        const double shift = row % 2 == 0 ? 0 : half;
        const double firstX = std::floor((extent.x0 - shift) / (2 * half)) * 2 * half + shift;
        for (double x = firstX; x <= extent.x1 + half; x += 2 * half) {
            cairo_new_sub_path(cr);
            cairo_arc(cr, x, static_cast<double>(row) * half, dotRadiusPx, 0, 2 * std::numbers::pi);
        }
    }
}

void drawPattern(cairo_t* cr, const FillStyle& fill, const Extent& extent) {
    setColour(cr, fill.patternColour);
    if (fill.pattern == Pattern::dots) {
        addDots(cr, extent);
        cairo_fill(cr);
        return;
    }
    addHatch(cr, extent, fill.pattern == Pattern::wideHatch ? wideHatchPitchPx : hatchPitchPx, true);
    if (fill.pattern == Pattern::crossHatch) addHatch(cr, extent, hatchPitchPx, false);
    cairo_set_line_width(cr, hatchLinePx);
    cairo_set_dash(cr, nullptr, 0, 0);
    cairo_stroke(cr);
}

} // namespace

SurfacePtr imageSurface(cairo_format_t format, int columns, int rows) {
    SurfacePtr surface(cairo_image_surface_create(format, columns, rows), cairo_surface_destroy);
    if (cairo_surface_status(surface.get()) == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc();
    return surface;
}

void fillPath(cairo_t* cr, const FillStyle& fill) {
    setColour(cr, fill.colour);
    if (fill.pattern == Pattern::plain) {
        cairo_fill(cr);
        return;
    }
    cairo_fill_preserve(cr);
    const Saved saved(cr);
    cairo_clip(cr);
    Extent extent;
    cairo_clip_extents(cr, &extent.x0, &extent.y0, &extent.x1, &extent.y1);
    if (extent.x1 > extent.x0 && extent.y1 > extent.y0) drawPattern(cr, fill, extent);
    cairo_new_path(cr);
}

} // namespace banlang::print_layout
