// SPDX-License-Identifier: MIT
#pragma once

#include "layers/style/palette.h"

namespace banlang {

[[nodiscard]] StrokeStyle districtLine(MapColourScheme colourScheme);
[[nodiscard]] StrokeStyle communeLine(MapColourScheme colourScheme);
[[nodiscard]] StrokeStyle villageLine(MapColourScheme colourScheme);
/// A pale band along the inside of a border. The inside is on the left of the line.
[[nodiscard]] StrokeStyle vignette(MapColourScheme colourScheme, double widthPx, double alpha);

} // namespace banlang
