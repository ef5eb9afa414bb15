// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/gaps/gap_questions.h"
#include "core/analysis/progress/follow_up.h"
#include "core/model/as_of.h"

namespace banlang {

void priorityHouseholdsOffList(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const auto statuses = householdStatuses(district, asOf);
    const auto listed = listedHouseholds(district, asOf);
    for (std::size_t row = 0; row < statuses.size(); ++row) {
        const HouseholdStatus& one = statuses[row];
        if (!(one.merit || one.veteran) || !one.housingNeed) continue;
        gap.examine(Role::households, row);
        if (listed[row]) continue;
        gap.miss(Role::households, row, {"diện ưu tiên, chưa có trong danh sách", "priority category, not on the list"});
    }
}

void poorHouseholdsNotJoined(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const auto statuses = householdStatuses(district, asOf);
    const FeatureTable& gardens = district.table(Role::gardens);
    // Without any list of gardens nobody can be said to have stayed away.
    if (gardens.rowCount == 0) return;
    std::vector<bool> joined(statuses.size());
    for (std::size_t row = 0; row < gardens.rowCount; ++row) {
        const std::int32_t household = linkedRow(district.linksOf(Role::gardens).household, row);
        const auto state = gardenState(gardens, row, asOf);
        if (household != notLinked && state && *state != GardenState::lapsed) joined[static_cast<std::size_t>(household)] = true;
    }
    for (std::size_t row = 0; row < statuses.size(); ++row) {
        if (!statuses[row].poor && !statuses[row].nearPoor) continue;
        gap.examine(Role::households, row);
        if (joined[row]) continue;
        gap.miss(Role::households, row,
                 statuses[row].poor ? Bilingual{"hộ nghèo", "poor"} : Bilingual{"hộ cận nghèo", "near-poor"});
    }
}

} // namespace banlang
