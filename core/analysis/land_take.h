// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/as_of.h"
#include "core/model/district.h"

#include <array>
#include <optional>
#include <vector>

namespace banlang {

/// State of the land that one parcel has to give to one road. `needed` = nothing agreed yet.
enum class LandState : std::uint8_t { certificateUpdated, donated, pledged, needed };

inline constexpr std::size_t landStates = 4;

/// One amount per LandState.
using AreaByState = std::array<double, landStates>;

struct ParcelTake {
    std::uint32_t parcel = 0;
    double areaM2 = 0;                   ///< parcel within the corridor of the target width, outside today's bed; ground measure
    double declaredDonatedM2 = 0;        ///< as the minutes say
    LandState state = LandState::needed; ///< the furthest that any of its land has come
    AreaByState byStateM2{};             ///< what has become of areaM2; adds up to it: half a gift leaves the other half needed
    double fromM = 0;                    ///< chainage along the road where the parcel's land starts and ends
    double toM = 0;
    Date givenOn{};    ///< when the last of its land was given; no date when none was, or the minutes do not say
    bool left = false; ///< its land, or most of it, lies on the left side of the road, seen in its direction
};

struct RoadLandTake {
    std::uint32_t road = 0;
    double currentWidthM = 0;
    double targetWidthM = 0;
    double neededM2 = 0;  ///< sum over parcels
    double donatedM2 = 0; ///< declared, donated or with updated certificate, at most what each parcel needs
    double pledgedM2 = 0;
    double outstandingM2 = 0;
    AreaByState byStateM2{};         ///< sum over parcels
    std::vector<ParcelTake> parcels; ///< in order of chainage
    bool anyMinutes = false;         ///< false: no donation was ever recorded for this road
};

/// Bed width that a management class should have, metres; from a data file that ships with the program. Nothing for unknown
/// classes.
[[nodiscard]] std::optional<double> targetBedWidthM(std::string_view roadClass);

/// The roads that have works or donations, or the one asked for: width from the work, else from the class, unless `widthM` rules.
/// The land is measured once for a road and width and kept in the district (landStrips); another day costs the minutes alone.
[[nodiscard]] std::vector<RoadLandTake> landTake(const District& district, Date asOf,
                                                 std::optional<std::uint32_t> onlyRoad = std::nullopt,
                                                 std::optional<double> widthM = std::nullopt);

} // namespace banlang
