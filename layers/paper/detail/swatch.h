// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"
#include "layers/paper/detail/canvas.h"

namespace banlang::print_layout {

inline constexpr double swatchWidthPx = 22;
inline constexpr double swatchHeightPx = 13;

/// How a legend row's things look on a map of this scale, drawn as they are drawn there; upper left corner at x, y.
void drawSwatch(cairo_t* cr, const LegendEntry& entry, double x, double y, double scaleDenominator);

} // namespace banlang::print_layout
