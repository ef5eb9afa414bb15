// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/rule_texts.h"

#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// How figures of older units are brought to newer ones; from units_over_time.toml.
struct UnitRules {
    double sliverShare = 0;               ///< 0 - 1: a smaller part of an old unit is the noise of drawing
    std::vector<std::string> notAdditive; ///< ids of indicators

    /// Whether sums over units mean something for an indicator of progress().
    [[nodiscard]] bool isAdditive(std::string_view indicatorId) const;
};

[[nodiscard]] Result<UnitRules> unitRules(const RuleTexts& rules);

} // namespace banlang
