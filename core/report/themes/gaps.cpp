// SPDX-License-Identifier: MIT
#include "core/report/themes/gaps.h"

#include "core/report/household_records.h"
#include "core/report/report_cells.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

/// What a question found in one commune: three parts of those that it was asked about.
enum Part : std::uint8_t { notReached, atRisk, reached, partCount };
using Parts = std::array<std::size_t, partCount>;

Parts partsOf(const Gap& gap, const AdminUnitGapCount& unit) {
    const auto risky = static_cast<std::size_t>(
        std::ranges::count_if(gap.items, [&](const GapItem& item) { return item.atRisk && item.commune == unit.row; }));
    return {unit.count - std::min(risky, unit.count), risky, unit.examined - std::min(unit.count, unit.examined)};
}

void addFigures(ReportRow& row, const Gap& gap, const AdminUnitGapCount& unit, Audience audience) {
    const Parts parts = partsOf(gap, unit);
    const std::vector<bool> hidden = hiddenParts(audience, parts);
    row.cells.push_back(figureCell(static_cast<double>(unit.examined)));
    for (std::size_t i = 0; i < parts.size(); ++i)
        row.cells.push_back(hidden[i] ? hiddenCell() : figureCell(static_cast<double>(parts[i])));
    // A share beside a hidden count would give the count away.
    const bool anyHidden = std::ranges::find(hidden, true) != hidden.end();
    row.cells.push_back(anyHidden ? hiddenCell()
                                  : percentCell(static_cast<double>(parts[reached]), static_cast<double>(unit.examined)));
}

} // namespace

ReportWords gapWords() {
    return {{"Việc còn sót theo xã", "Gaps by commune"},
            {"Việc còn sót theo xã, % số được xét", "Gaps by commune, % of those asked about"},
            {{"Chưa có bản ghi nào để xét câu hỏi này.", "There are no records to ask this question of."},
             {"Nạp bảng mà câu hỏi nói tới.", "Import the table that the question is about."}}};
}

ReportTable gapTable(const ReportRequest& request, const GapQuestion& question) {
    const auto gap = findGap(request.analysis, question);
    const FeatureTable& communes = request.analysis.district().table(Role::communes);
    const bool ofHousehold = isOfHousehold(*gap);
    ReportTable table = tableUnder(gapWords());
    table.title = question.title;
    table.counted = {"xã", "communes"};
    table.columns = {{"name", {"Xã", "Commune"}},
                     {"examined", {"Được xét", "Asked about"}, ColumnKind::number},
                     {"not_reached", {"Chưa tới", "Not reached"}, ColumnKind::number},
                     {"at_risk", {"Có nguy cơ", "At risk"}, ColumnKind::number},
                     {"reached", {"Đã tới", "Reached"}, ColumnKind::number},
                     {"share", {"Đã tới, %", "Reached, %"}, ColumnKind::percent, 0, "percent"}};
    if (!ofHousehold) {
        addTotal(table, "examined", {"được xét", "asked about"});
        addTotal(table, "not_reached", {"chưa tới", "not reached"});
    }
    for (const AdminUnitGapCount& unit : gap->byAdminUnit) {
        if (unit.level != Role::communes || unit.row == notLinked) continue;
        ReportRow row{{Role::communes, static_cast<std::uint32_t>(unit.row)},
                      {textCell(fullName(communes, static_cast<std::size_t>(unit.row)))}};
        addFigures(row, *gap, unit, ofHousehold ? request.audience : Audience::workingGroup);
        table.rows.push_back(std::move(row));
    }
    addSums(table);
    return table;
}

ReportChart gapChart(const ReportRequest& request, const GapQuestion& question) {
    const auto gap = findGap(request.analysis, question);
    ReportChart chart = chartUnder(gapWords(), request.analysis.district(),
                                   {{"Đã tới", "Reached"}, {"Có nguy cơ", "At risk"}, {"Chưa tới", "Not reached"}});
    chart.title = question.title;
    chart.amountTitle = {"còn sót", "not reached"};
    chart.partUnit = {"đã tới", "reached"};
    // In a hall it is not asked what a question is of.
    chart.ofHouseholds = true;
    for (const AdminUnitGapCount& unit : gap->byAdminUnit) {
        if (unit.level != Role::communes || unit.row == notLinked) continue;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(unit.row)];
        bar.parts[0] = static_cast<double>(unit.examined - std::min(unit.count, unit.examined));
        bar.parts[2] = static_cast<double>(unit.count);
        bar.amount = static_cast<double>(unit.count);
    }
    for (const GapItem& item : gap->items) {
        if (!item.atRisk || item.commune == notLinked) continue;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(item.commune)];
        bar.parts[1] += 1;
        bar.parts[2] -= 1;
    }
    closeBars(chart, request.analysis, isOfHousehold(*gap) ? request.audience : Audience::workingGroup);
    return chart;
}

} // namespace banlang
