// SPDX-License-Identifier: MIT
#include "core/analysis/rules/criteria_sets.h"

#include "core/analysis/rules/detail/rule_reader.h"
#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace banlang {
namespace {

using detail::RuleReader;

CriteriaGroup readGroup(RuleReader& reader, const toml::table& table) {
    reader.onlyKeys(table, {"id", "name"});
    return {reader.text(table, "id"), reader.words(table, "name")};
}

RoadMeasure readRoad(RuleReader& reader, const toml::table& table) {
    reader.onlyKeys(table, {"classes", "hardened", "all_season"});
    RoadMeasure road{reader.texts(table, "classes"), reader.flag(table, "hardened", true), reader.flag(table, "all_season", false)};
    if (road.classes.empty()) {
        reader.refuse(table, {"Thiếu cấp đường (classes)", "Classes of roads are missing"},
                      {"Ví dụ classes = [\"ĐX\"]", "For example classes = [\"ĐX\"]"});
    }
    return road;
}

void readThresholds(RuleReader& reader, const toml::table& table, CriteriaIndicator& indicator) {
    if (const auto always = reader.number(table, "threshold")) indicator.thresholds.emplace_back(0, *always);
    reader.each(table, "thresholds", [&](const toml::table& entry) {
        reader.onlyKeys(entry, {"from", "value"});
        const auto value = reader.number(entry, "value");
        if (!value) {
            reader.refuse(entry, {"Thiếu trị số (value)", "The value is missing"},
                          {"Ví dụ { from = 2022, value = 39 }", "For example { from = 2022, value = 39 }"});
        }
        indicator.thresholds.emplace_back(reader.whole(entry, "from", 0), value.value_or(0));
    });
    std::sort(indicator.thresholds.begin(), indicator.thresholds.end());
    const auto outside = [](const auto& threshold) { return threshold.second < 0 || threshold.second > 100; };
    if (indicator.unit == "%" && std::any_of(indicator.thresholds.begin(), indicator.thresholds.end(), outside)) {
        reader.refuse(table, {"Ngưỡng phần trăm phải từ 0 đến 100", "A threshold in percent lies between 0 and 100"},
                      {"Ghi 80, không ghi 0,8 hay 8000", "Write 80, not 8000"});
    }
}

CriteriaIndicator readIndicator(RuleReader& reader, const toml::table& table) {
    reader.onlyKeys(table, {"no", "name", "unit", "road", "threshold", "thresholds", "at_most", "verified"});
    CriteriaIndicator indicator;
    indicator.no = reader.text(table, "no");
    indicator.name = reader.words(table, "name");
    indicator.unit = reader.text(table, "unit", false);
    if (const toml::table* road = table["road"].as_table()) indicator.road = readRoad(reader, *road);
    indicator.atMost = reader.flag(table, "at_most", false);
    indicator.verified = reader.flag(table, "verified", false);
    readThresholds(reader, table, indicator);
    return indicator;
}

Criterion readCriterion(RuleReader& reader, const toml::table& table, const CriteriaSet& set) {
    reader.onlyKeys(table, {"no", "name", "group", "indicator"});
    Criterion criterion{reader.text(table, "no"), reader.words(table, "name"), reader.text(table, "group"), {}};
    const auto isOwn = [&](const CriteriaGroup& group) { return group.id == criterion.group; };
    if (std::none_of(set.groups.begin(), set.groups.end(), isOwn)) {
        reader.refuse(table,
                      {fmt::format("Tiêu chí {} thuộc nhóm “{}” chưa khai báo", criterion.no, criterion.group),
                       fmt::format("Criterion {} is in a group “{}” that is not declared", criterion.no, criterion.group)},
                      {"Thêm [[group]] hoặc sửa group", "Add a [[group]] or mend group"});
    }
    reader.each(table, "indicator",
                [&](const toml::table& entry) { criterion.indicators.push_back(readIndicator(reader, entry)); });
    return criterion;
}

void refuseTwice(RuleReader& reader, const CriteriaSet& set) {
    std::set<std::string_view> seen;
    for (const Criterion& criterion : set.criteria) {
        if (seen.insert(criterion.no).second) continue;
        reader.refuse(
            {fmt::format("Tiêu chí {} có hai lần", criterion.no), fmt::format("Criterion {} is there twice", criterion.no)},
            {"Bỏ bớt một", "Remove one"});
    }
    if (set.criteria.empty()) {
        reader.refuse({"Không có tiêu chí nào", "There are no criteria"},
                      {"Thêm các bảng [[criterion]]", "Add [[criterion]] tables"});
    }
}

/// The number that a text begins with: "318" of "318/QĐ-TTg", of "QĐ 318" after its letters, "2.1" with `withParts`.
std::string_view leadingNumber(std::string_view text, bool withParts) {
    const std::size_t start = text.find_first_of("0123456789");
    if (start == std::string_view::npos) return {};
    const std::size_t end = text.find_first_not_of(withParts ? "0123456789." : "0123456789", start);
    std::string_view number = text.substr(start, end == std::string_view::npos ? end : end - start);
    while (number.ends_with('.')) number.remove_suffix(1);
    return number;
}

} // namespace

std::optional<double> CriteriaIndicator::threshold(int year) const {
    std::optional<double> latest;
    for (const auto& [from, value] : thresholds) {
        if (from <= year) latest = value;
    }
    return latest;
}

std::optional<std::size_t> CriteriaSet::find(std::string_view rawText) const {
    const std::string key = foldedNameKey(rawText);
    const std::string_view number = leadingNumber(rawText, true);
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        if (criteria[i].no == number || foldedNameKey(criteria[i].name.vi) == key || lowerCase(criteria[i].name.en) == key)
            return i;
    }
    return std::nullopt;
}

Result<CriteriaSet> parseCriteriaSet(std::string_view file, std::string_view text) {
    RuleReader reader(file);
    const toml::table all = reader.parse(text);
    reader.onlyKeys(all, {"id", "decree", "amended_by", "title", "level", "in_force_from", "in_force_to", "complete",
                          "criteria_total", "indicators_total", "hardening_works", "commune_group", "group", "criterion"});
    CriteriaSet set;
    set.file = file;
    set.id = reader.text(all, "id");
    set.decree = reader.text(all, "decree");
    set.amendedBy = reader.texts(all, "amended_by");
    set.title = reader.words(all, "title");
    set.level = reader.oneOf(all, "level", {"commune", "district"}, 0) == 0 ? "commune" : "district";
    set.inForceFrom = reader.date(all, "in_force_from", true);
    set.inForceTo = reader.date(all, "in_force_to", false);
    set.complete = reader.flag(all, "complete", false);
    set.criteriaTotal = reader.whole(all, "criteria_total", 0);
    set.indicatorsTotal = reader.whole(all, "indicators_total", 0);
    for (const std::string& word : reader.texts(all, "hardening_works")) set.hardeningWorks.push_back(lowerCase(word));
    reader.each(all, "commune_group", [&](const toml::table& table) { set.communeGroups.push_back(readGroup(reader, table)); });
    reader.each(all, "group", [&](const toml::table& table) { set.groups.push_back(readGroup(reader, table)); });
    reader.each(all, "criterion", [&](const toml::table& table) { set.criteria.push_back(readCriterion(reader, table, set)); });
    refuseTwice(reader, set);
    if (set.criteriaTotal == 0) set.criteriaTotal = static_cast<int>(set.criteria.size());
    return reader.finish(std::move(set));
}

Result<std::vector<CriteriaSet>> criteriaSets(const RuleTexts& rules) {
    const auto isCriteria = [](std::string_view file) { return file.starts_with("criteria_"); };
    std::set<std::string, std::less<>> files;
    for (const RuleFile& file : shippedRuleFiles()) {
        if (isCriteria(file.name)) files.emplace(file.name);
    }
    for (const auto& [file, text] : rules.own) {
        if (isCriteria(file)) files.insert(file);
    }
    std::vector<CriteriaSet> sets;
    for (const std::string& file : files) {
        BANLANG_TRY(set, parseCriteriaSet(file, rules.text(file)));
        sets.push_back(std::move(set));
    }
    std::stable_sort(sets.begin(), sets.end(), [](const CriteriaSet& a, const CriteriaSet& b) {
        return std::tie(a.level, a.inForceFrom) < std::tie(b.level, b.inForceFrom);
    });
    return sets;
}

const CriteriaSet* setInForce(std::span<const CriteriaSet> sets, Date asOf, std::string_view level) {
    const CriteriaSet* found = nullptr;
    for (const CriteriaSet& set : sets) {
        const bool holds = set.level == level && set.inForceFrom <= asOf && asOf <= set.inForceTo;
        if (holds && (found == nullptr || set.inForceFrom >= found->inForceFrom)) found = &set;
    }
    return found;
}

const CriteriaSet* findSet(std::span<const CriteriaSet> sets, std::string_view rawText) {
    const std::string_view number = leadingNumber(rawText, false);
    for (const CriteriaSet& set : sets) {
        if (set.id == rawText) return &set;
    }
    if (number.empty()) return nullptr;
    for (const CriteriaSet& set : sets) {
        const auto names = [&](const std::string& decree) { return leadingNumber(decree, false) == number; };
        if (names(set.decree) || std::any_of(set.amendedBy.begin(), set.amendedBy.end(), names)) return &set;
    }
    return nullptr;
}

} // namespace banlang
