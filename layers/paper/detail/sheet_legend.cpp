// SPDX-License-Identifier: MIT
#include "layers/legend.h"
#include "layers/paper/detail/marker_painter.h"
#include "layers/paper/detail/shape_painter.h"
#include "layers/paper/detail/sheet.h"

namespace banlang::paper {
namespace {

constexpr double rowMm = 5;
constexpr double swatchWidthPx = 22;
constexpr double swatchHeightPx = 13;

void swatchPath(cairo_t* cr, GeometryKind kind, double x, double y) {
    if (kind == GeometryKind::polygon) {
        cairo_rectangle(cr, x, y, swatchWidthPx, swatchHeightPx);
    } else {
        cairo_move_to(cr, x, y + swatchHeightPx / 2);
        cairo_line_to(cr, x + swatchWidthPx, y + swatchHeightPx / 2);
    }
}

void drawSwatch(cairo_t* cr, const LegendEntry& entry, double x, double y, double scale) {
    if (entry.marker) {
        Marker marker = *entry.marker;
        marker.radiusPx = std::min(marker.radiusPx, swatchHeightPx * 0.6);
        paintMarker(cr, marker, {x + swatchWidthPx / 2, y + swatchHeightPx / 2});
        return;
    }
    const Saved saved(cr);
    cairo_rectangle(cr, x - 1, y - 1, swatchWidthPx + 2, swatchHeightPx + 2);
    cairo_clip(cr);
    if (entry.style.fill && entry.swatch == GeometryKind::polygon) {
        swatchPath(cr, entry.swatch, x, y);
        fillPath(cr, *entry.style.fill);
    }
    for (const StrokeStyle& stroke : entry.style.strokes) {
        const Saved moved(cr);
        const double offset = stroke.offsetPx.at(scale);
        if (entry.swatch == GeometryKind::line) cairo_translate(cr, 0, -offset);
        swatchPath(cr, entry.swatch, x, y);
        strokePath(cr, stroke, scale);
    }
}

bool isHeading(const LegendEntry& entry) {
    return entry.swatch == GeometryKind::none && !entry.marker;
}

/// An entry whose style the layer can draw, but did not draw on this page, would tell of something that is not there.
bool onPage(const Sheet& sheet, const MapLayer& layer, const LegendEntry& entry) {
    if (entry.marker || isHeading(entry)) return true;
    bool known = false;
    for (const ShapeSet& set : layer.shapes) {
        for (const ClassStyle& style : set.styles) known = known || style == entry.style;
    }
    for (const DrawnClass& drawn : sheet.painted.classes) {
        if (drawn.layer == &layer && *drawn.style == entry.style) return true;
    }
    return !known;
}

double drawEntry(cairo_t* cr, const Sheet& sheet, const LegendEntry& entry, const RectMm& place, double y) {
    const double scale = sheet.layout.view.scaleDenominator();
    const std::string label(entry.label.in(sheet.language()));
    if (isHeading(entry)) {
        drawText(cr, label, typeface(7.5, true), place.x * pxPerMm, (y + 4) * pxPerMm);
        return y + rowMm + 0.6;
    }
    drawSwatch(cr, entry, place.x * pxPerMm, (y + 0.8) * pxPerMm, scale);
    const double textX = place.x * pxPerMm + swatchWidthPx + 8;
    std::string figure = countText(entry, sheet.language());
    TextStyle style = typeface(7.5);
    const double room = place.right() * pxPerMm - textX - (figure.empty() ? 0 : measureText(cr, figure, style).widthPx + 4);
    const double width = measureText(cr, label, style).widthPx;
    if (width > room) style.sizePx = std::max(6.5 * pxPerPt, style.sizePx * room / width);
    drawText(cr, label, style, textX, (y + 3.6) * pxPerMm);
    drawText(cr, figure, typeface(7.5), place.right() * pxPerMm, (y + 3.6) * pxPerMm, Align::right);
    return y + rowMm;
}

double drawLayerLegend(cairo_t* cr, const Sheet& sheet, const MapLayer& layer, bool counts, const RectMm& place, double y) {
    for (const LegendEntry& entry : layer.legend) {
        if (!onPage(sheet, layer, entry) || y + rowMm > place.bottom()) continue;
        LegendEntry shown = entry;
        // Counts are of the whole district; on a commune's page and on the base map they would mislead.
        if (!counts || sheet.commune != notLinked) {
            shown.count.reset();
            shown.countHidden = false;
        }
        y = drawEntry(cr, sheet, shown, place, y);
    }
    return y;
}

bool asked(const Sheet& sheet, const MapLayer& layer) {
    const auto& ids = sheet.request->layerIds;
    return std::find(ids.begin(), ids.end(), layer.id) != ids.end();
}

} // namespace

double drawLegend(cairo_t* cr, const Sheet& sheet, RectMm place) {
    drawText(cr, sheet.text("Chú giải", "Legend"), typeface(10.5, true), place.x * pxPerMm, (place.y + 5) * pxPerMm);
    RectMm left{place.x, place.y + 8, place.width / 2 - 3, place.height - 8};
    RectMm right = left;
    right.x = place.x + place.width / 2 + 3;
    double leftY = left.y;
    double rightY = right.y;
    for (const auto& layer : sheet.scene.layers) {
        if (!asked(sheet, *layer) || layer->legend.empty()) continue;
        const std::string head(layer->counted.in(sheet.language()));
        drawText(cr, head, typeface(7.5, true), left.x * pxPerMm, (leftY + 3.6) * pxPerMm);
        leftY = drawLayerLegend(cr, sheet, *layer, true, left, leftY + rowMm + 0.6) + 1.5;
    }
    drawText(cr, sheet.text("Nền", "Base map"), typeface(7.5, true), right.x * pxPerMm, (rightY + 3.6) * pxPerMm);
    rightY += rowMm + 0.6;
    for (const auto& layer : sheet.scene.layers) {
        if (!asked(sheet, *layer)) rightY = drawLayerLegend(cr, sheet, *layer, false, right, rightY);
    }
    return std::max(leftY, rightY);
}

} // namespace banlang::paper
