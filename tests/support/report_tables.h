// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report_request.h"
#include "core/report/report_table.h"
#include "tests/support/analysis_context.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace banlang::test {

/// The conclusion's day.
inline ReportRequest reportOf(District&& district, Audience audience = Audience::meeting,
                              std::shared_ptr<const AnalysisRules> rules = shippedRules()) {
    return {contextOf(std::move(district), Date::fromYmd(2022, 5, 18), std::move(rules)), audience};
}

inline const ReportCell& cellOf(const ReportTable& table, std::size_t row, std::string_view columnId) {
    const auto column = std::ranges::find(table.columns, columnId, &ReportColumn::id);
    if (column == table.columns.end()) throw std::invalid_argument("no such column: " + std::string(columnId));
    return table.rows.at(row).cells.at(static_cast<std::size_t>(column - table.columns.begin()));
}
inline CellState stateOf(const ReportTable& table, std::size_t row, std::string_view columnId) {
    return cellOf(table, row, columnId).state;
}
inline double numberOf(const ReportTable& table, std::size_t row, std::string_view columnId) {
    const ReportCell& cell = cellOf(table, row, columnId);
    if (!cell.hasValue()) throw std::invalid_argument("no value in " + std::string(columnId));
    return cell.number;
}

} // namespace banlang::test
