// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/land_shares.h"
#include "layers/base/base_layers.h"

#include <vector>

namespace banlang {

/// Classes of a share: none, 1-49, 50-79, 80-99, 100 %, then land without donation records; noClass where no land is needed.
inline constexpr std::size_t landShareClassCount = 6;
/// Legend keys of the first share of communes and of roads; those below are the states of land.
inline constexpr LegendKey communeShareKey = 10;
inline constexpr LegendKey roadShareKey = communeShareKey + landShareClassCount;
[[nodiscard]] std::uint8_t landShareClass(const LandShare& share);
[[nodiscard]] Label landShareLabel(std::size_t shareClass);

/// Communes filled by their share, from far away.
[[nodiscard]] ShapeSet landShareAreas(const BaseContext& context, const std::vector<LandShare>& shares);
/// The roads that need land, coloured by their share, from far away.
[[nodiscard]] ShapeSet landShareRoads(const BaseContext& context, const std::vector<RoadAcquisition>& acquisitions);
[[nodiscard]] LabelSet landShareLabels(const BaseContext& context, const std::vector<LandShare>& shares);

} // namespace banlang
