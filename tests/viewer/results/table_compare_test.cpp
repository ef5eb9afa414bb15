// SPDX-License-Identifier: MIT
#include "viewer/results/table_model.h"

#include <gtest/gtest.h>

#include <cmath>

namespace banlang::viewer {
namespace {

TableCell text(const std::string& word) {
    TableCell cell;
    cell.text = word;
    return cell;
}
TableCell number(double value, bool hidden = false) {
    TableCell cell;
    cell.number = value;
    cell.hidden = hidden;
    return cell;
}

/// Three villages; what they did is the only figure.
TableModel villages(const std::vector<TableCell>& done) {
    TableModel table;
    table.columns = {{"name", {"Thôn", "Village"}}, {"class", {"Cấp", "Class"}}, {"done", {"Xong", "Done"}, CellKind::number}};
    table.totals = {{{"xong", "done"}, 2}};
    for (std::uint32_t row = 0; row < done.size(); ++row)
        table.rows.push_back({{Role::villages, row}, {text("Thôn " + std::to_string(row)), text("A"), done[row]}});
    return table;
}

const Comparison sinceNewYear{Date::fromYmd(2021, 12, 31), "done", {"class"}};

TEST(Compared, AnEarlierFigureAndTheChangeFollowTheFigure) {
    const TableModel table = compared(villages({number(7), number(2)}), villages({number(3), number(2)}), sinceNewYear);
    ASSERT_EQ(table.columns.size(), 4U);
    EXPECT_EQ(table.columns[1].id, "done");
    EXPECT_EQ(table.columns[2].day, sinceNewYear.day);
    EXPECT_EQ(table.columns[3].kind, CellKind::change);
    EXPECT_EQ(table.rows[0].cells[2].number, 3);
    EXPECT_EQ(table.rows[0].cells[3].number, 4);
    EXPECT_EQ(table.rows[1].cells[3].number, 0);
    EXPECT_EQ(table.totals.front().second, 1U);
}

TEST(Compared, WithoutAFigureOnEitherDayThereIsNoChange) {
    const TableModel table =
        compared(villages({number(7), TableCell{}, number(5)}), villages({TableCell{}, number(2)}), sinceNewYear);
    for (const TableRow& row : table.rows) EXPECT_TRUE(std::isnan(row.cells[3].number));
}

TEST(Compared, AHiddenFigureIsNotToldByItsChange) {
    const TableModel table = compared(villages({number(7)}), villages({number(2, true)}), sinceNewYear);
    EXPECT_TRUE(table.rows[0].cells[2].hidden);
    EXPECT_TRUE(std::isnan(table.rows[0].cells[3].number));
}

TEST(LastReports, EachRowTellsWhenItsUnitWasLastHeardOf) {
    TableModel table = villages({number(1), number(2)});
    AdminUnitProgress unit;
    unit.level = AdminLevel::village;
    unit.row = 1;
    unit.lastReport[static_cast<std::size_t>(Programme::gardens)] = Date::fromYmd(2022, 3, 1);
    addLastReports(table, {unit}, Programme::gardens, Date::fromYmd(2022, 4, 1));
    EXPECT_FALSE(table.rows[0].cells.back().date.known());
    EXPECT_EQ(table.rows[1].cells.back().date, Date::fromYmd(2022, 3, 1));
    EXPECT_EQ(table.columns.back().stale, Date::fromYmd(2022, 4, 1));
}

} // namespace
} // namespace banlang::viewer
