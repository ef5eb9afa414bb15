// SPDX-License-Identifier: MIT
#pragma once

#include "layers/base/base_layers.h"

namespace banlang {

/// Homes of households as a ground plan shows houses, with their legend row; for those who may see single households.
void addHomes(MapLayer& layer, const BaseContext& context, LegendKey key);

} // namespace banlang
