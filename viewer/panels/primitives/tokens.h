// SPDX-License-Identifier: MIT
#pragma once

#include "layers/style/style.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace banlang::viewer {

enum class UiColourScheme : std::uint8_t { light, dark, contrast };
inline constexpr std::size_t uiColourSchemeCount = 3;

/// What a colour of the panels is for. One row of the table in tokens.cpp each, one column per colour scheme.
enum class Token : std::uint8_t {
    background,
    surface,
    surface2,
    hover,
    active,
    text,
    textOnActive,
    muted,
    mutedOnActive,
    border,
    borderStrong,
    accent,
    textOnAccent,
    danger,
    dangerBackground,
    warning,
    warningBackground,
    success,
    focusRing,
    selection,
    track,
};
inline constexpr std::size_t tokenCount = 21;

[[nodiscard]] Colour colour(UiColourScheme colourScheme, Token token);
[[nodiscard]] std::string_view name(Token token);
[[nodiscard]] float focusRingWidthPx(UiColourScheme colourScheme);

/// WCAG 2 contrast ratio of two opaque colours, 1 - 21.
[[nodiscard]] double contrastRatio(Colour a, Colour b);

} // namespace banlang::viewer
