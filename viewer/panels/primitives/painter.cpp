// SPDX-License-Identifier: MIT
#include "viewer/panels/primitives/painter.h"

#include "viewer/map/mesh/symbol_mesh.h"
#include "viewer/panels/primitives/detail/imgui_types.h"

#include <algorithm>
#include <cmath>

namespace banlang::viewer {
namespace {

using detail::packed;
using detail::vec;

constexpr std::string_view ellipsis = "…";

float fontSize(const ImFont& font) {
    return font.FontSize * font.Scale;
}

float lineHeightPx(FontRole role) {
    return std::round(emSizePx(role) * 1.45F);
}

} // namespace

void Painter::fill(Rect rect, Colour colour, float radiusPx) const {
    if (colour.a == 0 || rect.w <= 0 || rect.h <= 0) return;
    list_.AddRectFilled(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), packed(colour), radiusPx);
}

void Painter::outline(Rect rect, Colour colour, float radiusPx, float widthPx) const {
    list_.AddRect(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), packed(colour), radiusPx, 0, widthPx);
}

void Painter::line(float x1, float y1, float x2, float y2, Colour colour, float widthPx) const {
    const bool hairline = widthPx <= 1 && (x1 == x2 || y1 == y2);
    if (hairline) {
        // As a filled strip: a stroke would be blurred over two pixels.
        fill({std::round(std::min(x1, x2)), std::round(std::min(y1, y2)), std::max(widthPx, std::abs(x2 - x1)),
              std::max(widthPx, std::abs(y2 - y1))},
             colour);
        return;
    }
    list_.AddLine(vec(x1, y1), vec(x2, y2), packed(colour), widthPx);
}

void Painter::polyline(const std::vector<IconPoint>& points, Colour colour, float widthPx, bool closed) const {
    std::vector<ImVec2> vertices;
    vertices.reserve(points.size());
    for (const IconPoint& point : points) vertices.push_back(vec(point.x, point.y));
    list_.AddPolyline(vertices.data(), static_cast<int>(vertices.size()), packed(colour),
                      closed ? ImDrawFlags_Closed : ImDrawFlags_None, widthPx);
}

void Painter::circle(float x, float y, float radiusPx, Colour colour) const {
    list_.AddCircleFilled(vec(x, y), radiusPx, packed(colour), 0);
}

void Painter::ring(float x, float y, float radiusPx, Colour colour, float widthPx) const {
    list_.AddCircle(vec(x, y), radiusPx, packed(colour), 0, widthPx);
}

void Painter::triangle(IconPoint a, IconPoint b, IconPoint c, Colour colour) const {
    list_.AddTriangleFilled(vec(a.x, a.y), vec(b.x, b.y), vec(c.x, c.y), packed(colour));
}

void Painter::polygon(const std::vector<std::vector<IconPoint>>& rings, Colour colour) const {
    float top = 1e9F;
    float bottom = -1e9F;
    for (const auto& points : rings) {
        for (const IconPoint& point : points) {
            top = std::min(top, point.y);
            bottom = std::max(bottom, point.y);
        }
    }
    std::vector<float> crossings;
    for (float y = std::floor(top) + 0.5F; y < bottom; y += 1) {
        crossings.clear();
        for (const auto& points : rings) {
            for (std::size_t i = 0; i < points.size(); ++i) {
                const IconPoint a = points[i];
                const IconPoint b = points[(i + 1) % points.size()];
                if ((a.y <= y) != (b.y <= y)) crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
        std::ranges::sort(crossings);
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            fill({crossings[i], y - 0.5F, crossings[i + 1] - crossings[i], 1}, colour);
        }
    }
}

void Painter::icon(Icon icon, float centreX, float centreY, float sizePx, Colour colour) const {
    const float scale = sizePx / 16;
    const float left = centreX - sizePx / 2;
    const float top = centreY - sizePx / 2;
    for (IconStroke& stroke : flatten(pathOf(icon))) {
        for (IconPoint& point : stroke.points) point = {left + point.x * scale, top + point.y * scale};
        polyline(stroke.points, colour, 1.5F * scale, stroke.closed);
    }
}

void Painter::pattern(Rect rect, const FillStyle& style) const {
    fill(rect, style.colour);
    if (style.pattern == Pattern::plain) return;
    clipTo(rect);
    if (style.pattern == Pattern::dots) {
        for (int row = 0; static_cast<float>(row) * 4 < rect.h; ++row) {
            const float offset = row % 2 == 0 ? 2.0F : 4.5F;
            for (float x = offset; x < rect.w; x += 5) {
                circle(rect.x + x, rect.y + 2.5F + static_cast<float>(row) * 4, 0.9F, style.patternColour);
            }
        }
    } else {
        const float pitch = style.pattern == Pattern::wideHatch ? 8.0F : 4.5F;
        for (float x = -rect.h; x < rect.w; x += pitch) {
            line(rect.x + x, rect.bottom(), rect.x + x + rect.h, rect.y, style.patternColour, 1.1F);
            if (style.pattern == Pattern::crossHatch) {
                line(rect.x + x, rect.y, rect.x + x + rect.h, rect.bottom(), style.patternColour, 1.1F);
            }
        }
    }
    endClip();
}

void Painter::dashed(float x1, float x2, float y, const StrokeStyle& stroke, double scaleDenominator) const {
    const auto width = static_cast<float>(stroke.widthPx.at(scaleDenominator));
    if (stroke.dashPx.empty()) {
        fill({x1, y - width / 2, x2 - x1, width}, stroke.colour);
        return;
    }
    bool on = true;
    std::size_t index = 0;
    for (float x = x1; x < x2; on = !on, index = (index + 1) % stroke.dashPx.size()) {
        const float length = std::max(stroke.dashPx[index], 0.5F);
        if (on) fill({x, y - width / 2, std::min(length, x2 - x), width}, stroke.colour);
        x += length;
    }
}

void Painter::swatchLine(Rect rect, const ClassStyle& style, double scaleDenominator) const {
    for (const StrokeStyle& stroke : style.strokes) {
        const auto offset = static_cast<float>(stroke.offsetPx.at(scaleDenominator));
        dashed(rect.x, rect.right(), std::round(rect.midY()) - std::clamp(offset, -rect.h / 2, rect.h / 2), stroke,
               scaleDenominator);
    }
}

/// The triangles that the map draws, about the middle of the rectangle.
void Painter::swatchMarker(Rect rect, Marker marker) const {
    marker.at = {};
    marker.offsetXPx = marker.offsetYPx = 0;
    marker.radiusPx = std::min(marker.radiusPx, static_cast<double>(rect.h) / 2);
    const ImDrawListFlags flags = list_.Flags;
    list_.Flags = flags & ~ImDrawListFlags_AntiAliasedFill; // or seams between triangles would show
    const auto corners = detail::prepareSymbols({marker}).corners;
    const auto at = [&](const detail::SymbolVertex& corner) {
        return vec(rect.midX() + corner.offsetXPx, rect.midY() - corner.offsetYPx);
    };
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3)
        list_.AddTriangleFilled(at(corners[i]), at(corners[i + 1]), at(corners[i + 2]), packed(corners[i].colour));
    list_.Flags = flags;
}

void Painter::swatch(Rect rect, const LegendEntry& entry, Colour surface, double scaleDenominator) const {
    if (entry.marker) {
        swatchMarker(rect, *entry.marker);
        return;
    }
    if (entry.swatch == GeometryKind::line) {
        clipTo(rect);
        Rect half = rect;
        if (entry.rest != ClassStyle{}) swatchLine({rect.x + rect.w / 2, rect.y, rect.w / 2, rect.h}, entry.rest, scaleDenominator);
        if (entry.rest != ClassStyle{}) half.w /= 2;
        swatchLine(half, entry.style, scaleDenominator);
        endClip();
        return;
    }
    fill(rect, surface);
    if (entry.style.fill) pattern(rect, *entry.style.fill);
    if (!entry.style.strokes.empty()) {
        const StrokeStyle& stroke = entry.style.strokes.back();
        outline(rect, stroke.colour, 0, std::clamp(static_cast<float>(stroke.widthPx.at(scaleDenominator)), 1.0F, 2.0F));
    } else if (entry.style.fill && entry.style.fill->pattern != Pattern::plain) {
        outline(rect, entry.style.fill->patternColour);
    }
}

void Painter::clipTo(Rect rect) const {
    list_.PushClipRect(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), true);
}

void Painter::endClip() const {
    list_.PopClipRect();
}

float textWidthPx(const Fonts& fonts, std::string_view text, FontRole role, float emPx) {
    if (text.empty()) return 0; // Dear ImGui takes a missing end for a C string
    const ImFont& font = *fonts[role];
    return font.CalcTextSizeA(fontSize(font), 1e9F, 0, text.data(), text.data() + text.size()).x * emPx / emSizePx(role);
}

float Painter::textWidth(std::string_view text, FontRole role) const {
    return textWidthPx(fonts_, text, role, emSizePx(role));
}

std::size_t Painter::fittingBytes(std::string_view text, FontRole role, float widthPx) const {
    std::size_t bytes = text.size();
    const float room = widthPx - textWidth(ellipsis, role);
    while (bytes > 0) {
        // Never in the middle of a UTF-8 sequence.
        do {
            --bytes;
        } while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U);
        if (textWidth(text.substr(0, bytes), role) <= room) break;
    }
    while (bytes > 0 && text[bytes - 1] == ' ') --bytes;
    return bytes;
}

float Painter::textAt(float x, float y, std::string_view text, FontRole role, Colour colour) const {
    if (text.empty()) return 0;
    const ImFont& font = *fonts_[role];
    list_.AddText(&font, fontSize(font), vec(std::round(x), std::round(y)), packed(colour), text.data(), text.data() + text.size());
    return textWidth(text, role);
}

void Painter::text(Rect rect, std::string_view text, FontRole role, Colour colour, Align align) const {
    if (text.empty() || rect.w <= 0) return;
    std::string shortened;
    float width = textWidth(text, role);
    if (width > rect.w + 0.5F) {
        shortened = std::string(text.substr(0, fittingBytes(text, role, rect.w))) + std::string(ellipsis);
        text = shortened;
        width = textWidth(text, role);
    }
    float x = rect.x;
    if (align == Align::centre) x += (rect.w - width) / 2;
    if (align == Align::right) x += rect.w - width;
    textAt(x, rect.y + (rect.h - fontSize(*fonts_[role])) / 2, text, role, colour);
}

std::vector<std::string> Painter::linesOf(std::string_view text, FontRole role, float widthPx) const {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string longer = line.empty() ? std::string(text.substr(0, end)) : line + ' ' + std::string(text.substr(0, end));
        if (!line.empty() && textWidth(longer, role) > widthPx) {
            lines.push_back(std::move(line));
            line = text.substr(0, end);
        } else {
            line = longer;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

float Painter::paragraph(Rect rect, std::string_view text, FontRole role, Colour colour, Align align) const {
    const float lineHeight = lineHeightPx(role);
    float y = rect.y;
    for (const std::string& line : linesOf(text, role, rect.w)) {
        this->text({rect.x, y, rect.w, lineHeight}, line, role, colour, align);
        y += lineHeight;
    }
    return y - rect.y;
}

float Painter::paragraphHeight(float widthPx, std::string_view text, FontRole role) const {
    return lineHeightPx(role) * static_cast<float>(linesOf(text, role, widthPx).size());
}

} // namespace banlang::viewer
