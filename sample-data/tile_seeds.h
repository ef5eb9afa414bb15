// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/landscape.h"

namespace banlang::sample {

enum class Zone : std::uint8_t { house, roadside, paddy, field, forest };

/// A point round which a parcel grows.
struct ParcelSeed {
    Point place;
    Point half; ///< the ground nearest to place + half or place - half is the parcel's, so that it stretches along the contour
    Zone zone = Zone::forest;
    std::int32_t household = -1; ///< of a house
    double surveyOrder = 0;      ///< what is surveyed first has least: houses, roads with works, then outwards
};

/// All seeds in a box. Depends on the landscape alone, so that neighbouring tiles agree about the ground they share.
[[nodiscard]] std::vector<ParcelSeed> seedsIn(const Landscape& land, const Box& box);

} // namespace banlang::sample
