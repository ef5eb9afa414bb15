// SPDX-License-Identifier: MIT
#include "core/text/format.h"
#include "layers/paper/detail/print_page.h"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

namespace banlang::print_layout {
namespace {

/// 445 000: thousands apart, as on survey sheets in both languages.
std::string gridLabel(double metres) {
    const auto value = std::lround(metres);
    if (value >= 1'000'000) return fmt::format("{} {:03} {:03}", value / 1'000'000, value / 1000 % 1000, value % 1000);
    return fmt::format("{} {:03}", value / 1000, value % 1000);
}

void line(cairo_t* cr, double x0, double y0, double x1, double y1) {
    cairo_move_to(cr, x0, y0);
    cairo_line_to(cr, x1, y1);
}

void drawCrosses(cairo_t* cr, const PageLayout& layout) {
    const Box seen = layout.view.visible();
    const double arm = 1.5 * pxPerMm;
    for (double x = std::ceil(seen.minX / layout.gridM) * layout.gridM; x <= seen.maxX; x += layout.gridM) {
        for (double y = std::ceil(seen.minY / layout.gridM) * layout.gridM; y <= seen.maxY; y += layout.gridM) {
            const PixelPoint at = layout.view.toPixel({x, y});
            line(cr, at.x - arm, at.y, at.x + arm, at.y);
            line(cr, at.x, at.y - arm, at.x, at.y + arm);
        }
    }
    setColour(cr, rgb(0x16242A, 0.55));
    cairo_set_line_width(cr, 0.12 * pxPerMm);
    cairo_stroke(cr);
}

void drawTicks(cairo_t* cr, const PageLayout& layout) {
    const Box seen = layout.view.visible();
    const double tick = 2 * pxPerMm;
    const double width = layout.view.widthPx;
    const double height = layout.view.heightPx;
    for (double x = std::ceil(seen.minX / layout.gridM) * layout.gridM; x <= seen.maxX; x += layout.gridM) {
        const double at = layout.view.toPixel({x, seen.minY}).x;
        line(cr, at, 0, at, -tick * 0.5);
        line(cr, at, height, at, height + tick * 0.5);
        drawText(cr, gridLabel(x), typeface(6.5, false, mutedInk), at, -1.4 * pxPerMm, Align::centre);
    }
    for (double y = std::ceil(seen.minY / layout.gridM) * layout.gridM; y <= seen.maxY; y += layout.gridM) {
        const double at = layout.view.toPixel({seen.minX, y}).y;
        line(cr, 0, at, -tick * 0.5, at);
        line(cr, width, at, width + tick * 0.5, at);
        const Saved saved(cr);
        cairo_translate(cr, -1.4 * pxPerMm, at);
        cairo_rotate(cr, -std::numbers::pi / 2);
        drawText(cr, gridLabel(y), typeface(6.5, false, mutedInk), 0, 0, Align::centre);
    }
}

} // namespace

void drawMapFrame(cairo_t* cr, const PageLayout& layout, const RectMm& map) {
    const Saved saved(cr);
    cairo_translate(cr, map.x * pxPerMm, map.y * pxPerMm);
    drawCrosses(cr, layout);
    drawTicks(cr, layout);
    cairo_rectangle(cr, 0, 0, layout.view.widthPx, layout.view.heightPx);
    setColour(cr, rgb(0x16242A));
    cairo_set_line_width(cr, 0.4 * pxPerMm);
    cairo_stroke(cr);
}

Box captionPlace() {
    return {3 * pxPerMm, 3 * pxPerMm, 39 * pxPerMm, 13 * pxPerMm};
}

void drawDayCaption(cairo_t* cr, const RectMm& map, Date day, Language language) {
    const Saved saved(cr);
    cairo_translate(cr, map.x * pxPerMm, map.y * pxPerMm);
    const Box place = captionPlace();
    cairo_rectangle(cr, place.minX, place.minY, place.width(), place.height());
    setColour(cr, rgb(0xFFFFFF, 0.92));
    cairo_fill_preserve(cr);
    setColour(cr, rgb(0x16242A));
    cairo_set_line_width(cr, 0.25 * pxPerMm);
    cairo_stroke(cr);
    drawText(cr, formatDate(day, language), typeface(13, true), place.centre().x, place.centre().y + 1.7 * pxPerMm, Align::centre);
}

} // namespace banlang::print_layout
