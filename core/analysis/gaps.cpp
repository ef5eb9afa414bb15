// SPDX-License-Identifier: MIT
#include "core/analysis/gaps.h"

#include "core/analysis/gap_questions.h"

namespace banlang {

GapItem gapItem(const District& district, Role role, std::size_t row, Bilingual reason, bool atRisk) {
    const FeatureTable& table = district.table(role);
    const TableLinks& links = district.linksOf(role);
    GapItem item;
    item.role = role;
    item.row = static_cast<std::uint32_t>(row);
    item.commune = role == Role::communes ? static_cast<std::int32_t>(row) : linkedRow(links.commune, row);
    item.village = role == Role::villages ? static_cast<std::int32_t>(row) : linkedRow(links.village, row);
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

std::span<const GapQuestion> gapQuestions() {
    static constexpr GapQuestion questions[] = {
        [](const District& district, Date asOf, const GapRules&) { return villagesWithoutGreenRoute(district, asOf); },
        [](const District& district, Date, const GapRules&) { return villagesWithoutHardenedAccess(district); },
        loansNeverInspected,
        lateHouses,
        [](const District& district, Date asOf, const GapRules&) { return unfinishedOldHouses(district, asOf); },
        [](const District& district, Date asOf, const GapRules&) { return priorityHouseholdsOffList(district, asOf); },
        silentSaturdays,
        [](const District& district, Date asOf, const GapRules&) { return modelVillagesWithoutMeeting(district, asOf); },
        [](const District& district, Date asOf, const GapRules&) { return worksStuckForLand(district, asOf); },
        staleVillages,
    };
    return questions;
}

std::vector<Gap> findGaps(const District& district, Date asOf) {
    const GapRules rules = shippedGapRules();
    std::vector<Gap> gaps;
    for (const GapQuestion question : gapQuestions()) gaps.push_back(question(district, asOf, rules));
    return gaps;
}

} // namespace banlang
