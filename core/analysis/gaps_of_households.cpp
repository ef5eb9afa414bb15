// SPDX-License-Identifier: MIT
#include "core/analysis/follow_up.h"
#include "core/analysis/gap_questions.h"
#include "core/model/as_of.h"

namespace banlang {

Gap priorityHouseholdsOffList(const District& district, Date asOf, const GapRules& /*rules*/) {
    GapBuilder gap(
        district, asOf, "priority-household-off-list",
        {"Hộ ưu tiên ngoài danh sách hỗ trợ", "Priority households off the support list"},
        {"Người có công hoặc cựu chiến binh, khó khăn nhà ở theo danh sách hoặc rà soát, không trong danh sách còn hiệu lực",
         "People of merit or veterans with housing difficulty, by list or review, not on the list in force"});
    const auto standings = householdStandings(district, asOf);
    const auto listed = listedHouseholds(district, asOf);
    for (std::size_t row = 0; row < standings.size(); ++row) {
        const HouseholdStanding& one = standings[row];
        if (!(one.merit || one.veteran) || !one.housingNeed) continue;
        gap.examine(Role::households, row);
        if (listed[row]) continue;
        gap.miss(Role::households, row, {"diện ưu tiên, chưa có trong danh sách", "priority category, not on the list"});
    }
    return std::move(gap).finish();
}

Gap poorHouseholdsNotJoined(const District& district, Date asOf, const GapRules& /*rules*/) {
    GapBuilder gap(district, asOf, "poor-household-not-joined",
                   {"Hộ nghèo, cận nghèo chưa tham gia cải tạo vườn tạp", "Poor and near-poor households without a garden"},
                   {"Thuộc diện nghèo hoặc cận nghèo vào ngày xem, chưa đăng ký vườn nào hoặc đã bỏ dở",
                    "Poor or near-poor on the day, with no garden registered or only ones given up"});
    const auto standings = householdStandings(district, asOf);
    const FeatureTable& gardens = district.table(Role::gardens);
    // Without any list of gardens nobody can be said to have stayed away.
    if (gardens.rowCount == 0) return std::move(gap).finish();
    std::vector<bool> joined(standings.size());
    for (std::size_t row = 0; row < gardens.rowCount; ++row) {
        const std::int32_t household = linkedRow(district.linksOf(Role::gardens).household, row);
        const auto state = gardenState(gardens, row, asOf);
        if (household != notLinked && state && *state != GardenState::lapsed) joined[static_cast<std::size_t>(household)] = true;
    }
    for (std::size_t row = 0; row < standings.size(); ++row) {
        if (!standings[row].poor && !standings[row].nearPoor) continue;
        gap.examine(Role::households, row);
        if (joined[row]) continue;
        gap.miss(Role::households, row,
                 standings[row].poor ? Bilingual{"hộ nghèo", "poor"} : Bilingual{"hộ cận nghèo", "near-poor"});
    }
    return std::move(gap).finish();
}

} // namespace banlang
