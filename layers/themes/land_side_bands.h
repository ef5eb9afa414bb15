// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/land/right_of_way_acquisition.h"
#include "layers/base/base_layers.h"

#include <vector>

namespace banlang {

/// Closer than this a district shows which land is given; from farther away, how much.
inline constexpr double sideBandsBelow = 60'000;

/// Index of a legend row and of its colours: the states in the order of LandState, then roads without donation records.
inline constexpr std::size_t landStateCount = 4;
inline constexpr std::size_t withoutDonationRecord = landStateCount;

[[nodiscard]] constexpr std::size_t landClass(const RoadAcquisition& acquisition, const ParcelAcquisition& parcel) {
    return acquisition.anyDonationRecord ? static_cast<std::size_t>(parcel.state) : withoutDonationRecord;
}
/// Of parcels.
[[nodiscard]] ClassStyle landStyle(std::size_t landClass, MapColourScheme colourScheme);
/// As the side band, in full colour: it is what a reader looks up.
[[nodiscard]] ClassStyle landSwatch(std::size_t landClass, MapColourScheme colourScheme);
/// The same for the parts of a bar, in the order of LandState.
[[nodiscard]] std::vector<FillStyle> landFills(MapColourScheme colourScheme);

/// The parcels that give or have to give, each once, in the state that has most left to do.
[[nodiscard]] ShapeSet landParcels(const BaseContext& context, const std::vector<RoadAcquisition>& acquisitions);

/// A band on either side of each road, in the colour of the land behind it, on a light ground. A strip of half a metre is thinner
/// than a pixel on any sheet that shows the whole road; the band shows where the road is stuck all the same.
[[nodiscard]] std::vector<ShapeSet> landSideBands(const BaseContext& context, const std::vector<RoadAcquisition>& acquisitions);

} // namespace banlang
