// SPDX-License-Identifier: MIT
#include "layers/boundary_style.h"

namespace banlang {
namespace {

StrokeStyle dashed(MapTheme theme, double widthPx, std::vector<float> dashPx) {
    return {.colour = mapPalette(theme).adminLine,
            .widthPx = widthPx,
            .dashPx = std::move(dashPx),
            .offsetPx = 0.0,
            .roundCaps = false};
}

} // namespace

StrokeStyle districtLine(MapTheme theme) {
    return dashed(theme, 2.6, {14, 3, 2.4F, 3, 2.4F, 3});
}

StrokeStyle communeLine(MapTheme theme) {
    return dashed(theme, 1.5, {9, 2.6F, 1.8F, 2.6F});
}

StrokeStyle villageLine(MapTheme theme) {
    return dashed(theme, 1.1, {4.5F, 2});
}

StrokeStyle vignette(MapTheme theme, double widthPx, double alpha) {
    return {.colour = withAlpha(mapPalette(theme).vignette, alpha),
            .widthPx = widthPx,
            .dashPx = {},
            .offsetPx = widthPx / 2,
            .roundCaps = false};
}

} // namespace banlang
