// SPDX-License-Identifier: MIT
#include "core/analysis/rules/gap_rules.h"

#include "core/analysis/rules/detail/rule_reader.h"
#include "core/base/shipped_data.h"

#include <algorithm>

namespace banlang {
namespace {

constexpr std::string_view fileName = "gap_rules.toml";

std::vector<std::string> words(const toml::table& rules, std::string_view path) {
    std::vector<std::string> found;
    if (const toml::array* list = rules.at_path(path).as_array()) {
        for (const toml::node& word : *list) found.push_back(word.value_or(std::string{}));
    }
    return found;
}

/// What `own` leaves out is as shipped: a later version of the program may ask for more.
toml::table completed(toml::table own, const toml::table& shipped) {
    for (const auto& [key, node] : shipped) {
        toml::node* mine = own.get(key.str());
        if (mine == nullptr)
            own.insert(key, node);
        else if (mine->is_table() && node.is_table())
            *mine->as_table() = completed(*mine->as_table(), *node.as_table());
    }
    return own;
}

GapRules read(const toml::table& rules) {
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

} // namespace

Result<GapRules> parseGapRules(std::string_view file, std::string_view text) {
    detail::RuleReader reader(file);
    const toml::table own = reader.parse(text);
    const toml::table shipped = toml::parse(shippedData(fileName));
    reader.refuseUnlike(own, shipped);
    if (reader.failure()) return Unexpected(*reader.failure());
    return read(completed(own, shipped));
}

Result<GapRules> gapRules(const RuleTexts& rules) {
    return parseGapRules(fileName, rules.text(fileName));
}

} // namespace banlang
