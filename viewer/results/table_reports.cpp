// SPDX-License-Identifier: MIT
#include "viewer/results/table_model.h"

#include <algorithm>

namespace banlang::viewer {

void addLastReports(TableModel& table, const std::vector<AdminUnitProgress>& units, Programme programme, Date stale) {
    table.columns.push_back({"last_report", {"Báo cáo", "Reported"}, CellKind::date, 0, 96, Date{}, stale});
    for (TableRow& row : table.rows) {
        const AdminLevel level = row.target.role == Role::communes ? AdminLevel::commune : AdminLevel::village;
        const auto unit = std::ranges::find_if(units, [&](const AdminUnitProgress& candidate) {
            return candidate.level == level && candidate.row == static_cast<std::int32_t>(row.target.row);
        });
        TableCell cell;
        if (unit != units.end()) cell.date = unit->lastReport[static_cast<std::size_t>(programme)];
        row.cells.push_back(cell);
    }
}

} // namespace banlang::viewer
