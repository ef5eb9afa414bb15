// SPDX-License-Identifier: MIT
#pragma once

#include "layers/palette.h"

namespace banlang {

[[nodiscard]] StrokeStyle districtLine(MapTheme theme);
[[nodiscard]] StrokeStyle communeLine(MapTheme theme);
[[nodiscard]] StrokeStyle villageLine(MapTheme theme);
/// A pale band along the inside of a border. The inside is on the left of the line.
[[nodiscard]] StrokeStyle vignette(MapTheme theme, double widthPx, double alpha);

} // namespace banlang
