// SPDX-License-Identifier: MIT
#include "core/intake/ditto.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <vector>

namespace banlang {
namespace {

Column columnOf(std::initializer_list<std::string_view> values) {
    Column column;
    for (const std::string_view value : values) column.text.append(value);
    return column;
}

std::vector<std::string> textsOf(const Column& column) {
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < column.size(); ++row) texts.emplace_back(column.text[row]);
    return texts;
}

TEST(Ditto, MarksTakeTheTextAbove) {
    for (const char* mark : {"\"", "''", "”", "-nt-", "nt", "NT", "như trên", "n/t", "- nt -", "-\"-"}) {
        Column column = columnOf({"Nà Sáng", mark, "", mark, "Bản Lạn", mark});
        fillDitto(column);
        EXPECT_EQ(textsOf(column), (std::vector<std::string>{"Nà Sáng", "Nà Sáng", "", "Nà Sáng", "Bản Lạn", "Bản Lạn"})) << mark;
    }
}

TEST(Ditto, MarkWithNothingAboveStays) {
    Column column = columnOf({"nt", "Nà Sáng", "-"});
    fillDitto(column);
    EXPECT_EQ(textsOf(column), (std::vector<std::string>{"nt", "Nà Sáng", "-"}));
}

TEST(Ditto, BlanksUnderAMergedCellTakeItsText) {
    Column column = columnOf({"", "Nà Sáng", " ", "", "Bản Lạn"});
    EXPECT_EQ(fillDown(column), 2U);
    EXPECT_EQ(textsOf(column), (std::vector<std::string>{"", "Nà Sáng", "Nà Sáng", "Nà Sáng", "Bản Lạn"}));
}

TEST(Ditto, AColumnOfUnitsGroupsRowsWhereEachStandsOnceAtTheTopOfItsOwn) {
    EXPECT_TRUE(groupsRows(columnOf({"Nà Sáng", "", "", "Bản Lạn", ""})));
    EXPECT_TRUE(groupsRows(columnOf({"1", "", "2", ""}))) << "villages are called by numbers too";
    EXPECT_FALSE(groupsRows(columnOf({"", "Nà Sáng", "", "Bản Lạn"}))) << "the first row belongs to none";
    EXPECT_FALSE(groupsRows(columnOf({"Nà Sáng", "Nà Sáng", "", "Bản Lạn"}))) << "who repeats leaves blank what is blank";
    EXPECT_FALSE(groupsRows(columnOf({"0090102", "", "0090103"}))) << "codes are written by programs";
    EXPECT_FALSE(groupsRows(Column()));
}

} // namespace
} // namespace banlang
