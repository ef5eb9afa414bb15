// SPDX-License-Identifier: MIT
#pragma once

#include "layers/view.h"
#include "viewer/map/map_target.h"
#include "viewer/map/mesh/prepared_scene.h"

#include <vector>

namespace banlang::viewer {

/// Everything under the pointer, topmost first: polygons that hold the point, lines and markers within `tolerancePx`.
/// Well under a millisecond for millions of features.
[[nodiscard]] std::vector<MapTarget> pick(const PreparedScene& scene, const MapView& view, PixelPoint pixel,
                                          double tolerancePx = 6);

} // namespace banlang::viewer
