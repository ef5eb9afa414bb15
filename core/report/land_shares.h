// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/land/right_of_way_acquisition.h"

#include <array>
#include <optional>
#include <vector>

namespace banlang {

/// Share of the needed land that is given, counted over roads with donation records only: no report is not zero.
struct LandShare {
    double neededM2 = 0;
    double donatedM2 = 0;
    bool withoutDonationRecord = false; ///< some land is needed here for a road that nobody has reported on

    /// Whole, rounded down, so that 100 is all of it; nothing where no land is needed.
    [[nodiscard]] std::optional<double> percent() const;
};

[[nodiscard]] LandShare landShareOf(const RoadAcquisition& acquisition);
/// Of the land that a road needs, also where that is none: 0 - 100.
[[nodiscard]] double donatedPercent(const RoadAcquisition& acquisition);
[[nodiscard]] std::array<std::size_t, landStates> parcelsByState(const RoadAcquisition& acquisition);
/// One per commune, by where the parcels lie.
[[nodiscard]] std::vector<LandShare> landShares(const District& district, const std::vector<RoadAcquisition>& acquisitions);

} // namespace banlang
