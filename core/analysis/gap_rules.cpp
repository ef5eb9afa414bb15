// SPDX-License-Identifier: MIT
#include "core/analysis/gap_rules.h"

#include "core/base/shipped_data.h"

#include <toml++/toml.h>

namespace banlang {
namespace {

std::vector<std::string> words(const toml::table& rules, std::string_view path) {
    std::vector<std::string> found;
    if (const toml::array* list = rules.at_path(path).as_array()) {
        for (const toml::node& word : *list) found.push_back(word.value_or(std::string{}));
    }
    return found;
}

} // namespace

GapRules shippedGapRules() {
    const toml::table rules = toml::parse(shippedData("gap_rules.toml"));
    // A missing entry reads as 0, which the test of the shipped file refuses.
    const auto days = [&](std::string_view path) { return rules.at_path(path).value_or(0); };
    const auto number = [&](std::string_view path) { return rules.at_path(path).value_or(0.0); };
    GapRules read;
    read.inspectLoanWithinDays = days("loan.inspect_within_days");
    read.houseNoReportDays = days("house.no_report_days");
    read.houseBuildDays = days("house.build_days");
    read.silentSaturdayWeeks = days("saturday.silent_weeks");
    read.staleDays = days("stale.no_record_days");
    read.movementLapsedDays = days("movement.lapsed_days");
    read.participationPerHousehold = number("participation.per_household");
    read.cementTonnesPerM3 = number("cement.tonnes_per_m3");
    read.cementBagKg = number("cement.bag_kg");
    read.launchKinds = words(rules, "movement.launch_kinds");
    read.poorConditions = words(rules, "assets.poor_conditions");
    return read;
}

} // namespace banlang
