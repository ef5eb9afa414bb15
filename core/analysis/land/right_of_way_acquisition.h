// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/as_of.h"
#include "core/model/district.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace banlang {

class AnalysisContext;

/// State of the land that one parcel has to give to one road. `needed` = nothing agreed yet.
enum class LandState : std::uint8_t { certificateUpdated, donated, pledged, needed };

inline constexpr std::size_t landStates = 4;

/// One amount per LandState.
using AreaByState = std::array<double, landStates>;

struct ParcelAcquisition {
    std::uint32_t parcel = 0;
    double areaM2 = 0;                   ///< parcel within the corridor of the target width, outside today's bed; ground measure
    double declaredDonatedM2 = 0;        ///< as the donation record says
    LandState state = LandState::needed; ///< the furthest that any of its land has come
    AreaByState byStateM2{};             ///< what has become of areaM2; adds up to it: half a gift leaves the other half needed
    double fromM = 0;                    ///< chainage along the road where the parcel's land starts and ends
    double toM = 0;
    Date givenOn{};    ///< when the last of its land was given; no date when none was, or the donation record does not say
    bool left = false; ///< its land, or most of it, lies on the left side of the road, seen in its direction
};

struct RoadAcquisition {
    std::uint32_t road = 0;
    double currentWidthM = 0;
    double targetWidthM = 0;
    double neededM2 = 0;  ///< sum over parcels
    double donatedM2 = 0; ///< declared, donated or with updated certificate, at most what each parcel needs
    double pledgedM2 = 0;
    double outstandingM2 = 0;
    AreaByState byStateM2{};                ///< sum over parcels
    std::vector<ParcelAcquisition> parcels; ///< in order of chainage
    bool anyDonationRecord = false;         ///< false: no donation was ever recorded for this road
};

/// The roads that have works or donations; width from the work, else from the class. Kept. The land is measured once for a road and
/// width (rightOfWayParcels); another day costs the donation records alone.
[[nodiscard]] std::shared_ptr<const std::vector<RoadAcquisition>> rightOfWayAcquisition(const AnalysisContext& context);

/// The same for one road, or under one width for all of them.
struct AcquisitionQuestion {
    std::optional<std::uint32_t> onlyRoad;
    std::optional<double> widthM;
};
[[nodiscard]] std::vector<RoadAcquisition> rightOfWayAcquisition(const AnalysisContext& context,
                                                                 const AcquisitionQuestion& question);

} // namespace banlang
