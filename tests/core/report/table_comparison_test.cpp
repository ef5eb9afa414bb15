// SPDX-License-Identifier: MIT
#include "core/report/last_reports.h"
#include "core/report/report_cells.h"
#include "core/report/table_comparison.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

/// Three villages; what they did is the only figure.
ReportTable villages(const std::vector<ReportCell>& done) {
    ReportTable table;
    table.columns = {{"name", {"Thôn", "Village"}}, {"class", {"Cấp", "Class"}}, {"done", {"Xong", "Done"}, ColumnKind::number}};
    for (std::uint32_t row = 0; row < done.size(); ++row)
        table.rows.push_back({{Role::villages, row}, {textCell("Thôn " + std::to_string(row)), textCell("A"), done[row]}});
    addTotal(table, "done", {"xong", "done"});
    addSums(table);
    return table;
}

const TableComparison sinceNewYear{Date::fromYmd(2021, 12, 31), "done", {"class"}};

TEST(TableComparison, AnEarlierFigureAndTheChangeFollowTheFigure) {
    const ReportTable table =
        compared(villages({figureCell(7), figureCell(2)}), villages({figureCell(3), figureCell(2)}), sinceNewYear);
    ASSERT_EQ(table.columns.size(), 4U);
    EXPECT_EQ(table.columns[1].id, "done");
    EXPECT_EQ(table.columns[2].day, sinceNewYear.day);
    EXPECT_EQ(table.columns[3].kind, ColumnKind::change);
    EXPECT_EQ(table.rows[0].cells[2].number, 3);
    EXPECT_EQ(table.rows[0].cells[3].number, 4);
    EXPECT_TRUE(table.rows[1].cells[3].hasValue());
    EXPECT_EQ(table.rows[1].cells[3].number, 0);
    EXPECT_EQ(table.totals.front().column, 1U);
    EXPECT_EQ(table.totals.front().sum, 9);
}

TEST(TableComparison, WithoutAFigureOnEitherDayThereIsNoChange) {
    const ReportCell unreported = noteCell(CellState::notReported, {"chưa báo cáo", "no report"});
    const ReportTable table =
        compared(villages({figureCell(7), unreported, figureCell(5)}), villages({unreported, figureCell(2)}), sinceNewYear);
    for (const ReportRow& row : table.rows) EXPECT_EQ(row.cells[3].state, CellState::none);
    EXPECT_EQ(table.rows[0].cells[2].state, CellState::notReported);
    EXPECT_TRUE(table.rows[0].cells[2].label.vi.empty()) << "the words stand once, beside the figure of the day";
}

TEST(TableComparison, AHiddenFigureIsNotToldByItsChange) {
    const ReportTable table = compared(villages({figureCell(7)}), villages({hiddenCell()}), sinceNewYear);
    EXPECT_EQ(table.rows[0].cells[2].state, CellState::hidden);
    EXPECT_FALSE(table.rows[0].cells[3].hasValue());
}

TEST(LastReports, EachRowTellsWhenItsUnitWasLastHeardOf) {
    ReportTable table = villages({figureCell(1), figureCell(2)});
    AdminUnitProgress unit;
    unit.level = AdminLevel::village;
    unit.row = 1;
    unit.lastReport[static_cast<std::size_t>(Programme::gardens)] = Date::fromYmd(2022, 3, 1);
    addLastReports(table, {unit}, Programme::gardens, Date::fromYmd(2022, 4, 1));
    EXPECT_EQ(table.rows[0].cells.back().state, CellState::notReported);
    EXPECT_EQ(table.rows[1].cells.back().date, Date::fromYmd(2022, 3, 1));
    EXPECT_EQ(table.columns.back().stale, Date::fromYmd(2022, 4, 1));
}

} // namespace
} // namespace banlang
