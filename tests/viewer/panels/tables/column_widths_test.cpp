// SPDX-License-Identifier: MIT
#include "viewer/panels/tables/column_widths.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

TEST(ColumnWidths, EveryColumnHasAWidthOfItsThemeAndAddedOnesOneOfTheirOwn) {
    EXPECT_EQ(columnWidthPx(FigureKind::donatedLand, "class"), 42);
    EXPECT_EQ(columnWidthPx(FigureKind::criteria, "due"), 108);
    EXPECT_EQ(columnWidthPx(FigureKind::houses, "finished_before"), 78);
    EXPECT_EQ(columnWidthPx(FigureKind::gardens, "last_report"), 96);
    EXPECT_EQ(columnWidthPx(FigureKind::gap, "not-a-column"), 80);
}

} // namespace
} // namespace banlang::viewer
