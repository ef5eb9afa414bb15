// SPDX-License-Identifier: MIT
#include "core/intake/worksheets/worksheet_cells.h"
#include "tests/support/tables.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::tableOf;
using test::textColumn;

TEST(WorksheetCells, AreTrimmedOfAnyWhiteSpace) {
    const FeatureTable table =
        tableOf({textColumn("A", {"  Nà Sáng ", "\u00A0\u00A0Bản Lạn\u00A0", "\n\u00A0 7 \u00A0\r\n", "\u00A0", " \t ", "", "à"})});
    const WorksheetCells cells(table);
    const std::string_view expected[] = {"Nà Sáng", "Bản Lạn", "7", "", "", "", "à"};
    for (std::size_t row = 0; row < cells.rows(); ++row) EXPECT_EQ(cells.at(row, 0), expected[row]) << row;
    EXPECT_EQ(cells.raw(0, 0), "  Nà Sáng ");
}

TEST(WorksheetCells, SpacesInsideStayAndNoLetterIsCut) {
    // à ends in the byte of a no-break space, and is none.
    const FeatureTable table = tableOf({textColumn("A", {"Nà  Sáng", "là", "\u00A0à\u00A0"})});
    const WorksheetCells cells(table);
    EXPECT_EQ(cells.at(0, 0), "Nà  Sáng");
    EXPECT_EQ(cells.at(1, 0), "là");
    EXPECT_EQ(cells.at(2, 0), "à");
}

TEST(WorksheetCells, OnlyCellsThatSaySomethingAreFilled) {
    const FeatureTable table = tableOf({textColumn("A", {" ", "1"}), textColumn("B", {"x", "\u00A0"}), textColumn("C", {"", "0"})});
    const WorksheetCells cells(table);
    EXPECT_EQ(cells.filledCount(0), 1U);
    EXPECT_EQ(cells.filledCount(1), 2U);
    EXPECT_EQ(cells.nextFilled(0, 0), 1U);
    EXPECT_EQ(cells.nextFilled(0, 2), 3U) << "none: as many as there are columns";
    EXPECT_EQ(cells.nextFilled(1, 1), 2U);
}

} // namespace
} // namespace banlang
