// SPDX-License-Identifier: MIT
#include "core/analysis/gap_rules.h"

#include "core/base/shipped_data.h"

#include <toml++/toml.h>

namespace banlang {

GapRules shippedGapRules() {
    const toml::table rules = toml::parse(shippedData("gap_rules.toml"));
    // A missing entry reads as 0, which the test of the shipped file refuses.
    const auto days = [&](std::string_view path) { return rules.at_path(path).value_or(0); };
    return {days("loan.inspect_within_days"), days("house.no_report_days"), days("house.build_days"), days("saturday.silent_weeks"),
            days("stale.no_record_days")};
}

} // namespace banlang
