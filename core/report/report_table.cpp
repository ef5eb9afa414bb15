// SPDX-License-Identifier: MIT
#include "core/report/report_table.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace banlang {

std::vector<std::size_t> sortedRows(const ReportTable& table, std::string_view columnId, bool descending) {
    std::vector<std::size_t> order(table.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto column = std::ranges::find(table.columns, columnId, &ReportColumn::id);
    if (column == table.columns.end()) return order;
    const auto index = static_cast<std::size_t>(column - table.columns.begin());
    const ColumnKind kind = column->kind;
    const auto cell = [&](std::size_t row) -> const ReportCell& { return table.rows[row].cells[index]; };
    const auto less = [&](std::size_t a, std::size_t b) {
        if (kind == ColumnKind::date) return cell(a).date < cell(b).date;
        if (kind != ColumnKind::text) return cell(a).number < cell(b).number;
        return std::pair<std::string_view, std::string_view>(cell(a).text, cell(a).label.vi) <
               std::pair<std::string_view, std::string_view>(cell(b).text, cell(b).label.vi);
    };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        if (!cell(a).hasValue() || !cell(b).hasValue()) return cell(a).hasValue() && !cell(b).hasValue();
        return descending ? less(b, a) : less(a, b);
    });
    return order;
}

} // namespace banlang
