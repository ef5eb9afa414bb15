// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/rule_texts.h"

#include <string>
#include <vector>

namespace banlang {

/// Working thresholds of the gap questions, days unless a name says otherwise; from gap_rules.toml.
struct GapRules {
    int inspectLoanWithinDays = 0;
    int houseNoReportDays = 0;
    int houseBuildDays = 0;
    int silentSaturdayWeeks = 0;
    int staleDays = 0;
    int movementLapsedDays = 0;
    double participationPerHousehold = 0; ///< fewer turns of taking part than this a household is low
    double cementTonnesPerM3 = 0;         ///< in a cubic metre of road concrete
    double cementBagKg = 0;
    std::vector<std::string> launchKinds;    ///< words, lower case, by which a campaign is known as a launch of emulation
    std::vector<std::string> poorConditions; ///< words, lower case, for a public asset that needs care
};

/// As the text in force says; an entry that it leaves out is the shipped one.
[[nodiscard]] Result<GapRules> gapRules(const RuleTexts& rules);
[[nodiscard]] Result<GapRules> parseGapRules(std::string_view file, std::string_view text);

} // namespace banlang
