// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>

struct ImFont;
struct ImFontAtlas;

namespace banlang::viewer {

/// Text roles of the panels and of the map. Sizes are em sizes in style pixels, as a designer states them.
enum class FontRole : std::uint8_t {
    body,
    bodyBold,
    cell,
    cellBold,
    hint,
    title,
    figure,
    mapSmall,
    mapRoad,
    mapItalic,
    mapVillage,
    mapCommune,
    showSmall,
    showBody,
    showBold,
    showName,
    showSubtitle,
    showTitle,
    showFigure,
};
inline constexpr std::size_t fontRoleCount = 19;

enum class FontFace : std::uint8_t { regular, bold, italic };

struct FontFiles {
    std::array<std::string, 3> faces; ///< by FontFace
    std::string symbols;              ///< for the few signs that the faces lack
    std::string boldSymbols;
};
/// Noto Sans with DejaVu Sans for what it lacks; DejaVu Sans alone when Noto is not installed. Found through fontconfig.
/// Fails, naming the packages, when neither is there.
[[nodiscard]] Result<FontFiles> findFonts();

/// Code point ranges baked into the atlas, as pairs first, last, ended by 0.
[[nodiscard]] std::span<const std::uint16_t> textGlyphRanges();
[[nodiscard]] std::span<const std::uint16_t> symbolGlyphRanges();

/// The baked fonts by role.
struct Fonts {
    std::array<ImFont*, fontRoleCount> byRole{};
    [[nodiscard]] ImFont* operator[](FontRole role) const { return byRole[static_cast<std::size_t>(role)]; }
};

/// Bakes all roles at the real pixel size; the roles of the projector only when asked, since they are large.
[[nodiscard]] Result<Fonts> bakeFonts(ImFontAtlas& atlas, const FontFiles& files, double pixelRatio, bool withProjector);

[[nodiscard]] float emSizePx(FontRole role);
[[nodiscard]] bool isBold(FontRole role);

} // namespace banlang::viewer
