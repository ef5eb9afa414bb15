// SPDX-License-Identifier: MIT
#include "layers/paper/detail/marker_painter.h"

#include "layers/paper/detail/text.h"

#include <cmath>
#include <numbers>
#include <numeric>

namespace banlang::print_layout {
namespace {

constexpr double ringHoleShare = 0.5;
constexpr double textShare = 1.05; ///< size of the text in radii
constexpr double smallestTextPx = 6.5 * pxPerPt;

void circlePath(cairo_t* cr, PixelPoint centre, double radius) {
    cairo_new_sub_path(cr);
    cairo_arc(cr, centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
}

void trianglePath(cairo_t* cr, PixelPoint centre, double radius) {
    cairo_move_to(cr, centre.x, centre.y - radius);
    cairo_line_to(cr, centre.x + radius * 0.87, centre.y + radius * 0.5);
    cairo_line_to(cr, centre.x - radius * 0.87, centre.y + radius * 0.5);
    cairo_close_path(cr);
}

void housePath(cairo_t* cr, PixelPoint centre, double radius) {
    cairo_move_to(cr, centre.x - radius * 0.8, centre.y + radius * 0.8);
    cairo_line_to(cr, centre.x - radius * 0.8, centre.y - radius * 0.1);
    cairo_line_to(cr, centre.x, centre.y - radius);
    cairo_line_to(cr, centre.x + radius * 0.8, centre.y - radius * 0.1);
    cairo_line_to(cr, centre.x + radius * 0.8, centre.y + radius * 0.8);
    cairo_close_path(cr);
}

void outlinePath(cairo_t* cr, const Marker& marker, PixelPoint centre) {
    const double r = marker.radiusPx;
    switch (marker.shape) {
    case MarkerShape::circle:
    case MarkerShape::ring:
    case MarkerShape::badge:
        circlePath(cr, centre, r);
        break;
    case MarkerShape::square:
        cairo_rectangle(cr, centre.x - r, centre.y - r, 2 * r, 2 * r);
        break;
    case MarkerShape::triangle:
        trianglePath(cr, centre, r);
        break;
    case MarkerShape::house:
        housePath(cr, centre, r);
        break;
    }
}

void strokeRim(cairo_t* cr, const Marker& marker, PixelPoint centre) {
    if (marker.rimPx <= 0) return;
    cairo_set_line_width(cr, marker.rimPx);
    if (marker.rimDashed) {
        // On a fill as dark as the rim the gaps would not be seen.
        outlinePath(cr, marker, centre);
        setColour(cr, rgb(0xFFFFFF));
        cairo_stroke(cr);
    }
    outlinePath(cr, marker, centre);
    setColour(cr, marker.rim);
    const double dash[] = {2.4, 1.8};
    cairo_set_dash(cr, dash, marker.rimDashed ? 2 : 0, 0);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    cairo_stroke(cr);
    cairo_set_dash(cr, nullptr, 0, 0);
}

/// Parts of the whole, clockwise from the top, with a hairline between them.
void paintShares(cairo_t* cr, const Marker& marker, PixelPoint centre) {
    const double total = std::accumulate(marker.shares.begin(), marker.shares.end(), 0.0);
    if (total <= 0) return;
    double angle = -std::numbers::pi / 2;
    for (std::size_t i = 0; i < marker.shares.size() && i < marker.shareFills.size(); ++i) {
        const double next = angle + marker.shares[i] / total * 2 * std::numbers::pi;
        if (marker.shares[i] <= 0) continue;
        cairo_new_path(cr);
        cairo_arc(cr, centre.x, centre.y, marker.radiusPx, angle, next);
        cairo_arc_negative(cr, centre.x, centre.y, marker.radiusPx * ringHoleShare, next, angle);
        cairo_close_path(cr);
        cairo_path_t* slice = cairo_copy_path(cr);
        fillPath(cr, marker.shareFills[i]);
        cairo_append_path(cr, slice);
        cairo_path_destroy(slice);
        setColour(cr, marker.rim);
        cairo_set_line_width(cr, std::min(0.6, marker.rimPx));
        cairo_stroke(cr);
        angle = next;
    }
    circlePath(cr, centre, marker.radiusPx * ringHoleShare);
    setColour(cr, marker.fill);
    cairo_fill(cr);
}

/// A house fills from its foundation up, a fifth for each step.
void paintHouseSteps(cairo_t* cr, const Marker& marker, PixelPoint centre) {
    const double r = marker.radiusPx;
    housePath(cr, centre, r);
    setColour(cr, rgb(0xFFFFFF));
    cairo_fill(cr);
    const Saved saved(cr);
    housePath(cr, centre, r);
    cairo_clip(cr);
    const double height = 1.8 * r * marker.level / 5.0;
    cairo_rectangle(cr, centre.x - r, centre.y + 0.8 * r - height, 2 * r, height);
    setColour(cr, marker.fill);
    cairo_fill(cr);
}

void paintText(cairo_t* cr, const Marker& marker, PixelPoint centre) {
    if (marker.text.empty()) return;
    const double room = marker.shape == MarkerShape::ring ? marker.radiusPx * ringHoleShare : marker.radiusPx;
    TextStyle style{.sizePx = room * textShare, .bold = true, .colour = marker.textColour};
    style.sizePx = std::max(style.sizePx, smallestTextPx);
    drawText(cr, marker.text, style, centre.x, centre.y + style.sizePx * 0.36, Align::centre);
}

} // namespace

void paintMarker(cairo_t* cr, const Marker& marker, PixelPoint centre) {
    cairo_new_path(cr);
    if (marker.shape == MarkerShape::house) {
        paintHouseSteps(cr, marker, centre);
    } else {
        outlinePath(cr, marker, centre);
        setColour(cr, marker.fill);
        cairo_fill(cr);
    }
    if (marker.shape == MarkerShape::ring) paintShares(cr, marker, centre);
    strokeRim(cr, marker, centre);
    paintText(cr, marker, centre);
}

std::size_t paintMarkers(cairo_t* cr, const MarkerSet& set, const MapView& view) {
    if (!set.scales.shows(view.scaleDenominator())) return 0;
    std::size_t drawn = 0;
    for (const Marker& marker : set.markers) {
        const PixelPoint foot = view.toPixel(marker.at);
        const PixelPoint centre{foot.x + marker.offsetXPx, foot.y + marker.offsetYPx};
        const double r = marker.radiusPx;
        if (centre.x < -r || centre.y < -r || centre.x > view.widthPx + r || centre.y > view.heightPx + r) continue;
        if (std::hypot(marker.offsetXPx, marker.offsetYPx) > r) {
            cairo_move_to(cr, foot.x, foot.y);
            cairo_line_to(cr, centre.x, centre.y);
            setColour(cr, marker.rim);
            cairo_set_line_width(cr, 0.9);
            cairo_stroke(cr);
        }
        paintMarker(cr, marker, centre);
        ++drawn;
    }
    return drawn;
}

} // namespace banlang::print_layout
