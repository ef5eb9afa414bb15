// SPDX-License-Identifier: MIT
#include "layers/paper/detail/swatch.h"

#include "layers/paper/detail/marker_painter.h"
#include "layers/paper/detail/shape_painter.h"

#include <algorithm>

namespace banlang::print_layout {
namespace {

void drawArea(cairo_t* cr, const ClassStyle& style, double x, double y, double scale) {
    const auto outline = [&] { cairo_rectangle(cr, x, y, swatchWidthPx, swatchHeightPx); };
    if (style.fill) {
        outline();
        fillPath(cr, *style.fill);
    }
    for (const StrokeStyle& stroke : style.strokes) {
        outline();
        strokePath(cr, stroke, scale);
    }
}

void drawLine(cairo_t* cr, const ClassStyle& style, double fromX, double toX, double y, double scale) {
    for (const StrokeStyle& stroke : style.strokes) {
        const double at = y - stroke.offsetPx.at(scale);
        cairo_move_to(cr, fromX, at);
        cairo_line_to(cr, toX, at);
        strokePath(cr, stroke, scale);
    }
}

} // namespace

void drawSwatch(cairo_t* cr, const LegendEntry& entry, double x, double y, double scaleDenominator) {
    const double middle = y + swatchHeightPx / 2;
    if (entry.marker) {
        Marker marker = *entry.marker;
        marker.radiusPx = std::min(marker.radiusPx, swatchHeightPx * 0.6);
        paintMarker(cr, marker, {x + swatchWidthPx / 2, middle});
        return;
    }
    const Saved saved(cr);
    cairo_rectangle(cr, x - 1, y - 1, swatchWidthPx + 2, swatchHeightPx + 2);
    cairo_clip(cr);
    if (entry.swatch == GeometryKind::polygon) {
        drawArea(cr, entry.style, x, y, scaleDenominator);
    } else if (entry.rest == ClassStyle{}) {
        drawLine(cr, entry.style, x, x + swatchWidthPx, middle, scaleDenominator);
    } else {
        drawLine(cr, entry.style, x, x + swatchWidthPx / 2, middle, scaleDenominator);
        drawLine(cr, entry.rest, x + swatchWidthPx / 2, x + swatchWidthPx, middle, scaleDenominator);
    }
}

} // namespace banlang::print_layout
