// SPDX-License-Identifier: MIT
#include "core/report/report_cells.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace banlang {

ReportCell textCell(std::string text) {
    ReportCell cell;
    cell.state = text.empty() ? CellState::none : CellState::value;
    cell.text = std::move(text);
    return cell;
}

ReportCell wordCell(Label word) {
    ReportCell cell;
    cell.state = CellState::value;
    cell.label = word;
    return cell;
}

ReportCell figureCell(double number) {
    ReportCell cell;
    cell.state = std::isnan(number) ? CellState::unknown : CellState::value;
    if (cell.hasValue()) cell.number = number;
    return cell;
}

ReportCell hiddenCell() {
    ReportCell cell;
    cell.state = CellState::hidden;
    return cell;
}

ReportCell countCell(std::size_t count, Audience audience) {
    return mustHide(audience, count) ? hiddenCell() : figureCell(static_cast<double>(count));
}

ReportCell dayCell(Date date) {
    ReportCell cell;
    cell.state = date.known() ? CellState::value : CellState::none;
    cell.date = date;
    return cell;
}

ReportCell percentCell(double part, double whole) {
    return whole > 0 ? figureCell(100 * part / whole) : ReportCell{};
}

ReportCell noteCell(CellState state, Label words) {
    ReportCell cell;
    cell.state = state;
    cell.label = words;
    return cell;
}

void addNote(ReportRow& row, CellState state, Label words, std::size_t figures) {
    row.cells.push_back(noteCell(state, words));
    for (std::size_t i = 1; i < figures; ++i) row.cells.push_back(noteCell(state, {}));
}

ReportTable tableUnder(const ReportWords& words) {
    return {.title = words.table, .note = words.note};
}

void addTotal(ReportTable& table, std::string_view columnId, Label label) {
    const auto column = std::ranges::find(table.columns, columnId, &ReportColumn::id);
    table.totals.push_back({label, static_cast<std::size_t>(column - table.columns.begin()), 0});
}

void addSums(ReportTable& table) {
    for (ReportTotal& total : table.totals) {
        total.sum = 0;
        for (const ReportRow& row : table.rows) {
            if (row.cells[total.column].hasValue()) total.sum += row.cells[total.column].number;
        }
    }
}

} // namespace banlang
