// SPDX-License-Identifier: MIT
#include "core/analysis/gap_rules.h"

#include "core/analysis/detail/rule_reader.h"
#include "core/base/shipped_data.h"

#include <fmt/format.h>

#include <variant>

namespace banlang {
namespace {

constexpr std::string_view fileName = "gap_rules.toml";

using Words = std::vector<std::string>;
struct Threshold {
    const char* section;
    const char* key;
    std::variant<int GapRules::*, double GapRules::*, Words GapRules::*> value;
};
constexpr Threshold thresholds[] = {
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
        const toml::table* entries = node.as_table();
        bool known = false;
        for (const Threshold& threshold : thresholds) known = known || section.str() == threshold.section;
        if (entries == nullptr || !known) {
            reader.refuse(node, {fmt::format("Không có phần [{}]", section.str()), fmt::format("There is no [{}]", section.str())},
                          {"So với tệp gốc", "Compare with the shipped file"});
            continue;
        }
        for (const auto& [key, value] : *entries) {
            bool found = false;
            for (const Threshold& threshold : thresholds)
                found = found || (section.str() == threshold.section && key.str() == threshold.key);
            if (!found) {
                reader.refuse(value,
                              {fmt::format("Không có mục “{}”", key.str()), fmt::format("There is no entry “{}”", key.str())},
                              {"So với tệp gốc", "Compare with the shipped file"});
            }
        }
    }
}

/// Fills one entry in; false when it is 0 or less, or a list without words.
struct ReadEntry {
    detail::RuleReader& reader;
    const toml::table& entries;
    const char* key;
    GapRules& rules;

    bool operator()(int GapRules::*value) const {
        rules.*value = reader.whole(entries, key, rules.*value);
        return rules.*value > 0;
    }
    bool operator()(double GapRules::*value) const {
        rules.*value = reader.number(entries, key).value_or(rules.*value);
        return rules.*value > 0;
    }
    bool operator()(Words GapRules::*value) const {
        if (entries.contains(key)) rules.*value = reader.texts(entries, key);
        return !(rules.*value).empty();
    }
};

/// Fills in what the file says; returns whether it may be used.
Result<GapRules> readOver(GapRules rules, std::string_view file, std::string_view text) {
    detail::RuleReader reader(file);
    const toml::table all = reader.parse(text);
    refuseUnknown(reader, all);
    for (const Threshold& threshold : thresholds) {
        const toml::node* section = all.get(threshold.section);
        const toml::table* entries = section == nullptr ? nullptr : section->as_table();
        if (entries == nullptr || std::visit(ReadEntry{reader, *entries, threshold.key, rules}, threshold.value)) continue;
        reader.refuse(*entries,
                      {fmt::format("“{}” phải lớn hơn 0 và không được trống", threshold.key),
                       fmt::format("“{}” must be above 0 and not empty", threshold.key)},
                      {"So với tệp gốc", "Compare with the shipped file"});
    }
    return reader.finish(std::move(rules));
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
