// SPDX-License-Identifier: MIT
#include "core/report/last_reports.h"

#include "core/report/report_cells.h"

#include <algorithm>

namespace banlang {

void addLastReports(ReportTable& table, const std::vector<AdminUnitProgress>& units, Programme programme, Date stale) {
    table.columns.push_back({"last_report", {"Báo cáo", "Reported"}, ColumnKind::date, 0, {}, {}, stale});
    for (ReportRow& row : table.rows) {
        const AdminLevel level = row.record.role == Role::communes ? AdminLevel::commune : AdminLevel::village;
        const auto unit = std::ranges::find_if(units, [&](const AdminUnitProgress& candidate) {
            return candidate.level == level && candidate.row == static_cast<std::int32_t>(row.record.row);
        });
        const Date last = unit == units.end() ? Date{} : unit->lastReport[static_cast<std::size_t>(programme)];
        row.cells.push_back(last.known() ? dayCell(last) : noteCell(CellState::notReported, {}));
    }
}

} // namespace banlang
