// SPDX-License-Identifier: MIT
#include "layers/style/boundary_style.h"

namespace banlang {
namespace {

StrokeStyle dashed(MapColourScheme colourScheme, double widthPx, std::vector<float> dashPx) {
    return {.colour = mapPalette(colourScheme).adminLine,
            .widthPx = widthPx,
            .dashPx = std::move(dashPx),
            .offsetPx = 0.0,
            .roundCaps = false};
}

} // namespace

StrokeStyle districtLine(MapColourScheme colourScheme) {
    return dashed(colourScheme, 2.6, {14, 3, 2.4F, 3, 2.4F, 3});
}

StrokeStyle communeLine(MapColourScheme colourScheme) {
    return dashed(colourScheme, 1.5, {9, 2.6F, 1.8F, 2.6F});
}

StrokeStyle villageLine(MapColourScheme colourScheme) {
    return dashed(colourScheme, 1.1, {4.5F, 2});
}

StrokeStyle vignette(MapColourScheme colourScheme, double widthPx, double alpha) {
    return {.colour = withAlpha(mapPalette(colourScheme).vignette, alpha),
            .widthPx = widthPx,
            .dashPx = {},
            .offsetPx = widthPx / 2,
            .roundCaps = false};
}

} // namespace banlang
