// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"
#include "sample-data/landscape.h"
#include "sample-data/record_tables.h"

#include <array>
#include <functional>
#include <map>
#include <string>

// What offices write down after a start: who helped, what came, who looked at it, who belongs to which category, and what is
// still owed. Drawn from the records of the programmes, so that both tell the same story.

namespace banlang::sample {

/// All kinds of records of a district, by role.
using RecordSet = std::array<FeatureTable, roleCount>;

/// Fills the kinds that follow others, and the fields of Saturdays that name works; what they follow has to be there.
void addFollowUps(const Landscape& land, RecordSet& records);

[[nodiscard]] FeatureTable houseItemRecords(const Landscape& land, const FeatureTable& houses);
[[nodiscard]] FeatureTable houseResourceRecords(const Landscape& land, const FeatureTable& houses);
[[nodiscard]] FeatureTable labourDayRecords(const Landscape& land, const RecordSet& records);
[[nodiscard]] FeatureTable deliveryRecords(const Landscape& land, const RecordSet& records);
[[nodiscard]] FeatureTable inspectionRecords(const Landscape& land, const RecordSet& records);
[[nodiscard]] FeatureTable contributionRecords(const Landscape& land, const RecordSet& records);
[[nodiscard]] FeatureTable campaignRecords(const Landscape& land);
[[nodiscard]] FeatureTable publicAssetRecords(const Landscape& land);
[[nodiscard]] FeatureTable householdCategoryRecords(const Landscape& land);
[[nodiscard]] FeatureTable housingReviewRecords(const Landscape& land, const FeatureTable& supportList);
[[nodiscard]] FeatureTable criteriaDueRecords(const Landscape& land);
[[nodiscard]] FeatureTable checklistRecords(const Landscape& land, const FeatureTable& modelVillages);
[[nodiscard]] FeatureTable communeRankingScoreRecords(const Landscape& land);
[[nodiscard]] FeatureTable unitChangeRecords(const Landscape& land);

/// gap, role, key: who has to be found on the day of the meeting. Clear cases only; there may be others.
[[nodiscard]] FeatureTable plantedGaps(const Landscape& land, const RecordSet& records);

/// Reports that came late and were typed in a hurry: by role, with the faults that a checker ought to find in them.
struct LateReports {
    FeatureTable households;
    FeatureTable donations;
    FeatureTable gardens;
    FeatureTable saturdays;
    FeatureTable faults; ///< as ParcelSummary::faults
};
[[nodiscard]] LateReports lateReports(const Landscape& land, const RecordSet& records, const ParcelSummary& parcels);

// Who does badly on purpose, by number of the commune.

/// Has never called its people together for the movement.
[[nodiscard]] constexpr bool neverLaunched(std::size_t commune) {
    return commune % 5 == 3;
}
/// Began well, and has let it lapse.
[[nodiscard]] constexpr bool letLapse(std::size_t commune) {
    return commune % 6 == 4;
}
/// The last day on which a commune did anything for the movement.
[[nodiscard]] inline Date lastActiveDay(std::size_t commune) {
    return letLapse(commune) ? Date::fromYmd(2022, 4, 9) : meetingDay();
}
/// The same by code of the commune.
[[nodiscard]] std::function<Date(std::string_view commune)> lastActiveDays(const Landscape& land);
/// Its heads leave it to others and look at nothing.
[[nodiscard]] constexpr bool neverInspects(std::size_t commune) {
    return commune % 6 == 2;
}
/// A village that takes part in nothing.
[[nodiscard]] constexpr bool staysAway(std::size_t village) {
    return village % 47 == 11;
}

/// A village where no one calls people together, whatever single households do.
[[nodiscard]] constexpr bool isQuiet(std::size_t village) {
    return staysAway(village) || village % 11 == 5;
}

} // namespace banlang::sample
