// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/polyline.h"
#include "sample-data/settlements.h"

#include <cstdint>
#include <string>

namespace banlang::sample {

enum class RoadClass : std::uint8_t { national, provincial, district, commune, village, lane, field };
[[nodiscard]] const char* codeOf(RoadClass roadClass); ///< QL ĐT ĐH ĐX ĐTh NX NĐ

struct Road {
    std::string id;
    std::string name;
    RoadClass roadClass = RoadClass::village;
    Polyline line;
    std::int32_t fromVillage = -1; ///< where it starts, if it starts at one
    std::int32_t toVillage = -1;
    std::int32_t commune = outside; ///< where its middle lies
    std::int32_t village = -1;
    std::string surface;
    double bedWidthM = 0;
    double pavementWidthM = 0;
    std::string condition;
    bool allSeason = false;
    std::int32_t work = -1; ///< the work planned on it, when there is one
    double corridorM = 0;   ///< bed width that the work is to reach
};

/// Roads between towns, communes and villages, one connected network: each new road follows those that exist where it can, joins
/// them at a vertex, and climbs within the grade of its class.
[[nodiscard]] std::vector<Road> buildRoads(const Frame& frame, const Field& heights, const Drainage& drainage,
                                           const Settlements& settlements, std::uint64_t seed);

} // namespace banlang::sample
