// SPDX-License-Identifier: MIT
#pragma once

#include "layers/paper/detail/canvas.h"
#include "layers/scene/scene.h"
#include "layers/view.h"

namespace banlang::print_layout {

/// Draws the raster basemap of a scene: into an image at its own resolution, into PDF and SVG as one JPEG of at most 300 dpi and 36
/// million pixels, never finer than the source. What can be read is drawn even when other parts fail.
Result<void> paintRasterBasemap(cairo_t* cr, const MapScene& scene, const MapView& view);

} // namespace banlang::print_layout
