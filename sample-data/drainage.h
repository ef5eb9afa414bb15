// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/grid.h"

#include <cstdint>
#include <string>
#include <vector>

namespace banlang::sample {

/// How water runs over the land, and what decides where people live on it.
struct Drainage {
    std::vector<std::int32_t> downstream; ///< the cell that a cell drains to; -1 at an outlet
    std::vector<std::int32_t> order;      ///< cells from the outlets upwards
    Field flowKm2;                        ///< catchment above and including the cell
    Field aboveStreamM;                   ///< height above nearest drainage (HAND)
    Field slope;                          ///< rise over run
    std::vector<std::uint8_t> isRiver;    ///< cell of a river that is drawn
};

/// Wears valleys into the heights, round by round, fills what sinks remain, and follows the water.
[[nodiscard]] Drainage erode(const Frame& frame, Field& heights, std::uint64_t seed);

struct River {
    std::string id;
    std::string name;
    double widthM = 3;
    std::vector<Point> line; ///< downstream
};

/// Every river from its head to where it joins a larger one, largest first; a joint is a vertex of both.
[[nodiscard]] std::vector<River> traceRivers(const Frame& frame, const Drainage& drainage);

} // namespace banlang::sample
