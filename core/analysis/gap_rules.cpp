// SPDX-License-Identifier: MIT
#include "core/analysis/gap_rules.h"

#include "core/analysis/detail/rule_reader.h"
#include "core/base/shipped_data.h"

#include <fmt/format.h>

namespace banlang {
namespace {

constexpr std::string_view fileName = "gap_rules.toml";

struct Threshold {
    const char* section;
    const char* key;
    int GapRules::*value;
};
constexpr Threshold thresholds[] = {
    {"loan", "inspect_within_days", &GapRules::inspectLoanWithinDays},
    {"house", "no_report_days", &GapRules::houseNoReportDays},
    {"house", "build_days", &GapRules::houseBuildDays},
    {"saturday", "silent_weeks", &GapRules::silentSaturdayWeeks},
    {"stale", "no_record_days", &GapRules::staleDays},
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

/// Fills in what the file says; returns whether it may be used.
Result<GapRules> readOver(GapRules rules, std::string_view file, std::string_view text) {
    detail::RuleReader reader(file);
    const toml::table all = reader.parse(text);
    refuseUnknown(reader, all);
    for (const Threshold& threshold : thresholds) {
        const toml::node* section = all.get(threshold.section);
        const toml::table* entries = section == nullptr ? nullptr : section->as_table();
        if (entries == nullptr) continue;
        int& value = rules.*threshold.value;
        value = reader.whole(*entries, threshold.key, value);
        if (value > 0) continue;
        reader.refuse(*entries,
                      {fmt::format("“{}” phải lớn hơn 0", threshold.key), fmt::format("“{}” must be above 0", threshold.key)},
                      {"Ghi số ngày hoặc số tuần", "Give days or weeks"});
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
