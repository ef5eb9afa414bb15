// SPDX-License-Identifier: MIT
#include "core/analysis/follow_up.h"
#include "core/analysis/gap_questions.h"
#include "core/model/as_of.h"

#include <fmt/format.h>

namespace banlang {
namespace {

/// Calls visit(row, days) for each garden whose loan was disbursed by the day.
template <class Visit> void forEachLoan(const District& district, Date asOf, Visit&& visit) {
    const FeatureTable& gardens = district.table(Role::gardens);
    const Column* const disbursed = gardens.find("disbursed_on");
    for (std::size_t row = 0; disbursed != nullptr && row < gardens.rowCount; ++row) {
        if (disbursed->dates[row] <= asOf) visit(row, daysBetween(disbursed->dates[row], asOf));
    }
}

} // namespace

Gap loansNeverInspected(const District& district, Date asOf, const GapRules& rules) {
    GapBuilder gap(district, asOf, "loan-never-inspected",
                   {"Vườn đã giải ngân, chưa kiểm tra vốn", "Loans disbursed, never inspected"},
                   {"Đã giải ngân quá thời hạn mà chưa có lần kiểm tra nào, kể cả trong sổ kiểm tra",
                    "Disbursed longer ago than the limit, never inspected, by the record of inspections either"});
    const InspectedRows seen = inspectedRows(district, asOf);
    forEachLoan(district, asOf, [&](std::size_t row, int days) {
        gap.examine(Role::gardens, row);
        if (seen.gardens[row] || days <= rules.inspectLoanWithinDays) return;
        gap.miss(
            Role::gardens, row,
            {fmt::format("giải ngân {} ngày, chưa kiểm tra", days), fmt::format("disbursed {} days ago, not inspected", days)});
    });
    return std::move(gap).finish();
}

Gap loansNotAssessed(const District& district, Date asOf, const GapRules& /*rules*/) {
    GapBuilder gap(district, asOf, "loan-not-assessed",
                   {"Vốn đã giải ngân, chưa đánh giá hiệu quả", "Loans disbursed, effect not assessed"},
                   {"Đã giải ngân mà chưa có lần kiểm tra nào ghi hiệu quả hoặc thu nhập trước, sau",
                    "Disbursed, and no inspection that says what effect it had or what was earned before and after"});
    const InspectedRows seen = inspectedRows(district, asOf);
    forEachLoan(district, asOf, [&](std::size_t row, int days) {
        gap.examine(Role::gardens, row);
        if (seen.gardensAssessed[row]) return;
        const bool inspected = seen.gardens[row];
        gap.miss(Role::gardens, row,
                 {fmt::format("giải ngân {} ngày, {}", days, inspected ? "đã kiểm tra, chưa đánh giá" : "chưa kiểm tra"),
                  fmt::format("disbursed {} days ago, {}", days, inspected ? "inspected, not assessed" : "not inspected")});
    });
    return std::move(gap).finish();
}

Gap neverInspected(const District& district, Date asOf, const GapRules& /*rules*/) {
    GapBuilder gap(district, asOf, "never-inspected", {"Chưa được kiểm tra lần nào", "Never inspected"},
                   {"Vườn đã vay vốn, nhà đã khởi công, công trình đang làm hoặc đã xong mà chưa có lần kiểm tra nào",
                    "Gardens with a loan, houses begun, works under way or finished that nobody has inspected"});
    const InspectedRows seen = inspectedRows(district, asOf);
    forEachLoan(district, asOf, [&](std::size_t row, int) {
        gap.examine(Role::gardens, row);
        if (!seen.gardens[row]) gap.miss(Role::gardens, row, {"vườn vay vốn", "garden with a loan"});
    });
    for (std::size_t row = 0; row < seen.houses.size(); ++row) {
        if (houseStep(district.table(Role::houses), row, asOf) == 0) continue;
        gap.examine(Role::houses, row);
        if (!seen.houses[row]) gap.miss(Role::houses, row, {"nhà ở", "house"});
    }
    for (std::size_t row = 0; row < seen.works.size(); ++row) {
        const auto state = workState(district.table(Role::roadWorks), row, asOf);
        if (!state || *state == WorkState::planned) continue;
        gap.examine(Role::roadWorks, row);
        if (!seen.works[row]) gap.miss(Role::roadWorks, row, {"công trình đường", "road work"});
    }
    return std::move(gap).finish();
}

} // namespace banlang
