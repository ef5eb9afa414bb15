// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"
#include "layers/view.h"

namespace banlang {

/// What a layer's shapes and symbols show, set by set.
[[nodiscard]] std::vector<DrawnKeys> drawnKeys(const MapLayer& layer);

/// What of a layer a map of this view shows: shapes that reach into it, symbols that stand in it.
[[nodiscard]] LegendKeys keysInView(const MapLayer& layer, const MapView& view);

} // namespace banlang
