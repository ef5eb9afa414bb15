// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/land/right_of_way_acquisition.h"
#include "layers/base/base_layers.h"

#include <vector>

namespace banlang {

/// Share of the needed land that is given, counted over roads with donation records only: no report is not zero.
struct LandShare {
    double neededM2 = 0;
    double donatedM2 = 0;
    bool withoutDonationRecord = false; ///< some land is needed here for a road that nobody has reported on
};

/// Classes of a share: none, 1-49, 50-79, 80-99, 100 %, then land without donation records; noClass where no land is needed.
inline constexpr std::size_t landShareClassCount = 6;
/// Legend keys of the first share of communes and of roads; those below are the states of land.
inline constexpr LegendKey communeShareKey = 10;
inline constexpr LegendKey roadShareKey = communeShareKey + landShareClassCount;
[[nodiscard]] std::uint8_t landShareClass(const LandShare& share);
[[nodiscard]] Label landShareLabel(std::size_t shareClass);

/// One per commune, by where the parcels lie.
[[nodiscard]] std::vector<LandShare> landShares(const District& district, const std::vector<RoadAcquisition>& acquisitions);

/// Communes filled by their share, from far away.
[[nodiscard]] ShapeSet landShareAreas(const BaseContext& context, const std::vector<LandShare>& shares);
/// The roads that need land, coloured by their share, from far away.
[[nodiscard]] ShapeSet landShareRoads(const BaseContext& context, const std::vector<RoadAcquisition>& acquisitions);
[[nodiscard]] LabelSet landShareLabels(const BaseContext& context, const std::vector<LandShare>& shares);

} // namespace banlang
