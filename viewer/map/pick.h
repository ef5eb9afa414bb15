// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_ref.h"
#include "layers/view.h"
#include "viewer/map/mesh/prepared_scene.h"

#include <vector>

namespace banlang::viewer {

/// Everything under the pointer, topmost first: polygons that hold the point, lines and markers within `tolerancePx`.
/// Well under a millisecond for millions of features.
[[nodiscard]] std::vector<RecordRef> pick(const PreparedScene& scene, const MapView& view, PixelPoint pixel,
                                          double tolerancePx = 6);

} // namespace banlang::viewer
