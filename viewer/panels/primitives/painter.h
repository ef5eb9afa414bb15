// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"
#include "viewer/panels/primitives/fonts.h"
#include "viewer/panels/primitives/icons.h"
#include "viewer/panels/primitives/rect.h"

#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace banlang::viewer {

enum class Align : std::uint8_t { left, centre, right };

/// Of one line at an em size.
[[nodiscard]] float textWidthPx(const Fonts& fonts, std::string_view text, FontRole role, float emPx);

/// Draws into one list of Dear ImGui; the only place that knows its drawing calls. Positions snap to whole pixels for text and
/// hairlines.
class Painter {
public:
    Painter(ImDrawList& list, const Fonts& fonts) : list_(list), fonts_(fonts) {}

    void fill(Rect rect, Colour colour, float radiusPx = 0) const;
    void outline(Rect rect, Colour colour, float radiusPx = 0, float widthPx = 1) const;
    void line(float x1, float y1, float x2, float y2, Colour colour, float widthPx = 1) const;
    void polyline(const std::vector<IconPoint>& points, Colour colour, float widthPx, bool closed = false) const;
    void circle(float x, float y, float radiusPx, Colour colour) const;
    void ring(float x, float y, float radiusPx, Colour colour, float widthPx) const;
    void triangle(IconPoint a, IconPoint b, IconPoint c, Colour colour) const;
    /// Any simple or holed polygon by the even-odd rule, in horizontal strips of one pixel: for small pictures only.
    void polygon(const std::vector<std::vector<IconPoint>>& rings, Colour colour) const;

    /// One line, centred vertically in the rectangle; too long a text ends in "…".
    void text(Rect rect, std::string_view text, FontRole role, Colour colour, Align align = Align::left) const;
    /// One line whose top left corner is given; returns its width.
    float textAt(float x, float y, std::string_view text, FontRole role, Colour colour) const;
    [[nodiscard]] float textWidth(std::string_view text, FontRole role) const;
    /// Several lines, broken at blanks; returns the height used.
    float paragraph(Rect rect, std::string_view text, FontRole role, Colour colour, Align align = Align::left) const;
    [[nodiscard]] float paragraphHeight(float widthPx, std::string_view text, FontRole role) const;

    void icon(Icon icon, float centreX, float centreY, float sizePx, Colour colour) const;
    /// Area of a class: colour and pattern, as the map shows it.
    void pattern(Rect rect, const FillStyle& fill) const;
    /// A legend swatch as things look on a map of this scale.
    void swatch(Rect rect, const LegendEntry& entry, Colour surface, double scaleDenominator) const;

    void clipTo(Rect rect) const;
    void endClip() const;

private:
    void swatchLine(Rect rect, const ClassStyle& style, double scaleDenominator) const;
    void swatchMarker(Rect rect, Marker marker) const;
    void dashed(float x1, float x2, float y, const StrokeStyle& stroke, double scaleDenominator) const;
    [[nodiscard]] std::vector<std::string> linesOf(std::string_view text, FontRole role, float widthPx) const;
    [[nodiscard]] std::size_t fittingBytes(std::string_view text, FontRole role, float widthPx) const;
    ImDrawList& list_;
    const Fonts& fonts_;
};

} // namespace banlang::viewer
