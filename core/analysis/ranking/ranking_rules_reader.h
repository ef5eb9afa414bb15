// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/commune_ranking_rules.h"
#include "core/analysis/rules/rule_texts.h"
#include "core/base/result.h"

#include <string_view>

namespace banlang {

/// The scoring in force. A figure or gap that it names must be one that there is: that is why it is read here, above both.
[[nodiscard]] Result<CommuneRankingRules> communeRankingRules(const RuleTexts& rules);
[[nodiscard]] Result<CommuneRankingRules> parseCommuneRankingRules(std::string_view file, std::string_view text);

} // namespace banlang
