// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"
#include "viewer/panels/primitives/fonts.h"
#include "viewer/panels/primitives/icons.h"

#include <string_view>
#include <vector>

struct ImDrawList;

namespace banlang::viewer {

/// Draws the names of the map into one list of Dear ImGui: at any em size, with a halo of copies around the letters. No halo where
/// haloPx is 0, and the halo alone where the colour is transparent: labels that stand close are drawn after all their halos.
class LabelPainter {
public:
    LabelPainter(ImDrawList& list, const Fonts& fonts) : list_(list), fonts_(fonts) {}

    /// One line around a point.
    void centred(float centreX, float centreY, std::string_view text, FontRole role, float emPx, Colour colour, Colour halo,
                 float haloPx) const;
    /// One line along a line of screen points, starting `startPx` along it, raised above it by `risePx`.
    void along(const std::vector<IconPoint>& path, float startPx, float risePx, std::string_view text, FontRole role, float emPx,
               Colour colour, Colour halo, float haloPx) const;
    [[nodiscard]] float widthPx(std::string_view text, FontRole role, float emPx) const;

private:
    ImDrawList& list_;
    const Fonts& fonts_;
};

} // namespace banlang::viewer
