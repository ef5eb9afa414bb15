// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"
#include "layers/paper/detail/canvas.h"
#include "layers/view.h"

#include <stop_token>
#include <vector>

namespace banlang::print_layout {

/// Draws a set class by class, within a class fill and then stroke by stroke over all features, clipped by the caller.
/// Returns how many features of each class were drawn; leaves off in the middle when it is to stop.
std::vector<std::size_t> paintShapes(cairo_t* cr, const ShapeSet& set, const MapView& view, const std::stop_token& stop = {});

/// The path of one feature's rings on the page.
void addFeaturePath(cairo_t* cr, const GeometryColumn& geometry, std::size_t feature, const MapView& view);

/// Strokes the current path in a style at a scale, dashes and caps included, and forgets the path.
void strokePath(cairo_t* cr, const StrokeStyle& stroke, double scaleDenominator);

} // namespace banlang::print_layout
