// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/emulation.h"

namespace banlang {

/// What the records say about one indicator in one commune.
struct EmulationValue {
    std::optional<double> value; ///< nothing: no report
    std::optional<double> target;
};

/// For each indicator of the rules the values by row of communes.
[[nodiscard]] Result<std::vector<std::vector<EmulationValue>>> emulationValues(const District& district, int year, Date asOf,
                                                                               const EmulationRules& rules, const RuleTexts& texts);

} // namespace banlang
