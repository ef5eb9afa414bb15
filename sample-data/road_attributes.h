// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/road_network.h"

namespace banlang::sample {

/// Gives every road its number, name, width, surface and condition; call once all roads are there.
void describeRoads(std::vector<Road>& roads, const Frame& frame, const Drainage& drainage, const Settlements& settlements,
                   std::uint64_t seed);

} // namespace banlang::sample
