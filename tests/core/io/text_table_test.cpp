// SPDX-License-Identifier: MIT
#include "core/io/detail/column_limit.h"
#include "core/io/detail/text_table.h"
#include "tests/support/files.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang::detail {
namespace {

using test::Texts;
using testing::ElementsAre;

class TextTable : public test::InFolder {
protected:
    std::vector<Texts> columnsOf(std::string_view bytes) const {
        const auto raw = readTextTable(write("bang.csv", bytes), {});
        if (!raw) throw std::runtime_error(raw.error().code);
        std::vector<Texts> columns;
        for (const Column& column : raw->table.columns) columns.push_back(test::textsOf(column));
        return columns;
    }
    std::string codeOf(std::string_view bytes) const {
        const auto raw = readTextTable(write("bang.csv", bytes), {});
        return raw ? "" : raw.error().code;
    }
};

TEST(CellColumnName, CountsAsSpreadsheetsDo) {
    EXPECT_EQ(cellColumnName(0), "A");
    EXPECT_EQ(cellColumnName(25), "Z");
    EXPECT_EQ(cellColumnName(26), "AA");
    EXPECT_EQ(cellColumnName(51), "AZ");
    EXPECT_EQ(cellColumnName(701), "ZZ");
    EXPECT_EQ(cellColumnName(702), "AAA");
    EXPECT_EQ(cellColumnName(16'383), "XFD") << "the last of a workbook";
}

TEST_F(TextTable, TheMarkThatSplitsMostEvenlyDivides) {
    EXPECT_THAT(columnsOf("a;b\n1,5;2,5\n3,1;4,25\n"), ElementsAre(Texts{"a", "1,5", "3,1"}, Texts{"b", "2,5", "4,25"}));
    EXPECT_THAT(columnsOf("a|b, c\n1|2\n"), ElementsAre(Texts{"a", "1"}, Texts{"b, c", "2"}));
    EXPECT_THAT(columnsOf("Nà Sáng\nBản Lạn\n"), ElementsAre(Texts{"Nà Sáng", "Bản Lạn"}));
}

TEST_F(TextTable, ColumnsThatBeginLateAreMissingAbove) {
    EXPECT_THAT(columnsOf("a\n1,2\n3,4,5\n"), ElementsAre(Texts{"a", "1", "3"}, Texts{"", "2", "4"}, Texts{"", "", "5"}));
}

TEST_F(TextTable, Utf16OfExcelBecomesUtf8) {
    std::string bytes = "\xFF\xFE";
    for (const char16_t unit : std::u16string(u"thôn\tđất\r\nNà Sáng\t5\r\n")) {
        bytes += static_cast<char>(unit & 0xFF);
        bytes += static_cast<char>(unit >> 8);
    }
    const auto raw = readTextTable(write("bang.txt", bytes), {});
    ASSERT_TRUE(raw);
    EXPECT_EQ(raw->recodedFrom, "UTF-16LE");
    ASSERT_EQ(raw->table.columns.size(), 2U);
    EXPECT_THAT(test::textsOf(raw->table.columns[0]), ElementsAre("thôn", "Nà Sáng"));
    EXPECT_THAT(test::textsOf(raw->table.columns[1]), ElementsAre("đất", "5"));
}

TEST_F(TextTable, BytesOfOlderEncodingsComeAsTheyAre) {
    EXPECT_THAT(columnsOf("x\xB7,H\xB5\n"), ElementsAre(Texts{"x\xB7"}, Texts{"H\xB5"}));
}

TEST_F(TextTable, ApostrophesAgainstFormulasAreTakenAway) {
    EXPECT_THAT(columnsOf("a,b\n'=1+1,'-5\n"), ElementsAre(Texts{"a", "=1+1"}, Texts{"b", "-5"}));
    EXPECT_THAT(columnsOf("a,b\n'tis,x\n"), ElementsAre(Texts{"a", "'tis"}, Texts{"b", "x"}));
}

TEST_F(TextTable, AsManyColumnsAsAnyTableHas) {
    const std::string commas(mostColumns - 1, ',');
    EXPECT_EQ(codeOf(commas + "\n"), "");
    EXPECT_EQ(codeOf(commas + ",\n"), "too-many-columns");
}

TEST_F(TextTable, WhatIsNoTableIsRefusedWithItsRow) {
    EXPECT_EQ(codeOf(std::string("a,b\n\0\0", 6)), "file-unreadable");
    EXPECT_EQ(readTextTable(at("none.csv"), {}).error().code, "file-unreadable");
    const auto endless = readTextTable(write("bang.csv", "a,b\n1,\"" + std::string(70'000, 'x') + "\n"), {});
    ASSERT_FALSE(endless);
    EXPECT_EQ(endless.error().code, "endless-cell");
    EXPECT_EQ(endless.error().where.row, 2);
}

TEST_F(TextTable, AnEmptyFileIsATableWithoutRows) {
    EXPECT_TRUE(columnsOf("").empty());
}

TEST_F(TextTable, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    const auto raw = readTextTable(write("bang.csv", "a,b\n1,2\n"), {{}, stop.get_token()});
    ASSERT_TRUE(raw);
    EXPECT_EQ(raw->table.rowCount, 0U);
}

} // namespace
} // namespace banlang::detail
