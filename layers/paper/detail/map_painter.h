// SPDX-License-Identifier: MIT
#pragma once

#include "layers/paper/detail/canvas.h"
#include "layers/scene/scene.h"
#include "layers/view.h"

#include <stop_token>
#include <vector>

namespace banlang::print_layout {

/// What came onto the page.
struct PaintReport {
    std::size_t featuresDrawn = 0;
    std::optional<Error> rasterBasemapFailure; ///< parts of the raster basemap could not be read
};

/// Draws a scene with its upper left corner at the origin of the canvas, clipped to the view. `obstaclesPx` keep labels away.
/// Leaves off in the middle when it is to stop.
PaintReport paintMap(cairo_t* cr, const MapScene& scene, const MapView& view, Language language,
                     const std::vector<Box>& obstaclesPx = {}, const std::stop_token& stop = {});

} // namespace banlang::print_layout
