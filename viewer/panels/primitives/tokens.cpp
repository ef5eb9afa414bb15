// SPDX-License-Identifier: MIT
#include "viewer/panels/primitives/tokens.h"

#include <algorithm>
#include <cmath>

namespace banlang::viewer {
namespace {

struct Row {
    Token token;
    std::string_view name;
    std::array<std::uint32_t, uiColourSchemeCount> hex; ///< light, dark, high contrast
};

constexpr std::array<Row, tokenCount> rows{{
    {Token::background, "background", {0xE6EBEC, 0x0F1518, 0x000000}},
    {Token::surface, "surface", {0xFFFFFF, 0x192226, 0x000000}},
    {Token::surface2, "surface2", {0xF3F6F6, 0x212C31, 0x0A0A0A}},
    {Token::hover, "hover", {0xE8F0F4, 0x263840, 0x1E1E1E}},
    {Token::active, "active", {0xD6E6F2, 0x1F4468, 0xFFD400}},
    {Token::text, "text", {0x14242B, 0xE9EFF1, 0xFFFFFF}},
    {Token::textOnActive, "text on active", {0x14242B, 0xE9EFF1, 0x000000}},
    {Token::muted, "muted", {0x4E5F67, 0xA6B6BC, 0xDADADA}},
    {Token::mutedOnActive, "muted on active", {0x4E5F67, 0xA6B6BC, 0x000000}},
    {Token::border, "border", {0xC5CED1, 0x36454B, 0xFFFFFF}},
    {Token::borderStrong, "strong border", {0x76868C, 0x7A8D94, 0xFFFFFF}},
    {Token::accent, "accent", {0x175A9E, 0x74B6F5, 0xFFD400}},
    {Token::textOnAccent, "text on accent", {0xFFFFFF, 0x0B1A26, 0x000000}},
    {Token::danger, "danger", {0xB3261E, 0xFF9187, 0xFF9C94}},
    {Token::dangerBackground, "danger background", {0xFBE4E1, 0x43211E, 0x000000}},
    {Token::warning, "warning", {0x855300, 0xF3C353, 0xFFD400}},
    {Token::warningBackground, "warning background", {0xFDF1D6, 0x3A3013, 0x000000}},
    {Token::success, "success", {0x1C6B42, 0x74D3A0, 0x7CFFA8}},
    {Token::focusRing, "focus ring", {0x175A9E, 0xFFD54A, 0x00E5FF}},
    {Token::selection, "selection", {0xC2126C, 0xFF6CB4, 0xFF5CC8}},
    {Token::track, "track", {0xDDE4E6, 0x33424A, 0x444444}},
}};

constexpr bool rowsInOrder() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].token) != i) return false;
    }
    return true;
}
static_assert(rowsInOrder());

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

} // namespace

Colour colour(UiColourScheme colourScheme, Token token) {
    return rgb(rows[static_cast<std::size_t>(token)].hex[static_cast<std::size_t>(colourScheme)]);
}

std::string_view name(Token token) {
    return rows[static_cast<std::size_t>(token)].name;
}

float focusRingWidthPx(UiColourScheme colourScheme) {
    return colourScheme == UiColourScheme::contrast ? 3.0F : 2.0F;
}

double contrastRatio(Colour a, Colour b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace banlang::viewer
