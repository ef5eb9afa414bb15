// SPDX-License-Identifier: MIT
#include "core/report/themes/criteria.h"

#include "core/report/report_cells.h"

#include <algorithm>

namespace banlang {
namespace {

void addFigures(ReportRow& row, const CommuneCriteria& commune, int year) {
    for (std::size_t state = 0; state < criterionStateCount; ++state)
        row.cells.push_back(figureCell(static_cast<double>(commune.count(static_cast<CriterionState>(state)))));
    row.cells.push_back(figureCell(static_cast<double>(dueCriteria(commune, year).size())));
    row.cells.push_back(
        percentCell(static_cast<double>(commune.count(CriterionState::met)), static_cast<double>(commune.criteria.size())));
}

} // namespace

ReportWords criteriaWords() {
    return {{"Tiêu chí nông thôn mới theo xã", "NTM criteria by commune"},
            {"Tiêu chí theo xã, % số tiêu chí", "Criteria by commune, % of all"},
            {{"Chưa xã nào có kết quả tiêu chí đến ngày này.", "No commune has results of criteria up to this day."},
             {"Nạp bảng kết quả tiêu chí của các xã.", "Import the communes' results."}}};
}

ReportTable criteriaTable(const ReportRequest& request) {
    ReportTable table = tableUnder(criteriaWords());
    table.counted = {"xã", "communes"};
    table.columns = {{"name", {"Xã", "Commune"}},
                     {"met", {"Đạt", "Met"}, ColumnKind::number},
                     {"not_lasting", {"Chưa bền vững", "Not lasting"}, ColumnKind::number},
                     {"not_met", {"Chưa đạt", "Not met"}, ColumnKind::number},
                     {"no_result", {"Chưa có kết quả", "No result"}, ColumnKind::number},
                     {"due", {"Đến hạn chưa đạt", "Due, not met"}, ColumnKind::number},
                     {"share", {"Đạt, %", "Met, %"}, ColumnKind::percent, 0, "percent"}};
    const auto answer = communeCriteria(request.analysis);
    if (!answer) return table;
    const int year = toYmd(request.analysis.asOf()).year;
    for (const CommuneCriteria& commune : (*answer)->communes) {
        ReportRow row{{Role::communes, commune.commune}, {textCell(commune.name)}};
        if (commune.hasResult()) {
            addFigures(row, commune, year);
        } else {
            addNote(row, CellState::notReported, {"chưa có kết quả, không phải 0", "no result, not 0"}, table.columns.size() - 1);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportChart criteriaChart(const ReportRequest& request) {
    std::vector<Label> parts;
    for (const CriterionState state :
         {CriterionState::met, CriterionState::metNotLasting, CriterionState::notMet, CriterionState::noResult})
        parts.push_back(label(state));
    ReportChart chart = chartUnder(criteriaWords(), request.analysis.district(), std::move(parts));
    chart.amountTitle = {"đạt", "met"};
    chart.partUnit = {"tiêu chí", "criteria"};
    const auto answer = communeCriteria(request.analysis);
    if (!answer) return chart;
    for (const CommuneCriteria& commune : (*answer)->communes) {
        if (!commune.hasResult()) continue;
        ChartBar& bar = chart.bars[commune.commune];
        for (std::size_t state = 0; state < criterionStateCount; ++state)
            bar.parts[state] = static_cast<double>(commune.count(static_cast<CriterionState>(state)));
        bar.amount = bar.parts[0];
    }
    closeBars(chart, request.analysis, request.audience);
    return chart;
}

std::vector<std::size_t> dueCriteria(const CommuneCriteria& commune, int year) {
    std::vector<std::size_t> due;
    for (std::size_t i = 0; i < commune.criteria.size(); ++i) {
        if (commune.criteria[i].dueNotMet(year)) due.push_back(i);
    }
    return due;
}

CriteriaSummary criteriaSummary(const CriteriaAnswer& answer, int year) {
    CriteriaSummary summary;
    summary.metBy.resize(answer.set.criteria.size());
    for (const CommuneCriteria& commune : answer.communes) {
        if (commune.count(CriterionState::met) == answer.set.criteria.size()) ++summary.meetAll;
        for (std::size_t i = 0; i < std::min(commune.criteria.size(), summary.metBy.size()); ++i) {
            if (commune.criteria[i].state == CriterionState::met) ++summary.metBy[i];
        }
        if (const std::size_t due = dueCriteria(commune, year).size(); due > 0) summary.due.emplace_back(&commune, due);
    }
    std::ranges::stable_sort(summary.due, std::ranges::greater{}, [](const auto& entry) { return entry.second; });
    return summary;
}

} // namespace banlang
