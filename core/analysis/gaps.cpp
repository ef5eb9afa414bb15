// SPDX-License-Identifier: MIT
#include "core/analysis/gaps.h"

#include "core/analysis/gap_questions.h"

namespace banlang {

GapItem gapItem(const District& district, Role role, std::size_t row, Bilingual reason, bool atRisk) {
    const FeatureTable& table = district.table(role);
    const TableLinks& links = district.linksOf(role);
    const auto linked = [row](const std::vector<std::int32_t>& rows) { return row < rows.size() ? rows[row] : notLinked; };
    GapItem item;
    item.role = role;
    item.row = static_cast<std::uint32_t>(row);
    item.commune = role == Role::communes ? static_cast<std::int32_t>(row) : linked(links.commune);
    item.village = role == Role::villages ? static_cast<std::int32_t>(row) : linked(links.village);
    const bool isUnit = role == Role::communes || role == Role::villages;
    item.code = table.textAt(isUnit ? "code" : "id", row);
    // Records of households are named by their village, so that no person is.
    const bool ofHousehold = role == Role::households || role == Role::houses || role == Role::gardens;
    if (isUnit) {
        item.name = fullName(table, row);
    } else if (!ofHousehold) {
        item.name = table.textAt("name", row);
    } else if (item.village != notLinked) {
        item.name = fullName(district.table(Role::villages), static_cast<std::size_t>(item.village));
    }
    item.reason = std::move(reason);
    item.atRisk = atRisk;
    return item;
}

int daysBetween(Date from, Date to) {
    return to.daysSince1970 - from.daysSince1970;
}

std::vector<Gap> findGaps(const District& district, Date asOf) {
    const GapRules rules = shippedGapRules();
    std::vector<Gap> gaps;
    gaps.push_back(villagesWithoutGreenRoute(district, asOf));
    gaps.push_back(villagesWithoutHardenedAccess(district));
    gaps.push_back(loansNeverInspected(district, asOf, rules));
    gaps.push_back(lateHouses(district, asOf, rules));
    gaps.push_back(unfinishedOldHouses(district, asOf));
    gaps.push_back(priorityHouseholdsOffList(district, asOf));
    gaps.push_back(silentSaturdays(district, asOf, rules));
    gaps.push_back(modelVillagesWithoutMeeting(district, asOf));
    gaps.push_back(worksStuckForLand(district, asOf));
    gaps.push_back(staleVillages(district, asOf, rules));
    return gaps;
}

} // namespace banlang
