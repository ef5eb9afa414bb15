// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/road_index.h"

namespace banlang::sample {

/// Adds short lanes that leave the roads of each village and field tracks that follow the slope down to the paddies.
void addLanes(std::vector<Road>& roads, const Frame& frame, const Field& heights, const Drainage& drainage,
              const Settlements& settlements, std::uint64_t seed);

/// One house per household, in the order of households: along roads and lanes, densest near the middle of the village.
[[nodiscard]] std::vector<Point> placeHouses(const std::vector<Road>& roads, const RoadIndex& index, const Frame& frame,
                                             const Drainage& drainage, const Settlements& settlements, std::uint64_t seed);

} // namespace banlang::sample
