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
    fillDown(column);
    EXPECT_EQ(textsOf(column), (std::vector<std::string>{"", "Nà Sáng", "Nà Sáng", "Nà Sáng", "Bản Lạn"}));
}

} // namespace
} // namespace banlang
