// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/gaps/gap_questions.h"
#include "core/analysis/progress/follow_up.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/model/as_of.h"

#include <fmt/format.h>

namespace banlang {
namespace {

/// Calls visit(row, days) for each garden whose loan was disbursed by the day.
template <class Visit> void forEachLoan(const District& district, Date asOf, Visit&& visit) {
    const FeatureTable& gardens = district.table(Role::gardens);
    const auto disbursed = gardens.column(fields::gardens.disbursedOn);
    for (std::size_t row = 0; disbursed.present() && row < gardens.rowCount; ++row) {
        if (disbursed[row] <= asOf) visit(row, daysBetween(disbursed[row], asOf));
    }
}

} // namespace

void loansNeverInspected(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const GapRules& rules = context.rules().gaps;
    const InspectedRows seen = inspectedRows(district, asOf);
    forEachLoan(district, asOf, [&](std::size_t row, int days) {
        gap.examine(Role::gardens, row);
        if (seen.gardens[row] || days <= rules.inspectLoanWithinDays) return;
        gap.miss(
            Role::gardens, row,
            {fmt::format("giải ngân {} ngày, chưa kiểm tra", days), fmt::format("disbursed {} days ago, not inspected", days)});
    });
}

void loansNotAssessed(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    const InspectedRows seen = inspectedRows(district, asOf);
    forEachLoan(district, asOf, [&](std::size_t row, int days) {
        gap.examine(Role::gardens, row);
        if (seen.gardensAssessed[row]) return;
        const bool inspected = seen.gardens[row];
        gap.miss(Role::gardens, row,
                 {fmt::format("giải ngân {} ngày, {}", days, inspected ? "đã kiểm tra, chưa đánh giá" : "chưa kiểm tra"),
                  fmt::format("disbursed {} days ago, {}", days, inspected ? "inspected, not assessed" : "not inspected")});
    });
}

void neverInspected(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const Date asOf = context.asOf();
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
}

} // namespace banlang
