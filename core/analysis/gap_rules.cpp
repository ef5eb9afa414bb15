// SPDX-License-Identifier: MIT
#include "core/analysis/gap_rules.h"

#include "core/analysis/detail/rule_reader.h"
#include "core/base/shipped_data.h"

#include <fmt/format.h>

#include <variant>

namespace banlang {
namespace {

constexpr std::string_view fileName = "gap_rules.toml";

using Target = std::variant<int GapRules::*, double GapRules::*, std::vector<std::string> GapRules::*>;
struct Entry {
    const char* section;
    const char* key;
    Target value;
};
constexpr Entry entries[] = {
    {"loan", "inspect_within_days", &GapRules::inspectLoanWithinDays},
    {"house", "no_report_days", &GapRules::houseNoReportDays},
    {"house", "build_days", &GapRules::houseBuildDays},
    {"saturday", "silent_weeks", &GapRules::silentSaturdayWeeks},
    {"stale", "no_record_days", &GapRules::staleDays},
    {"movement", "lapsed_days", &GapRules::movementLapsedDays},
    {"movement", "launch_kinds", &GapRules::launchKinds},
    {"participation", "per_household", &GapRules::participationPerHousehold},
    {"cement", "tonnes_per_m3", &GapRules::cementTonnesPerM3},
    {"cement", "bag_kg", &GapRules::cementBagKg},
    {"assets", "poor_conditions", &GapRules::poorConditions},
};

/// Sections and entries that no question asks for are spelling mistakes.
void refuseUnknown(detail::RuleReader& reader, const toml::table& file) {
    for (const auto& [section, node] : file) {
        const toml::table* table = node.as_table();
        bool known = false;
        for (const Entry& entry : entries) known = known || section.str() == entry.section;
        if (table == nullptr || !known) {
            reader.refuse(node, {fmt::format("Không có phần [{}]", section.str()), fmt::format("There is no [{}]", section.str())},
                          {"So với tệp gốc", "Compare with the shipped file"});
            continue;
        }
        for (const auto& [key, value] : *table) {
            bool found = false;
            for (const Entry& entry : entries) found = found || (section.str() == entry.section && key.str() == entry.key);
            if (found) continue;
            reader.refuse(value, {fmt::format("Không có mục “{}”", key.str()), fmt::format("There is no entry “{}”", key.str())},
                          {"So với tệp gốc", "Compare with the shipped file"});
        }
    }
}

void readEntry(detail::RuleReader& reader, const toml::table& table, const Entry& entry, GapRules& rules) {
    const auto refuseUnlessAboveZero = [&](double value) {
        if (value > 0) return;
        reader.refuse(table, {fmt::format("“{}” phải lớn hơn 0", entry.key), fmt::format("“{}” must be above 0", entry.key)},
                      {"Ghi một số dương", "Give a number above 0"});
    };
    if (const auto* whole = std::get_if<int GapRules::*>(&entry.value)) {
        rules.*(*whole) = reader.whole(table, entry.key, rules.*(*whole));
        refuseUnlessAboveZero(rules.*(*whole));
    } else if (const auto* number = std::get_if<double GapRules::*>(&entry.value)) {
        rules.*(*number) = reader.number(table, entry.key).value_or(rules.*(*number));
        refuseUnlessAboveZero(rules.*(*number));
    } else if (table.contains(entry.key)) {
        rules.*std::get<std::vector<std::string> GapRules::*>(entry.value) = reader.texts(table, entry.key);
    }
}

/// Fills in what the file says; fails when it may not be used.
Result<GapRules> readOver(GapRules rules, std::string_view file, std::string_view text) {
    detail::RuleReader reader(file);
    const toml::table all = reader.parse(text);
    refuseUnknown(reader, all);
    for (const Entry& entry : entries) {
        const toml::node* section = all.get(entry.section);
        const toml::table* table = section == nullptr ? nullptr : section->as_table();
        if (table != nullptr) readEntry(reader, *table, entry, rules);
    }
    return reader.finish(rules);
}

} // namespace

GapRules shippedGapRules() {
    // The shipped file is read by the tests; were it broken, all would be 0, which they refuse.
    return readOver({}, fileName, shippedData(fileName)).value_or(GapRules{});
}

Result<GapRules> parseGapRules(std::string_view file, std::string_view text) {
    return readOver(shippedGapRules(), file, text);
}

GapRules gapRules(const RuleTexts& rules) {
    return parseGapRules(fileName, rules.text(fileName)).value_or(shippedGapRules());
}

} // namespace banlang
