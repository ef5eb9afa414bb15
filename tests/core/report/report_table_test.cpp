// SPDX-License-Identifier: MIT
#include "core/report/report_cells.h"
#include "core/report/report_table.h"

#include <gtest/gtest.h>

#include <limits>

namespace banlang {
namespace {

using Order = std::vector<std::size_t>;

/// One column of figures.
ReportTable figures(const std::vector<ReportCell>& cells, ColumnKind kind = ColumnKind::number) {
    ReportTable table;
    table.columns = {{"figure", {"Số", "Figure"}, kind}};
    for (std::uint32_t row = 0; row < cells.size(); ++row) table.rows.push_back({{Role::roads, row}, {cells[row]}});
    return table;
}

TEST(ReportCells, TellApartWhatIsNotThere) {
    EXPECT_EQ(figureCell(0).state, CellState::value);
    EXPECT_EQ(figureCell(std::numeric_limits<double>::quiet_NaN()).state, CellState::unknown);
    EXPECT_EQ(percentCell(0, 0).state, CellState::none);
    EXPECT_EQ(percentCell(1, 4).number, 25);
    EXPECT_EQ(textCell("").state, CellState::none);
    EXPECT_EQ(dayCell({}).state, CellState::none);
}

TEST(ReportCells, SmallCountsAreHiddenAndTheirNumberIsGone) {
    EXPECT_EQ(countCell(2, Audience::meeting).state, CellState::hidden);
    EXPECT_EQ(countCell(2, Audience::meeting).number, 0);
    EXPECT_EQ(countCell(3, Audience::meeting).number, 3);
    EXPECT_EQ(countCell(2, Audience::workingGroup).number, 2);
}

TEST(ReportCells, ANoteTakesThePlaceOfAllFiguresOfARow) {
    ReportRow row;
    addNote(row, CellState::notReported, {"chưa", "not yet"}, 3);
    ASSERT_EQ(row.cells.size(), 3U);
    EXPECT_EQ(row.cells[0].label.en, "not yet");
    EXPECT_EQ(row.cells[2].state, CellState::notReported);
    EXPECT_TRUE(row.cells[2].label.en.empty());
}

TEST(ReportTable, SumsOnlyWhatHasAValue) {
    ReportTable table =
        figures({figureCell(3), hiddenCell(), noteCell(CellState::notReported, {"chưa", "not yet"}), figureCell(4)});
    addTotal(table, "figure", {"số", "figure"});
    addSums(table);
    EXPECT_EQ(table.totals.front().sum, 7);
}

TEST(ReportTable, RowsWithoutAValueComeLastInEitherOrder) {
    const ReportTable table = figures({hiddenCell(), figureCell(2), figureCell(5), ReportCell{}});
    EXPECT_EQ(sortedRows(table, "figure", false), (Order{1, 2, 0, 3}));
    EXPECT_EQ(sortedRows(table, "figure", true), (Order{2, 1, 0, 3}));
    EXPECT_EQ(sortedRows(table, "no-such-column", true), (Order{0, 1, 2, 3}));
}

TEST(ReportTable, TextsAndDatesAreSortedAsSuch) {
    EXPECT_EQ(sortedRows(figures({textCell("b"), textCell(""), textCell("a")}, ColumnKind::text), "figure", false),
              (Order{2, 0, 1}));
    const Date early = Date::fromYmd(2021, 1, 1);
    const Date late = Date::fromYmd(2022, 1, 1);
    EXPECT_EQ(sortedRows(figures({dayCell(late), dayCell({}), dayCell(early)}, ColumnKind::date), "figure", false),
              (Order{2, 0, 1}));
}

} // namespace
} // namespace banlang
