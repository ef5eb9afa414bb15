// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/map_layer.h"

namespace banlang {

/// Whether a layer's legend counts its rows: every class that has rows has its row there, with their number. Fails with
/// "legend-not-rows", naming layer and class.
[[nodiscard]] Result<void> checkedRows(const MapLayer& layer);

} // namespace banlang
