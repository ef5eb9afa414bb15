// SPDX-License-Identifier: MIT
#include "core/report/table_comparison.h"

#include "core/report/report_cells.h"

#include <algorithm>

namespace banlang {
namespace {

const ReportRow* sameRow(const ReportTable& table, const ReportRow& wanted) {
    const auto found = std::ranges::find_if(table.rows, [&](const ReportRow& row) {
        return row.record == wanted.record && row.cells.front().text == wanted.cells.front().text;
    });
    return found == table.rows.end() ? nullptr : &*found;
}

/// The figure alone, without words in its place.
ReportCell figureOf(const ReportRow* row, std::size_t column) {
    if (row == nullptr) return {};
    ReportCell figure = row->cells[column];
    figure.label = {};
    return figure;
}

/// A hidden figure gives no difference: it would tell what it hides.
ReportCell changeBetween(const ReportCell& now, const ReportCell& before) {
    return now.hasValue() && before.hasValue() ? figureCell(now.number - before.number) : ReportCell{};
}

class Comparing {
public:
    Comparing(const ReportTable& before, const TableComparison& comparison) : before_(before), comparison_(comparison) {}

    [[nodiscard]] ReportTable with(const ReportTable& now) {
        ReportTable result{.id = now.id, .title = now.title, .note = now.note, .counted = now.counted};
        for (const ReportRow& row : now.rows) result.rows.push_back({row.record, {}});
        for (std::size_t column = 0; column < now.columns.size(); ++column) {
            if (std::ranges::find(comparison_.dropped, now.columns[column].id) != comparison_.dropped.end()) continue;
            for (const ReportTotal& total : now.totals) {
                if (total.column == column) result.totals.push_back({total.label, result.columns.size(), total.sum});
            }
            result.columns.push_back(now.columns[column]);
            for (std::size_t row = 0; row < now.rows.size(); ++row) result.rows[row].cells.push_back(now.rows[row].cells[column]);
            if (now.columns[column].id == comparison_.column) addPair(result, now, column);
        }
        return result;
    }

private:
    void addPair(ReportTable& result, const ReportTable& now, std::size_t column) const {
        const ReportColumn& figures = now.columns[column];
        ReportColumn earlier{figures.id + "_before", {}, ColumnKind::number, figures.decimals, figures.unit, comparison_.day, {}};
        result.columns.push_back(std::move(earlier));
        result.columns.push_back(
            {figures.id + "_change", {"Tăng, giảm", "Change"}, ColumnKind::change, figures.decimals, figures.unit, {}, {}});
        for (std::size_t row = 0; row < now.rows.size(); ++row) {
            const ReportCell figure = figureOf(sameRow(before_, now.rows[row]), column);
            result.rows[row].cells.push_back(figure);
            result.rows[row].cells.push_back(changeBetween(now.rows[row].cells[column], figure));
        }
    }

    const ReportTable& before_;
    const TableComparison& comparison_;
};

} // namespace

ReportTable compared(const ReportTable& now, const ReportTable& before, const TableComparison& comparison) {
    return Comparing(before, comparison).with(now);
}

} // namespace banlang
