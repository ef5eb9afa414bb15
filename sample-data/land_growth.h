// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/drainage.h"

#include <span>

namespace banlang::sample {

/// Gives each cell to the seed that reaches it at least cost: going uphill from the streams and over steep land costs more, and
/// crossing a river more still. With `within` a seed stays in the cells that carry the same value as its own. -1: not reached.
[[nodiscard]] std::vector<std::int32_t> grownLand(const Frame& frame, const Drainage& drainage, std::span<const Cell> seeds,
                                                  std::span<const std::int32_t> within = {});

} // namespace banlang::sample
