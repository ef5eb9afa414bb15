// SPDX-License-Identifier: MIT
#include "core/analysis/directives/directive_parts.h"
#include "core/text/keys.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace banlang {
namespace {

constexpr AnswerColumn communeColumn{"commune", {"xã", "commune"}, ""};
constexpr AnswerColumn villageColumn{"village", {"thôn", "village"}, ""};
constexpr AnswerColumn codeColumn{"code", {"mã", "code"}, ""};
constexpr AnswerColumn missedColumn{"missed", {"còn sót", "missed"}, ""};
constexpr AnswerColumn examinedColumn{"examined", {"đã xét", "examined"}, ""};
constexpr AnswerColumn reachedColumn{"reached_percent", {"đã tới", "reached"}, "percent"};

const AdminUnitGapCount* countOf(const Gap* gap, Role level, std::int32_t row) {
    if (gap == nullptr) return nullptr;
    const auto found = std::find_if(gap->byAdminUnit.begin(), gap->byAdminUnit.end(),
                                    [&](const AdminUnitGapCount& unit) { return unit.level == level && unit.row == row; });
    return found == gap->byAdminUnit.end() ? nullptr : &*found;
}

void addGapCells(std::vector<AnswerCell>& cells, const AdminUnitGapCount* count) {
    if (count == nullptr || count->examined == 0) {
        cells.resize(cells.size() + 3);
        return;
    }
    const auto missed = static_cast<double>(count->count);
    const auto examined = static_cast<double>(count->examined);
    cells.emplace_back(missed);
    cells.emplace_back(examined);
    cells.emplace_back(100 * std::max(0.0, examined - missed) / examined);
}

/// Indicators of which at least one commune was given a target.
bool hasTarget(const DirectiveFacts& facts, std::string_view id) {
    return std::any_of(facts.units.begin(), facts.units.end(), [&](const AdminUnitProgress& unit) {
        const Indicator* one = facts.indicator(unit, id);
        return one != nullptr && one->target;
    });
}

AnswerCell percentOfPlan(const Indicator& indicator) {
    if (!indicator.value || !indicator.target || *indicator.target <= 0) return {};
    return 100 * *indicator.value / *indicator.target;
}

} // namespace

AnswerCell nameCell(std::string_view name) {
    return Bilingual{std::string(name), std::string(name)};
}

AnswerCell communeCell(const DirectiveFacts& facts, Role role, std::size_t row) {
    const std::int32_t commune = linkedRow(facts.district.linksOf(role).commune, row);
    if (commune == notLinked) return {};
    return nameCell(fullName(facts.district.table(Role::communes), static_cast<std::size_t>(commune)));
}

AnswerCell numberCell(double value) {
    return std::isnan(value) ? AnswerCell() : AnswerCell(value);
}

AnswerCell numberCell(const std::optional<double>& value) {
    return value ? AnswerCell(*value) : AnswerCell();
}

AnswerCell dateCell(Date date) {
    return date.known() ? AnswerCell(date) : AnswerCell();
}

AnswerTable communeTable(const DirectiveFacts& facts, std::span<const std::string_view> indicators, std::string_view gapId) {
    AnswerTable table{{communeColumn, codeColumn}, {}};
    std::vector<bool> planned;
    for (const std::string_view id : indicators) {
        const Indicator* one = facts.indicator(id);
        planned.push_back(one != nullptr && hasTarget(facts, id));
        if (one == nullptr) continue;
        table.columns.push_back({one->id, one->label, one->unit});
        if (planned.back()) table.columns.push_back({"percent_of_plan", {"% kế hoạch", "% of plan"}, "percent"});
    }
    const auto gap = facts.gap(gapId);
    if (gap != nullptr) table.columns.insert(table.columns.end(), {missedColumn, examinedColumn, reachedColumn});
    for (const AdminUnitProgress& unit : facts.units) {
        if (unit.level != AdminLevel::commune) continue;
        AnswerRow row{Role::communes, unit.row, {nameCell(unit.name), nameCell(unit.code)}};
        for (std::size_t i = 0; i < indicators.size(); ++i) {
            const Indicator* one = facts.indicator(unit, indicators[i]);
            if (one == nullptr) continue;
            row.cells.push_back(numberCell(one->value));
            if (planned[i]) row.cells.push_back(percentOfPlan(*one));
        }
        if (gap != nullptr) addGapCells(row.cells, countOf(gap.get(), Role::communes, unit.row));
        table.rows.push_back(std::move(row));
    }
    return table;
}

AnswerTable villageTable(const DirectiveFacts& facts, std::string_view gapId) {
    AnswerTable table{{communeColumn, villageColumn, codeColumn, missedColumn, examinedColumn, reachedColumn}, {}};
    const auto gap = facts.gap(gapId);
    if (gap == nullptr) return table;
    const FeatureTable& villages = facts.district.table(Role::villages);
    for (const AdminUnitGapCount& count : gap->byAdminUnit) {
        if (count.level != Role::villages) continue;
        const auto village = static_cast<std::size_t>(count.row);
        AnswerRow row{Role::villages,
                      count.row,
                      {communeCell(facts, Role::villages, village), nameCell(fullName(villages, village)),
                       nameCell(villages.textAt(fields::villages.code, village))}};
        addGapCells(row.cells, &count);
        table.rows.push_back(std::move(row));
    }
    return table;
}

namespace {

struct Group {
    double records = 0;
    std::vector<double> sums;
    std::vector<bool> reported;
    Date latest;
};

bool isAsked(std::string_view key, std::string_view words) {
    if (words.empty()) return true;
    const std::string lower = lowerCase(key);
    bool found = false;
    eachAlias(words, [&](std::string_view word) { found = found || lower.find(word) != std::string::npos; });
    return found;
}

std::map<std::string_view, Group> grouped(const DirectiveFacts& facts, const Grouping& grouping) {
    std::map<std::string_view, Group> groups;
    const FeatureTable& table = facts.district.table(grouping.role);
    const auto keys = table.column(grouping.key);
    const auto dates = table.column(fields::events.date);
    std::vector<NumberView> columns;
    for (const NumberField& field : grouping.sums) columns.push_back(table.column(field));
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        if (facts.excluded.contains(grouping.role, row) || !(dates[row] <= facts.asOf)) continue;
        Group& group = groups[keys[row]];
        group.sums.resize(columns.size());
        group.reported.resize(columns.size());
        ++group.records;
        if (!group.latest.known() || dates[row] > group.latest) group.latest = dates[row];
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].isMissing(row)) continue;
            group.sums[i] += columns[i][row];
            group.reported[i] = true;
        }
    }
    std::erase_if(groups, [&](const auto& group) { return !isAsked(group.first, grouping.contains); });
    return groups;
}

std::string_view unitOf(std::string_view column) {
    if (column.ends_with("_vnd")) return "VND";
    return column.find("days") != std::string_view::npos ? "days" : "";
}

} // namespace

AnswerTable groupTable(const DirectiveFacts& facts, const Grouping& grouping) {
    AnswerTable table{{{grouping.key.name, grouping.keyLabel, ""}, {"records", {"số bản ghi", "records"}, ""}}, {}};
    for (const NumberField& field : grouping.sums) {
        const RecordField& declared = recordKind(grouping.role).fields[field.position];
        table.columns.push_back({field.name, declared.label, unitOf(field.name)});
    }
    table.columns.push_back({"latest", {"lần gần nhất", "latest"}, ""});
    for (const auto& [key, group] : grouped(facts, grouping)) {
        AnswerRow row{grouping.role, notLinked, {}};
        row.cells.emplace_back(key.empty() ? Bilingual{"không ghi", "not said"} : Bilingual{std::string(key), std::string(key)});
        row.cells.emplace_back(group.records);
        for (std::size_t i = 0; i < group.sums.size(); ++i) {
            row.cells.emplace_back();
            if (group.reported[i]) row.cells.back().emplace<double>(group.sums[i]);
        }
        row.cells.push_back(dateCell(group.latest));
        table.rows.push_back(std::move(row));
    }
    std::stable_sort(table.rows.begin(), table.rows.end(), [](const AnswerRow& a, const AnswerRow& b) {
        return std::get<double>(a.cells[1]) > std::get<double>(b.cells[1]);
    });
    return table;
}

} // namespace banlang
