// SPDX-License-Identifier: MIT
#include "layers/themes/themes.h"
#include "viewer/panels/tables/column_widths.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

TEST(ColumnWidths, EveryColumnHasAWidthOfItsThemeAndAddedOnesOneOfTheirOwn) {
    EXPECT_EQ(columnWidthPx(*findTheme("donated-land"), "class"), 42);
    EXPECT_EQ(columnWidthPx(*findTheme("criteria"), "due"), 108);
    EXPECT_EQ(columnWidthPx(*findTheme("houses"), "finished_before"), 78);
    EXPECT_EQ(columnWidthPx(*findTheme("renovated-gardens"), "last_report"), 96);
    EXPECT_EQ(columnWidthPx(*findTheme(gapThemeId("house-late")), "not-a-column"), 80);
}

} // namespace
} // namespace banlang::viewer
