// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rule_texts.h"

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
/// As the district set them; an entry that its file leaves out is the shipped one.
[[nodiscard]] GapRules gapRules(const RuleTexts& rules);
[[nodiscard]] Result<GapRules> parseGapRules(std::string_view file, std::string_view text);

} // namespace banlang
