// SPDX-License-Identifier: MIT
#include "core/analysis/rules/unit_rules.h"

#include "core/analysis/rules/detail/rule_reader.h"

#include <algorithm>

namespace banlang {

bool UnitRules::isAdditive(std::string_view indicatorId) const {
    return std::find(notAdditive.begin(), notAdditive.end(), indicatorId) == notAdditive.end();
}

Result<UnitRules> unitRules(const RuleTexts& rules) {
    constexpr std::string_view fileName = "units_over_time.toml";
    detail::RuleReader reader(fileName);
    const toml::table file = reader.parse(rules.text(fileName));
    UnitRules read;
    read.sliverShare = file.at_path("overlay.sliver_percent").value_or(0.0) / 100;
    if (const toml::table* const indicators = file["indicators"].as_table())
        read.notAdditive = reader.texts(*indicators, "not_additive");
    return reader.finish(std::move(read));
}

} // namespace banlang
