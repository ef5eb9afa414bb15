// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gap_rules.h"
#include "core/analysis/gaps.h"

namespace banlang {

// One question each; all take the district as it was on a day.

[[nodiscard]] Gap villagesWithoutGreenRoute(const District& district, Date asOf);
[[nodiscard]] Gap villagesWithoutHardenedAccess(const District& district);
[[nodiscard]] Gap silentSaturdays(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap modelVillagesWithoutMeeting(const District& district, Date asOf);
[[nodiscard]] Gap loansNeverInspected(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap lateHouses(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap unfinishedOldHouses(const District& district, Date asOf);
[[nodiscard]] Gap priorityHouseholdsOffList(const District& district, Date asOf);
[[nodiscard]] Gap worksStuckForLand(const District& district, Date asOf);
[[nodiscard]] Gap staleVillages(const District& district, Date asOf, const GapRules& rules);

// What they share.

/// The item for one row, with its links, code and name (never a person's).
[[nodiscard]] GapItem gapItem(const District& district, Role role, std::size_t row, Bilingual reason, bool atRisk = false);
[[nodiscard]] int daysBetween(Date from, Date to);

} // namespace banlang
