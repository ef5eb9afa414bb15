// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/boundaries.h"
#include "sample-data/lanes_and_houses.h"
#include "sample-data/sample.h"

#include <memory>

namespace banlang::sample {

/// Everything of the district that stays in memory; parcels are made from it tile by tile.
struct Landscape {
    std::uint64_t seed = 1;
    Frame frame;
    Field heights;
    Drainage drainage;
    std::vector<River> rivers;
    Settlements settlements;
    Boundaries boundaries;
    std::vector<Road> roads;
    std::unique_ptr<RoadIndex> roadIndex;
    std::vector<Road> waterBeds; ///< rivers in the form of roads, so that the same index and cutter serve both
    std::unique_ptr<RoadIndex> waterIndex;
    PackedRtree houseTree;
    std::vector<Point> houses;                    ///< by household
    std::vector<std::int32_t> villageOfHousehold; ///< by household
};

/// Null when asked to stop.
[[nodiscard]] std::unique_ptr<Landscape> growLandscape(const SampleOptions& options, const Progress& progress);

} // namespace banlang::sample
