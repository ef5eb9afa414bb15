// SPDX-License-Identifier: MIT
#include "viewer/panels/primitives/label_painter.h"

#include "viewer/panels/primitives/detail/imgui_types.h"
#include "viewer/panels/primitives/painter.h"

#include <array>
#include <cmath>

namespace banlang::viewer {
namespace {

using detail::packed;
using detail::vec;

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

float LabelPainter::widthPx(std::string_view text, FontRole role, float emPx) const {
    return textWidthPx(fonts_, text, role, emPx);
}

void LabelPainter::centred(float centreX, float centreY, std::string_view text, FontRole role, float emPx, Colour colour,
                           Colour halo, float haloPx) const {
    if (text.empty()) return;
    const ImFont& font = *fonts_[role];
    const float size = font.FontSize * font.Scale * emPx / emSizePx(role);
    const float x = std::round(centreX - widthPx(text, role, emPx) / 2);
    const float y = std::round(centreY - size / 2);
    addHalo(list_, font, size, x, y, text, halo, haloPx);
    if (colour.a > 0) list_.AddText(&font, size, vec(x, y), packed(colour), text.data(), text.data() + text.size());
}

void LabelPainter::along(const std::vector<IconPoint>& path, float startPx, float risePx, std::string_view text, FontRole role,
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

} // namespace banlang::viewer
