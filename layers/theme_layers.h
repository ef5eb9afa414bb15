// SPDX-License-Identifier: MIT
#pragma once

#include "layers/base_layers.h"

namespace banlang {

[[nodiscard]] MapLayer donatedLandLayer(const BaseContext& context);
[[nodiscard]] MapLayer newRoadsLayer(const BaseContext& context);
[[nodiscard]] MapLayer renovatedGardensLayer(const BaseContext& context);

} // namespace banlang
