// SPDX-License-Identifier: MIT
#include "core/analysis/gap_questions.h"
#include "core/model/as_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace banlang {
namespace {

bool namesAny(std::string_view list, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return list.find(word) != std::string_view::npos; });
}

bool isOfPhase2022(const FeatureTable& houses, std::size_t row) {
    return houses.textAt("phase", row).starts_with("2022");
}

/// The day a house will be finished if it goes on as fast as it did up to its latest step; no date before it has begun.
Date projectedFinish(const FeatureTable& houses, std::size_t row, Date asOf, const GapRules& rules) {
    const int step = houseStep(houses, row, asOf);
    const Date started = houses.dateAt("started_on", row);
    if (step == 0 || !(started <= asOf)) return {};
    const int elapsed = std::max(1, daysBetween(started, asOf));
    const int stepsToGo = houseStepCount - 1 - step;
    const int daysPerStep = step > 1 ? elapsed / (step - 1) : rules.houseBuildDays / (houseStepCount - 2);
    return {asOf.daysSince1970 + std::max(1, daysPerStep) * stepsToGo};
}

std::optional<GapItem> lateHouse(const District& district, std::size_t row, Date asOf, const GapRules& rules) {
    const FeatureTable& houses = district.table(Role::houses);
    const Date deadline = houses.dateAt("deadline", row);
    const Date projected = projectedFinish(houses, row, asOf, rules);
    const Date reported = houses.dateAt("reported_on", row);
    const int step = houseStep(houses, row, asOf);
    if (deadline < asOf) {
        return gapItem(district, Role::houses, row,
                       {fmt::format("quá hạn {} ngày, mới xong bước {}/5", daysBetween(deadline, asOf), step),
                        fmt::format("{} days past the deadline, at step {} of 5", daysBetween(deadline, asOf), step)});
    }
    if (!projected.known()) {
        return gapItem(district, Role::houses, row,
                       {fmt::format("chưa khởi công, còn {} ngày", daysBetween(asOf, deadline)),
                        fmt::format("not started, {} days left", daysBetween(asOf, deadline))},
                       true);
    }
    if (projected > deadline) {
        return gapItem(district, Role::houses, row,
                       {fmt::format("bước {}/5, với tốc độ này xong ngày {}", step, toVietnamese(projected)),
                        fmt::format("step {} of 5, at this pace done on {}", step, toVietnamese(projected))},
                       true);
    }
    if (reported <= asOf && daysBetween(reported, asOf) > rules.houseNoReportDays) {
        return gapItem(district, Role::houses, row,
                       {fmt::format("không có báo cáo từ ngày {}", toVietnamese(reported)),
                        fmt::format("no report since {}", toVietnamese(reported))},
                       true);
    }
    return std::nullopt;
}

} // namespace

Gap loansNeverInspected(const District& district, Date asOf, const GapRules& rules) {
    Gap gap{"loan-never-inspected",
            {"Vườn đã giải ngân, chưa kiểm tra vốn", "Loans disbursed, never inspected"},
            {"Đã giải ngân quá thời hạn mà chưa có lần kiểm tra nào", "Disbursed longer ago than the limit, never inspected"},
            {},
            0};
    const FeatureTable& gardens = district.table(Role::gardens);
    for (std::size_t row = 0; row < gardens.rowCount; ++row) {
        const Date disbursed = gardens.dateAt("disbursed_on", row);
        if (!(disbursed <= asOf)) continue;
        ++gap.examined;
        if (gardens.dateAt("inspected_on", row) <= asOf) continue;
        const int age = daysBetween(disbursed, asOf);
        if (age <= rules.inspectLoanWithinDays) continue;
        gap.items.push_back(gapItem(
            district, Role::gardens, row,
            {fmt::format("giải ngân {} ngày, chưa kiểm tra", age), fmt::format("disbursed {} days ago, not inspected", age)}));
    }
    return gap;
}

Gap lateHouses(const District& district, Date asOf, const GapRules& rules) {
    Gap gap{"house-late",
            {"Nhà 2022 sẽ trễ hạn", "Houses of 2022 that will miss the deadline"},
            {"Quá hạn, chưa khởi công, theo tốc độ hiện nay sẽ trễ, hoặc lâu không có báo cáo",
             "Past the deadline, not started, late at today's pace, or without a recent report"},
            {},
            0};
    const FeatureTable& houses = district.table(Role::houses);
    for (std::size_t row = 0; row < houses.rowCount; ++row) {
        if (!isOfPhase2022(houses, row) || !houses.dateAt("deadline", row).known()) continue;
        ++gap.examined;
        if (houses.dateAt("finished_on", row) <= asOf) continue;
        if (auto item = lateHouse(district, row, asOf, rules)) gap.items.push_back(std::move(*item));
    }
    return gap;
}

Gap unfinishedOldHouses(const District& district, Date asOf) {
    Gap gap{"old-house-unfinished",
            {"Nhà 2019-2021 còn hạng mục dở dang, chưa có phương án", "Houses of 2019-2021 with unfinished items and no plan"},
            {"Có hạng mục chưa xong và chưa có phương án giúp đỡ", "Unfinished items and no plan of help"},
            {},
            0};
    const FeatureTable& houses = district.table(Role::houses);
    for (std::size_t row = 0; row < houses.rowCount; ++row) {
        if (isOfPhase2022(houses, row) || houses.dateAt("started_on", row) > asOf) continue;
        ++gap.examined;
        const std::string items(houses.textAt("unfinished_items", row));
        if (items.empty() || !houses.textAt("help_plan", row).empty()) continue;
        gap.items.push_back(gapItem(district, Role::houses, row, {"còn dở: " + items, "unfinished: " + items}));
    }
    return gap;
}

Gap priorityHouseholdsOffList(const District& district, Date asOf) {
    Gap gap{"priority-household-off-list",
            {"Hộ ưu tiên ngoài danh sách hỗ trợ", "Priority households off the support list"},
            {"Người có công hoặc cựu chiến binh, khó khăn nhà ở, không trong danh sách còn hiệu lực",
             "People of merit or veterans with housing difficulty, not on the list in force"},
            {},
            0};
    const FeatureTable& list = district.table(Role::supportList);
    std::set<std::int32_t> listed;
    for (std::size_t row = 0; row < list.rowCount; ++row) {
        const auto& households = district.linksOf(Role::supportList).household;
        const bool inForce = list.dateAt("listed_on", row) <= asOf && list.dateAt("removed_on", row) > asOf;
        if (inForce && row < households.size()) listed.insert(households[row]);
    }
    const FeatureTable& households = district.table(Role::households);
    for (std::size_t row = 0; row < households.rowCount; ++row) {
        const std::string_view categories = households.textAt("categories", row);
        if (!namesAny(categories, {"người có công", "cựu chiến binh"}) ||
            !namesAny(categories, {"khó khăn nhà ở", "khó khăn về nhà ở"}))
            continue;
        ++gap.examined;
        if (listed.count(static_cast<std::int32_t>(row)) > 0) continue;
        gap.items.push_back(gapItem(district, Role::households, row,
                                    {"diện ưu tiên, chưa có trong danh sách", "priority category, not on the list"}));
    }
    return gap;
}

} // namespace banlang
