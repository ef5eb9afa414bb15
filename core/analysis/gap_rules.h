// SPDX-License-Identifier: MIT
#pragma once

namespace banlang {

/// Working thresholds of the gap questions, days unless a name says otherwise; from gap_rules.toml.
struct GapRules {
    int inspectLoanWithinDays = 0;
    int houseNoReportDays = 0;
    int houseBuildDays = 0;
    int silentSaturdayWeeks = 0;
    int staleDays = 0;
};

[[nodiscard]] GapRules shippedGapRules();

} // namespace banlang
