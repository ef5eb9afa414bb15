// SPDX-License-Identifier: MIT
#pragma once

#include "layers/style.h"

#include <string_view>

namespace banlang {

enum class MapTheme : std::uint8_t { light, dark, paper };

/// Colours of the map itself, one column per theme.
struct MapPalette {
    Colour paper, riverLine, water, contour, parcelOutline, adminLine, vignette, label, roadName, waterName, neighbourName, halo,
        selection;
};
[[nodiscard]] const MapPalette& mapPalette(MapTheme theme);

} // namespace banlang
