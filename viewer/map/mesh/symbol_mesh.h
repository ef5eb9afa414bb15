// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"

#include <cstdint>
#include <vector>

namespace banlang::viewer::detail {

/// A corner of a symbol as the graphics card reads it: its size is on the screen, its anchor on the ground.
struct SymbolVertex {
    float anchorXM = 0; ///< from the mesh's origin
    float anchorYM = 0;
    float offsetXPx = 0; ///< y up
    float offsetYPx = 0;
    Colour colour{};
    Colour patternColour{};
    float pattern = 0; ///< value of Pattern
};

/// One symbol among the corners of its mesh.
struct SymbolRange {
    Point at{};
    float reachPx = 0; ///< no corner is farther from `at` on the screen
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// All symbols of a set as triangles, in drawing order; 28 bytes a corner.
struct SymbolMesh {
    Point origin{};
    std::vector<SymbolVertex> corners{}; ///< three a triangle
    std::vector<SymbolRange> symbols{};
};

/// Without the texts: those are labels. No GL.
[[nodiscard]] SymbolMesh prepareSymbols(const std::vector<Marker>& markers);

} // namespace banlang::viewer::detail
