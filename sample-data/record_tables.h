// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/parcels.h"
#include "sample-data/table_rows.h"

namespace banlang::sample {

struct RecordsAndTruth {
    FeatureTable records;
    FeatureTable truth;
    FeatureTable faults; ///< as ParcelSummary::faults
};

[[nodiscard]] RecordsAndTruth donationRecords(const Landscape& land, const std::vector<std::size_t>& works,
                                              const ParcelSummary& parcels);
[[nodiscard]] FeatureTable roadWorkRecords(const Landscape& land, const std::vector<std::size_t>& works);
[[nodiscard]] RecordsAndTruth gardenRecords(const Landscape& land, const ParcelSummary& parcels);
[[nodiscard]] RecordsAndTruth houseRecords(const Landscape& land);
[[nodiscard]] FeatureTable supportListRecords(const Landscape& land);
[[nodiscard]] FeatureTable saturdayRecords(const Landscape& land);
[[nodiscard]] FeatureTable meetingRecords(const Landscape& land);
[[nodiscard]] FeatureTable criteriaRecords(const Landscape& land);
[[nodiscard]] FeatureTable targetRecords(const Landscape& land);
[[nodiscard]] FeatureTable greenRouteRecords(const Landscape& land);
[[nodiscard]] FeatureTable modelVillageRecords(const Landscape& land);

/// The day of the meeting that the district reports to.
[[nodiscard]] inline Date meetingDay() {
    return Date::fromYmd(2022, 5, 18);
}
[[nodiscard]] inline Date daysAfter(Date date, int days) {
    return {date.daysSince1970 + days};
}
/// A date that has not come by the meeting is not yet known.
[[nodiscard]] inline Date ifPast(Date date) {
    return date <= meetingDay() ? date : Date{};
}

} // namespace banlang::sample
