// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"
#include "layers/paper/detail/canvas.h"
#include "layers/view.h"

namespace banlang::print_layout {

/// One symbol around `centre`, without its leader.
void paintMarker(cairo_t* cr, const Marker& marker, PixelPoint centre);
/// All symbols of a set that lie in the view; returns how many.
std::size_t paintMarkers(cairo_t* cr, const MarkerSet& set, const MapView& view);

} // namespace banlang::print_layout
