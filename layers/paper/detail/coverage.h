// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"
#include "layers/paper/detail/canvas.h"
#include "layers/view.h"

#include <vector>

namespace banlang::print_layout {

/// Fills plain polygons that do not overlap straight into an image, each pixel getting every colour by the area it covers, so that
/// neighbours leave no seam. False, with nothing drawn, when the canvas is no image or the parcels are large enough for Cairo.
bool blendByCoverage(cairo_t* cr, const ShapeSet& set, const std::vector<std::vector<std::uint32_t>>& rowsByClass,
                     const MapView& view);

} // namespace banlang::print_layout
