// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace banlang::viewer {

/// Whose figures a table or a chart shows: one kind for each theme, and one for the questions of who was left out. Whatever is
/// made for them switches over all of them; no theme ever borrows the figures of another.
enum class FigureKind : std::uint8_t {
    donatedLand,
    newRoads,
    gardens,
    houses,
    greenRoutes,
    criteria,
    communeRanking,
    candidates,
    gap,
};

/// What the ids of layers of questions begin with.
inline constexpr std::string_view gapPrefix = "gap-";

/// Of a theme of the map, by the id of its layer ("houses", "gap-house-late"); nothing for other words.
[[nodiscard]] std::optional<FigureKind> figureKind(std::string_view layerId);
/// The id of its layer; "gap" for questions, whose layers are many.
[[nodiscard]] std::string_view id(FigureKind kind);

} // namespace banlang::viewer
