// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/district.h"

#include <cstdint>
#include <optional>
#include <string_view>

// What state a record was in on a day, told from its dates alone. A record whose first date lies after the day does not exist yet.

namespace banlang {

enum class DonationState : std::uint8_t { certificateUpdated, donated, pledged };
enum class WorkKind : std::uint8_t { newRoad, upgrade };
enum class WorkState : std::uint8_t { finished, underWay, planned };
enum class GreenRouteState : std::uint8_t { recognised, registered, lapsed };
enum class GardenState : std::uint8_t { finished, inProgress, registered, lapsed };
/// Steps a house has taken: 0 not started, 1 started, 2 foundation, 3 walls, 4 roof, 5 finished.
inline constexpr int houseStepCount = 6;

/// Units have a time too: between valid_from and valid_to, the latter no longer; a side without a date is open.
[[nodiscard]] bool inForce(const FeatureTable& units, std::size_t row, Date asOf);
[[nodiscard]] std::optional<DonationState> donationState(const FeatureTable& donations, std::size_t row, Date asOf);
[[nodiscard]] std::optional<WorkState> workState(const FeatureTable& works, std::size_t row, Date asOf);
/// Percent done on the day: 100 when finished, 0 when planned, the reported figure when it was reported by then;
/// nothing when no report had come in ("no report" is not zero).
[[nodiscard]] std::optional<double> workPercent(const FeatureTable& works, std::size_t row, Date asOf);
[[nodiscard]] WorkKind workKind(const FeatureTable& works, std::size_t row);
[[nodiscard]] std::optional<GardenState> gardenState(const FeatureTable& gardens, std::size_t row, Date asOf);
[[nodiscard]] int houseStep(const FeatureTable& houses, std::size_t row, Date asOf);
/// Not finished on the day, and its deadline is over; a house without a deadline is never late.
[[nodiscard]] bool houseIsLate(const FeatureTable& houses, std::size_t row, Date asOf);
/// Nothing where the route was not registered by then.
[[nodiscard]] std::optional<GreenRouteState> greenRouteState(const FeatureTable& routes, std::size_t row, Date asOf);
/// Registered, recognised or lapsed things (green routes, model villages): true while recognised and not lapsed.
[[nodiscard]] bool recognisedOn(const FeatureTable& recognitions, std::size_t row, Date asOf);

} // namespace banlang
