// SPDX-License-Identifier: MIT
#pragma once

#include "layers/style/style.h"

#include <array>

namespace banlang {

enum class MapColourScheme : std::uint8_t { light, dark, print };

/// Colours of the map itself, one column per colour scheme.
struct MapPalette {
    Colour background, riverLine, water, contour, parcelOutline, adminLine, vignette, label, roadName, waterName, neighbourName,
        halo, selection;
};
[[nodiscard]] const MapPalette& mapPalette(MapColourScheme colourScheme);

/// `shareOfSecond` 0 gives `first`, 1 gives `second`; mixed in sRGB values, as the pictures were.
[[nodiscard]] Colour mixed(Colour first, Colour second, double shareOfSecond);
[[nodiscard]] Colour withAlpha(Colour colour, double alpha);
[[nodiscard]] constexpr FillStyle plainFill(Colour colour) {
    return {.colour = colour, .patternColour = colour};
}

/// Colours of the themes. Each class also has a pattern, a dash or a shape, given where it is used; colour never works alone.
struct ThemePalette {
    std::array<Colour, 4> land;          ///< certificate updated, donated, pledged, still needed (order of LandState)
    std::array<Colour, 5> landShare;     ///< none, 1-49, 50-79, 80-99, 100 % of the needed land
    Colour newRoad, upgrade;             ///< order of WorkKind
    std::array<Colour, 4> garden;        ///< finished, in progress, registered, lapsed (order of GardenState)
    std::array<Colour, 4> gardenPattern; ///< lines on top of `garden`
    Colour gardenHidden;                 ///< counts of 1 and 2
    std::array<Colour, 4> gardenShare;   ///< village fill: < 25, 25, 50, 75 % finished
    std::array<Colour, 6> houseStep;     ///< not started, then the five steps
    Colour late, notReached, atRisk, reached, noData;
    std::array<Colour, 4> candidate; ///< ranks 1-3, 4-7, 8-12, the others
    std::array<Colour, 3> candidateText;
    Colour green; ///< recognised green routes
};
[[nodiscard]] const ThemePalette& themePalette(MapColourScheme colourScheme);

} // namespace banlang
