// SPDX-License-Identifier: MIT
#include "viewer/results/table_model.h"

#include <algorithm>
#include <cmath>

// An earlier day beside the as-of day, in one table.

namespace banlang::viewer {
namespace {

const TableRow* sameRow(const TableModel& table, const TableRow& wanted) {
    const auto found = std::ranges::find_if(table.rows, [&](const TableRow& row) {
        return row.target == wanted.target && row.cells.front().text == wanted.cells.front().text;
    });
    return found == table.rows.end() ? nullptr : &*found;
}

/// Hidden or missing figures give no difference: it would tell what they hide.
TableCell changeBetween(const TableCell& now, const TableCell* before) {
    TableCell change;
    if (before != nullptr && !now.hidden && !before->hidden) change.number = now.number - before->number;
    return change;
}

class Comparing {
public:
    Comparing(const TableModel& before, const Comparison& comparison) : before_(before), comparison_(comparison) {}

    [[nodiscard]] TableModel with(const TableModel& now) {
        TableModel result;
        result.id = now.id;
        result.title = now.title;
        result.counted = now.counted;
        for (const TableRow& row : now.rows) result.rows.push_back({row.target, {}});
        for (std::size_t column = 0; column < now.columns.size(); ++column) {
            if (std::ranges::find(comparison_.dropped, now.columns[column].id) != comparison_.dropped.end()) continue;
            for (const auto& [title, summed] : now.totals) {
                if (summed == column) result.totals.emplace_back(title, result.columns.size());
            }
            result.columns.push_back(now.columns[column]);
            for (std::size_t row = 0; row < now.rows.size(); ++row) result.rows[row].cells.push_back(now.rows[row].cells[column]);
            if (now.columns[column].id == comparison_.column) addPair(result, now, column);
        }
        return result;
    }

private:
    void addPair(TableModel& result, const TableModel& now, std::size_t column) const {
        const TableColumn& compared = now.columns[column];
        TableColumn earlier{compared.id + "_before", {}, CellKind::number, compared.decimals, 78, comparison_.day, Date{}};
        result.columns.push_back(std::move(earlier));
        result.columns.push_back(
            {compared.id + "_change", {"Tăng, giảm", "Change"}, CellKind::change, compared.decimals, 76, Date{}, Date{}});
        for (std::size_t row = 0; row < now.rows.size(); ++row) {
            const TableRow* old = sameRow(before_, now.rows[row]);
            const TableCell* cell = old == nullptr ? nullptr : &old->cells[column];
            TableCell figure;
            if (cell != nullptr) {
                figure.number = cell->number;
                figure.hidden = cell->hidden;
            }
            result.rows[row].cells.push_back(figure);
            result.rows[row].cells.push_back(changeBetween(now.rows[row].cells[column], cell));
        }
    }

    const TableModel& before_;
    const Comparison& comparison_;
};

} // namespace

TableModel compared(const TableModel& now, const TableModel& before, const Comparison& comparison) {
    return Comparing(before, comparison).with(now);
}

} // namespace banlang::viewer
