// SPDX-License-Identifier: MIT
#include "viewer/panels/primitives/detail/imgui_types.h"
#include "viewer/panels/primitives/painter.h"

#include <algorithm>
#include <array>
#include <cmath>

// Text of the panels and of the map.

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

/// Halo copies stand on a ring; a wide halo needs a second ring inside, or letters show through.
void addHalo(ImDrawList& list, const ImFont& font, float size, float x, float y, std::string_view text, Colour halo, float haloPx) {
    for (float radius = haloPx; radius > 0.6F; radius -= 1.3F) {
        const int copies = radius > 2 ? 12 : 8;
        for (int i = 0; i < copies; ++i) {
            const float angle = 6.2831853F * static_cast<float>(i) / static_cast<float>(copies);
            list.AddText(&font, size, vec(x + radius * std::cos(angle), y + radius * std::sin(angle)), packed(halo), text.data(),
                         text.data() + text.size());
        }
    }
}

} // namespace

float textWidthPx(const Fonts& fonts, std::string_view text, FontRole role, float emPx) {
    if (text.empty()) return 0; // Dear ImGui takes a missing end for a C string
    const ImFont& font = *fonts[role];
    return font.CalcTextSizeA(fontSize(font), 1e9F, 0, text.data(), text.data() + text.size()).x * emPx / emSizePx(role);
}

float Painter::textWidth(std::string_view text, FontRole role) const {
    return textWidthPx(fonts_, text, role, emSizePx(role));
}

float Painter::textWidth(std::string_view text, FontRole role, float emPx) const {
    return textWidthPx(fonts_, text, role, emPx);
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

void Painter::haloText(float centreX, float centreY, std::string_view text, FontRole role, float emPx, Colour colour, Colour halo,
                       float haloPx) const {
    if (text.empty()) return;
    const ImFont& font = *fonts_[role];
    const float size = fontSize(font) * emPx / emSizePx(role);
    const float x = std::round(centreX - textWidth(text, role, emPx) / 2);
    const float y = std::round(centreY - size / 2);
    addHalo(list_, font, size, x, y, text, halo, haloPx);
    if (colour.a > 0) list_.AddText(&font, size, vec(x, y), packed(colour), text.data(), text.data() + text.size());
}

namespace {

/// A glyph that is turned to lie along a line: its corners on the screen and in the atlas.
struct LaidGlyph {
    std::array<ImVec2, 4> corners;
    ImVec2 first, last;
};

/// Walks along a line of points.
class Walk {
public:
    explicit Walk(const std::vector<IconPoint>& path) : path_(path) {}

    /// Distances must not get smaller from call to call.
    [[nodiscard]] IconPoint at(float distance) {
        while (next_ + 1 < path_.size() && distance > behind_ + length(next_)) behind_ += length(next_++);
        const float whole = length(next_);
        const float t = whole > 0 ? (distance - behind_) / whole : 0;
        const IconPoint a = path_[next_ - 1];
        const IconPoint b = path_[next_];
        return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
    }

private:
    [[nodiscard]] float length(std::size_t to) const {
        return std::hypot(path_[to].x - path_[to - 1].x, path_[to].y - path_[to - 1].y);
    }
    const std::vector<IconPoint>& path_;
    std::size_t next_ = 1;
    float behind_ = 0; ///< length of the line before the point next_ - 1
};

/// Each glyph lies on the chord of the stretch that it takes, so that neighbours meet without gap in a bend.
std::vector<LaidGlyph> layAlong(const std::vector<IconPoint>& path, float startPx, float risePx, std::string_view text,
                                const ImFont& font, float scale) {
    std::vector<LaidGlyph> laid;
    Walk walk(path);
    float along = startPx;
    IconPoint from = walk.at(along);
    // Glyph boxes hang from the top of the line; the text stands on the path, raised by risePx.
    const float lift = font.Ascent * scale + risePx;
    const char* cursor = text.data();
    const char* end = text.data() + text.size();
    while (cursor < end) {
        const ImFontGlyph* glyph = font.FindGlyph(detail::nextLetter(cursor, end));
        if (glyph == nullptr) continue;
        const float advance = glyph->AdvanceX * scale;
        along += advance;
        const IconPoint to = walk.at(along);
        const float chord = std::hypot(to.x - from.x, to.y - from.y);
        if (glyph->Visible != 0U && chord > 0) {
            const float cosine = (to.x - from.x) / chord;
            const float sine = (to.y - from.y) / chord;
            const IconPoint middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
            const auto corner = [&](float gx, float gy) {
                const float u = gx * scale - advance / 2;
                const float v = gy * scale - lift;
                return vec(middle.x + u * cosine - v * sine, middle.y + u * sine + v * cosine);
            };
            laid.push_back({{corner(glyph->X0, glyph->Y0), corner(glyph->X1, glyph->Y0), corner(glyph->X1, glyph->Y1),
                             corner(glyph->X0, glyph->Y1)},
                            vec(glyph->U0, glyph->V0),
                            vec(glyph->U1, glyph->V1)});
        }
        from = to;
    }
    return laid;
}

void drawGlyphs(ImDrawList& list, const std::vector<LaidGlyph>& glyphs, float dx, float dy, Colour colour) {
    const auto moved = [&](ImVec2 corner) { return vec(corner.x + dx, corner.y + dy); };
    list.PrimReserve(static_cast<int>(glyphs.size()) * 6, static_cast<int>(glyphs.size()) * 4);
    for (const LaidGlyph& glyph : glyphs) {
        list.PrimQuadUV(moved(glyph.corners[0]), moved(glyph.corners[1]), moved(glyph.corners[2]), moved(glyph.corners[3]),
                        glyph.first, vec(glyph.last.x, glyph.first.y), glyph.last, vec(glyph.first.x, glyph.last.y),
                        packed(colour));
    }
}

} // namespace

void Painter::textAlong(const std::vector<IconPoint>& path, float startPx, float risePx, std::string_view text, FontRole role,
                        float emPx, Colour colour, Colour halo, float haloPx) const {
    if (path.size() < 2) return;
    const ImFont& font = *fonts_[role];
    const std::vector<LaidGlyph> glyphs = layAlong(path, startPx, risePx, text, font, font.Scale * emPx / emSizePx(role));
    constexpr int copies = 10;
    for (int i = 0; i < copies && haloPx > 0; ++i) {
        const float angle = 6.2831853F * static_cast<float>(i) / copies;
        drawGlyphs(list_, glyphs, haloPx * std::cos(angle), haloPx * std::sin(angle), halo);
    }
    if (colour.a > 0) drawGlyphs(list_, glyphs, 0, 0, colour);
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
