// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gap_rules.h"
#include "core/analysis/gaps.h"

namespace banlang {

// One question each; all take the district as it was on a day.

[[nodiscard]] Gap villagesWithoutGreenRoute(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap villagesWithoutHardenedAccess(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap silentSaturdays(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap modelVillagesWithoutMeeting(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap staleVillages(const District& district, Date asOf, const GapRules& rules);

[[nodiscard]] Gap loansNeverInspected(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap loansNotAssessed(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap neverInspected(const District& district, Date asOf, const GapRules& rules);

[[nodiscard]] Gap lateHouses(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap unfinishedOldHouses(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap housesWithUnfinishedItems(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap labourNotGiven(const District& district, Date asOf, const GapRules& rules);

[[nodiscard]] Gap priorityHouseholdsOffList(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap poorHouseholdsNotJoined(const District& district, Date asOf, const GapRules& rules);

[[nodiscard]] Gap worksStuckForLand(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap worksBehindPlan(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap assetsInPoorCondition(const District& district, Date asOf, const GapRules& rules);

[[nodiscard]] Gap communesWithoutLaunch(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap lapsedMovements(const District& district, Date asOf, const GapRules& rules);
[[nodiscard]] Gap lowParticipation(const District& district, Date asOf, const GapRules& rules);

// What they share.

/// Collects the answer to one question, counted by unit as it goes.
class GapBuilder {
public:
    GapBuilder(const District& district, Date asOf, std::string_view id, Label title, Label definition);

    /// One more that could have been in the list; false, and not counted, for a unit that was not in force on the day.
    bool examine(Role role, std::size_t row);
    /// Was examined and not reached.
    void miss(Role role, std::size_t row, Bilingual reason, bool atRisk = false);
    [[nodiscard]] Gap finish() &&;

private:
    struct Place {
        std::int32_t commune = notLinked;
        std::int32_t village = notLinked;
    };
    [[nodiscard]] Place placeOf(Role role, std::size_t row) const;
    [[nodiscard]] GapItem item(Role role, std::size_t row) const;

    const District& district_;
    Date asOf_;
    Gap gap_;
    std::vector<GapUnitCount> communes_;
    std::vector<GapUnitCount> villages_;
};

[[nodiscard]] int daysBetween(Date from, Date to);

} // namespace banlang
