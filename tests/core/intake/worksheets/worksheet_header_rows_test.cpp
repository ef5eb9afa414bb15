// SPDX-License-Identifier: MIT
#include "core/intake/worksheets/worksheet_header_rows.h"
#include "tests/support/worksheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::worksheet;
using testing::ElementsAre;

bool countsColumns(std::string_view row) {
    const FeatureTable table = worksheet(row);
    return numbersColumns(WorksheetCells(table), 0);
}

TEST(WorksheetHeaderRows, ColumnNumbersCountOnFromOne) {
    EXPECT_TRUE(countsColumns("1|2|3"));
    EXPECT_TRUE(countsColumns("(1)|(2)|(3)"));
    EXPECT_TRUE(countsColumns("[1]|[2]"));
    EXPECT_TRUE(countsColumns("A|B|1|2|3=1+2"));
    EXPECT_TRUE(countsColumns("(A)|(B)|(1)|(2)"));
    EXPECT_TRUE(countsColumns("1||2|3")) << "a merged cell";
    EXPECT_TRUE(countsColumns("1.0|2.0|3.0"));
    EXPECT_FALSE(countsColumns("1")) << "one cell is a number";
    EXPECT_FALSE(countsColumns("A|B|C")) << "letters alone are headers";
    EXPECT_FALSE(countsColumns("1|3|4"));
    EXPECT_FALSE(countsColumns("2|3|4"));
    EXPECT_FALSE(countsColumns("1|A|2"));
    EXPECT_FALSE(countsColumns("1|2|Nà Sáng"));
    EXPECT_FALSE(countsColumns("1|2.5"));
    EXPECT_FALSE(countsColumns("1|2 ha"));
    EXPECT_FALSE(countsColumns("||"));
}

std::vector<std::string> namesOf(std::string_view text, HeaderRows header) {
    const FeatureTable table = worksheet(text);
    return headerNames(WorksheetCells(table), header);
}

TEST(WorksheetHeaderRows, AMergedCaptionCoversWhatStandsBelowIt) {
    EXPECT_THAT(namesOf(R"(
STT | Họ và tên | Vốn vay | | Ghi chú |
 | | Số tiền | Ngày giải ngân | |)",
                        {0, 1}),
                ElementsAre("STT", "Họ và tên", "Vốn vay / Số tiền", "Vốn vay / Ngày giải ngân", "Ghi chú", ""));
}

TEST(WorksheetHeaderRows, ACaptionEndsWhereAnotherParentBegins) {
    EXPECT_THAT(namesOf(R"(
Năm 2021 | | Năm 2022 |
Kế hoạch | | |
Đất | Đường | Đất | Đường)",
                        {0, 2}),
                ElementsAre("Năm 2021 / Kế hoạch / Đất", "Năm 2021 / Kế hoạch / Đường", "Năm 2022 / Đất", "Năm 2022 / Đường"));
}

TEST(WorksheetHeaderRows, LineBreaksAndRepeatedLevelsBecomeOneName) {
    EXPECT_THAT(namesOf("Diện tích~hiến | Thôn\nDiện tích hiến | Thôn", {0, 1}), ElementsAre("Diện tích hiến", "Thôn"));
}

TEST(WorksheetHeaderRows, RowsThatTheUserGivesAreTakenWithinTheSheet) {
    const FeatureTable table = worksheet("a | b\nc | d\ne | f");
    const WorksheetCells cells(table);
    const auto given = [&](std::int64_t first, std::int64_t last) {
        WorksheetHints hints;
        hints.headerRows = std::pair(first, last);
        return findHeaderRows(cells, hints);
    };
    ASSERT_TRUE(given(2, 2));
    EXPECT_EQ(given(2, 2)->first, 1U);
    EXPECT_EQ(given(2, 2)->last, 1U);
    EXPECT_EQ(given(2, 99)->last, 2U);
    EXPECT_TRUE(given(1, 3)->certain);
    EXPECT_FALSE(given(0, 1));
    EXPECT_FALSE(given(3, 2));
    EXPECT_FALSE(given(4, 5));
}

TEST(WorksheetHeaderRows, TheHeaderIsTheRowOfWordsOverAmounts) {
    const FeatureTable table = worksheet(R"(
DANH SÁCH HỘ HIẾN ĐẤT | |
 | |
Họ và tên | Số thửa | Diện tích
Vàng Thị Máy | 12 | 240,5
Lù Seo Páo | 13 | 120)");
    const auto header = findHeaderRows(WorksheetCells(table), {});
    ASSERT_TRUE(header);
    EXPECT_EQ(header->first, 2U);
    EXPECT_EQ(header->last, 2U);
    EXPECT_TRUE(header->certain);
    EXPECT_TRUE(header->holds(2));
    EXPECT_FALSE(header->holds(3));
}

TEST(WorksheetHeaderRows, NumbersAloneHaveNoHeader) {
    const FeatureTable table = worksheet("1 | 2\n3 | 4");
    EXPECT_FALSE(findHeaderRows(WorksheetCells(table), {}));
    const FeatureTable empty = worksheet("");
    EXPECT_FALSE(findHeaderRows(WorksheetCells(empty), {}));
}

} // namespace
} // namespace banlang
