// SPDX-License-Identifier: MIT
#include "core/intake/worksheets/worksheet_groups.h"
#include "core/intake/worksheets/worksheet_rows.h"
#include "tests/support/worksheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::textsOf;
using test::worksheet;
using testing::ElementsAre;

/// A sheet whose first row is its header.
struct Sheet {
    explicit Sheet(std::string_view text)
        : table(worksheet(text)), cells(table), names(headerNames(cells, {0, 0})), rows(sortRows(cells, {0, 0}, names)) {}

    /// One letter a row: . empty, H header, N column numbers, G group, T total, n note, T title, r record.
    [[nodiscard]] std::string kinds() const {
        std::string letters;
        for (const auto& kind : rows.kinds) letters += kind ? ".tHNGTn"[static_cast<std::size_t>(*kind)] : 'r';
        return letters;
    }

    FeatureTable table;
    WorksheetCells cells;
    std::vector<std::string> names;
    WorksheetRows rows;
};

TEST(WorksheetRows, EveryRowIsToldForWhatItIs) {
    const Sheet sheet(R"(
STT | Họ và tên | Số thửa | Diện tích
(1) | (2) | (3) | (4)
I | Thôn Nà Sáng | | 540
1 | Vàng Thị Máy | 45 | 240
2 | Hoàng Văn Cộng | 46 | 300
 | Cộng thôn Nà Sáng | | 540
 | | |
Người lập biểu | | |)");
    EXPECT_EQ(sheet.kinds(), "HNGrrT.n");
    EXPECT_EQ(sheet.rows.numberColumn, 0U);
}

TEST(WorksheetRows, ATableWithoutNumbersHasRecordsOnly) {
    const Sheet sheet(R"(
Họ và tên | Thôn | Diện tích
Vàng Thị Máy | Nà Sáng | 240
Lù Seo Páo | Cộng Hòa | 300
Cộng | | 540)");
    EXPECT_EQ(sheet.kinds(), "HrrT");
    EXPECT_EQ(sheet.rows.numberColumn, std::nullopt);
}

TEST(WorksheetRows, ARecordOfOneTwoThreeIsNoRowOfColumnNumbers) {
    EXPECT_EQ(Sheet("x | y | z\n1 | 2 | 3\n4 | 5 | 6").kinds(), "Hrr");
    EXPECT_EQ(Sheet("x | y | z\n(1) | (2) | (3)\n4 | 5 | 6").kinds(), "HNr");
}

TEST(WorksheetRows, TheHeaderOfThePrintedPageMayComeAgain) {
    EXPECT_EQ(Sheet("STT | Thôn | Diện tích\n1 | Nà Sáng | 5\nSTT | Thôn | Diện tích\n2 | Bản Lạn | 6").kinds(), "HrHr");
}

/// Name and values of each column of groups: "Thôn: a|b".
std::vector<std::string> groupsOf(const Sheet& sheet) {
    std::vector<std::string> columns;
    for (const Column& column : groupColumns(sheet.cells, sheet.rows, sheet.names)) {
        columns.push_back(column.name + ":");
        for (const std::string& value : textsOf(column)) columns.back() += " " + value + ";";
    }
    return columns;
}

TEST(WorksheetGroups, EachRecordStandsInTheGroupAboveIt) {
    EXPECT_THAT(groupsOf(Sheet(R"(
STT | Họ và tên | Diện tích | Số thửa
I | Thôn Nà Sáng (2 hộ): | |
1 | Vàng Thị Máy | 240 | 4
2 | Hoàng Văn An | 300 | 5
II. | Thôn Bản Lạn | |
1 | Lù Seo Páo | 120 | 6)")),
                ElementsAre("Thôn: Thôn Nà Sáng; Thôn Nà Sáng; Thôn Bản Lạn;"));
}

TEST(WorksheetGroups, AGroupOfAHigherLevelClosesThoseBelow) {
    EXPECT_THAT(groupsOf(Sheet(R"(
STT | Họ và tên | Diện tích | Số thửa
A | Xã Nà Sáng | |
I | Thôn Một | |
1 | Vàng Thị Máy | 240 | 4
B | Xã Bản Lạn | |
1 | Lù Seo Páo | 120 | 6)")),
                ElementsAre("Xã: Xã Nà Sáng; Xã Bản Lạn;", "Thôn: Thôn Một; ;"));
}

TEST(WorksheetGroups, BesideAColumnOfVillagesAGroupIsCalledAGroup) {
    EXPECT_THAT(groupsOf(Sheet(R"(
STT | Thôn | Họ và tên | Diện tích
I | Thôn Một | |
1 | Hai | Vàng Thị Máy | 240)")),
                ElementsAre("Nhóm: Thôn Một;"));
}

TEST(WorksheetGroups, ASheetWithoutGroupsGetsNoColumn) {
    EXPECT_TRUE(groupsOf(Sheet("STT | Thôn | Diện tích\n1 | Nà Sáng | 5")).empty());
}

} // namespace
} // namespace banlang
