// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/land_take.h"
#include "layers/base_layers.h"

#include <vector>

namespace banlang {

/// Closer than this a district shows which land is given; from farther away, how much.
inline constexpr double sleevesBelow = 60'000;

/// Index of a legend row and of its colours: the states in the order of LandState, then roads without any minutes.
inline constexpr std::size_t landStateCount = 4;
inline constexpr std::size_t withoutMinutes = landStateCount;

[[nodiscard]] constexpr std::size_t landClass(const RoadLandTake& take, const ParcelTake& parcel) {
    return take.anyMinutes ? static_cast<std::size_t>(parcel.state) : withoutMinutes;
}
/// Of parcels, and of the swatch of a state.
[[nodiscard]] ClassStyle landStyle(std::size_t landClass, MapTheme theme);

/// The parcels that give or have to give, each once, in the state that has most left to do.
[[nodiscard]] ShapeSet landParcels(const BaseContext& context, const std::vector<RoadLandTake>& takes);

/// A band on either side of each road, in the colour of the land behind it, on a light ground. A strip of half a metre is thinner
/// than a pixel on any sheet that shows the whole road; the band shows where the road is stuck all the same.
[[nodiscard]] std::vector<ShapeSet> landSleeves(const BaseContext& context, const std::vector<RoadLandTake>& takes);

} // namespace banlang
