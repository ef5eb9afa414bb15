// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/drainage.h"

namespace banlang::sample {

/// No unit of the districts: land beyond their border.
inline constexpr std::int32_t outside = -1;

struct Commune {
    Cell seat;
    std::string code;
    std::string name;
    std::int32_t district = 0;
    bool town = false;
    bool border = false;
    double areaKm2 = 0;
};

struct Village {
    Cell centre;
    std::int32_t commune = 0;
    std::string code;
    std::string name;
    std::uint32_t households = 0;
    std::uint32_t firstHousehold = 0; ///< households are numbered village by village
};

/// Who lives where, and whose land each cell is.
struct Settlements {
    std::vector<Commune> communes;
    std::vector<Village> villages; ///< commune by commune
    std::vector<std::string> districts;
    std::vector<std::int32_t> communeOfCell; ///< or outside
    std::vector<std::int32_t> villageOfCell;
};

struct SettlementPlan {
    std::size_t communes = 13;
    std::size_t villages = 120;
    double householdsPerVillage = 60;
};

/// Villages where land is gentle and near streams; communes round the best of them; each gets the land that is cheapest to reach,
/// so borders run on ridges and along streams.
[[nodiscard]] Settlements settle(const Frame& frame, const Drainage& drainage, const SettlementPlan& plan, std::uint64_t seed);

} // namespace banlang::sample
