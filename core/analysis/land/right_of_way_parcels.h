// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <memory>
#include <span>
#include <vector>

namespace banlang {

class AnalysisContext;

/// What one parcel has of the ground between today's bed of a road and a wider one.
struct RightOfWayParcel {
    std::uint32_t parcel = 0;
    double areaM2 = 0;
    double fromM = 0; ///< chainage along the road
    double toM = 0;
    bool left = false; ///< the larger part lies on the left side of the road, seen in its direction
};
/// In order of chainage. Without transport land, which is road already, and without slivers that come from drawing.
using RightOfWayParcels = std::vector<RightOfWayParcel>;

/// A road and the bed that it is to have.
struct WidenedRoad {
    std::uint32_t road = 0;
    double targetWidthM = 0;
    auto operator<=>(const WidenedRoad&) const = default;
};

/// Width of today's bed, else of the pavement, else 0.
[[nodiscard]] double currentWidthM(const FeatureTable& roads, std::uint32_t road);

/// For each road the parcels of its right of way; none where the bed is wide enough. They depend on no day, so the district keeps
/// them and every road and width is measured once. Thread-safe. Cost: a pass over the boxes of all parcels, 10 ms for a million of
/// them, and about 10 microseconds for a parcel beside a road.
[[nodiscard]] std::vector<std::shared_ptr<const RightOfWayParcels>> rightOfWayParcels(const AnalysisContext& context,
                                                                                      std::span<const WidenedRoad> roads);

} // namespace banlang
