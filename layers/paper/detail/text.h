// SPDX-License-Identifier: MIT
#pragma once

#include "layers/labels/labels.h"
#include "layers/paper/detail/canvas.h"

#include <string>

namespace banlang::print_layout {

struct TextStyle {
    double sizePx = 12;
    bool bold = false;
    bool italic = false;
    Colour colour = rgb(0x16242A);
    double spacingPx = 0;
    double haloPx = 0;
    Colour halo = rgb(0xFFFFFF);
};
enum class Align : std::uint8_t { left, centre, right };

/// Width and line height of one line; ascent and descent of the face included.
[[nodiscard]] TextSize measureText(cairo_t* cr, const std::string& text, const TextStyle& style);
/// One line on a baseline. Live text in PDF; the halo is an outline under it.
void drawText(cairo_t* cr, const std::string& text, const TextStyle& style, double x, double baselineY, Align align = Align::left);
/// Wraps into a width from `topY` down, at most `maxLines`; returns the bottom.
double drawParagraph(cairo_t* cr, const std::string& text, const TextStyle& style, double x, double topY, double widthPx,
                     int maxLines);
/// Letters one after another along a polyline of page points, beginning at `startPx`.
void drawTextAlong(cairo_t* cr, const std::string& text, const TextStyle& style, const std::vector<PixelPoint>& path,
                   double startPx);

} // namespace banlang::print_layout
