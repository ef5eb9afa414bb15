// SPDX-License-Identifier: MIT
#include "core/intake/worksheets/worksheet_header.h"
#include "core/model/record_kinds.h"
#include "core/text/keys.h"
#include "tests/support/worksheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace banlang {
namespace {

using test::Texts;
using test::worksheet;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

/// What the kinds of records know: names, labels and aliases of all their fields.
WorksheetHints knowing() {
    auto known = std::make_shared<std::set<std::string, std::less<>>>();
    for (const RecordKind& kind : recordKinds()) {
        for (const RecordField& field : kind.fields) {
            known->insert(std::string(field.name));
            known->insert(headerKey(field.label.vi));
            eachAlias(field.aliases, [&](std::string_view alias) { known->emplace(alias); });
        }
    }
    WorksheetHints hints;
    hints.knowsHeader = [known](std::string_view header) { return known->contains(header); };
    return hints;
}

WorksheetTable read(std::string_view text, const WorksheetHints& hints = knowing()) {
    const auto parsed = readWorksheet(worksheet(text), hints);
    EXPECT_TRUE(parsed.has_value()) << text;
    return parsed.value_or(WorksheetTable{});
}

Texts headers(const WorksheetTable& parsed) {
    Texts names;
    for (const Column& column : parsed.table.columns) names.push_back(column.name);
    return names;
}

Texts records(const WorksheetTable& parsed) {
    Texts rows(parsed.table.rowCount);
    for (const Column& column : parsed.table.columns) {
        EXPECT_EQ(column.size(), rows.size()) << column.name;
        for (std::size_t row = 0; row < rows.size(); ++row)
            rows[row].append(&column == &parsed.table.columns.front() ? "" : "|").append(column.text[row]);
    }
    return rows;
}

Texts skippedAs(const WorksheetTable& parsed, WorksheetRowKind kind) {
    Texts texts;
    for (const SkippedWorksheetRow& row : parsed.skipped) {
        if (row.kind == kind) texts.push_back(std::to_string(row.row) + ": " + row.text);
    }
    return texts;
}

constexpr std::string_view donationList = R"(
UBND XÃ NÀ SÁNG | | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
 | | | | Độc lập - Tự do - Hạnh phúc |
 | | | | |
DANH SÁCH HỘ HIẾN ĐẤT LÀM ĐƯỜNG GTNT | | | | |
(Kèm theo Báo cáo số 45/BC-UBND ngày 18/5/2022) | | | | |
STT | Họ và tên | Tờ bản đồ | Số thửa | Diện tích hiến (m2) | Ghi chú
1 | 2 | 3 | 4 | 5 | 6
I | Thôn Nà Sáng | | | 540,5 |
1 | Vàng Thị Máy | 12 | 45 | 240,5 |
2 | Hoàng Văn Cộng | 12 | 46 | 300 | đã chỉnh lý
II | Thôn Bản Lạn | | | 120 |
1 | Lù Seo Páo | 7 | 101 | 120 |
 | Tổng cộng | | | 660,5 |
 | | | | |
 | | | Nà Sáng, ngày 20 tháng 5 năm 2022 | |
Người lập biểu | | | TM. UBND XÃ | |
 | | | CHỦ TỊCH | |
Giàng Mí Sính | | | Vàng Seo Lù | |)";

TEST(WorksheetHeader, ListOfACommuneBecomesATable) {
    const WorksheetTable parsed = read(donationList);
    EXPECT_EQ(parsed.firstHeaderRow, 6);
    EXPECT_EQ(parsed.lastHeaderRow, 6);
    EXPECT_TRUE(parsed.certain);
    EXPECT_THAT(headers(parsed), ElementsAre("STT", "Họ và tên", "Tờ bản đồ", "Số thửa", "Diện tích hiến (m2)", "Ghi chú", "Thôn"));
    EXPECT_THAT(records(parsed),
                ElementsAre("1|Vàng Thị Máy|12|45|240,5||Thôn Nà Sáng", "2|Hoàng Văn Cộng|12|46|300|đã chỉnh lý|Thôn Nà Sáng",
                            "1|Lù Seo Páo|7|101|120||Thôn Bản Lạn"));
    EXPECT_THAT(parsed.rowNumbers, ElementsAre(9, 10, 12));
}

TEST(WorksheetHeader, EveryRowThatIsNoRecordIsTold) {
    const WorksheetTable parsed = read(donationList);
    EXPECT_THAT(parsed.titles,
                ElementsAre("UBND XÃ NÀ SÁNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                            "DANH SÁCH HỘ HIẾN ĐẤT LÀM ĐƯỜNG GTNT", "(Kèm theo Báo cáo số 45/BC-UBND ngày 18/5/2022)"));
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::title), Contains("1: UBND XÃ NÀ SÁNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::columnNumbers), ElementsAre("7: 1 | 2 | 3 | 4 | 5 | 6"));
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::group),
                ElementsAre("8: I | Thôn Nà Sáng | 540,5", "11: II | Thôn Bản Lạn | 120"));
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::total), ElementsAre("13: Tổng cộng | 660,5"));
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::note),
                ElementsAre("15: Nà Sáng, ngày 20 tháng 5 năm 2022", "16: Người lập biểu | TM. UBND XÃ", "17: CHỦ TỊCH",
                            "18: Giàng Mí Sính | Vàng Seo Lù"));
    EXPECT_EQ(parsed.skipped.size() + parsed.rowNumbers.size() + 2, 18U) << "two rows are empty";
}

TEST(WorksheetHeader, TwoLevelsAreJoined) {
    const WorksheetTable parsed = read(R"(
BIỂU TỔNG HỢP VỐN VAY CẢI TẠO VƯỜN TẠP | | | | | | |
 | | | | | | ĐVT: triệu đồng |
TT | Họ và tên | Thôn | Vốn vay | | Vốn hỗ trợ | | Ghi chú
 | | | Số tiền | Ngày giải ngân | Số tiền | Ngày giải ngân |
(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8)
1 | Sùng Mí Già | Nà Sáng | 30 | 18/5/2022 | | |
2 | Vừ Thị Dính | Bản Lạn | 25,5 | 20/5/2022 | 5 | 1/6/2022 | hộ nghèo)");
    EXPECT_EQ(parsed.firstHeaderRow, 3);
    EXPECT_EQ(parsed.lastHeaderRow, 4);
    EXPECT_THAT(headers(parsed), ElementsAre("TT", "Họ và tên", "Thôn", "Vốn vay / Số tiền", "Vốn vay / Ngày giải ngân",
                                             "Vốn hỗ trợ / Số tiền", "Vốn hỗ trợ / Ngày giải ngân", "Ghi chú"));
    EXPECT_THAT(records(parsed),
                ElementsAre("1|Sùng Mí Già|Nà Sáng|30|18/5/2022|||", "2|Vừ Thị Dính|Bản Lạn|25,5|20/5/2022|5|1/6/2022|hộ nghèo"));
    EXPECT_THAT(parsed.titles, Contains("ĐVT: triệu đồng"));
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::columnNumbers), testing::SizeIs(1));
}

TEST(WorksheetHeader, ThreeLevelsAreJoinedUnderTheirOwnParents) {
    const WorksheetTable parsed = read(R"(
STT | Xã | Kế hoạch năm 2022 | | | Thực hiện |
 | | Số hộ | Kinh phí | | Số hộ | Kinh phí
 | | | Vay | Hỗ trợ | |
1 | Nà Sáng | 10 | 300 | 20 | 4 | 120
2 | Lùng Tám | 12 | 360 | 25 | 6 | 200)");
    EXPECT_EQ(parsed.lastHeaderRow, 3);
    EXPECT_THAT(headers(parsed), ElementsAre("STT", "Xã", "Kế hoạch năm 2022 / Số hộ", "Kế hoạch năm 2022 / Kinh phí / Vay",
                                             "Kế hoạch năm 2022 / Kinh phí / Hỗ trợ", "Thực hiện / Số hộ", "Thực hiện / Kinh phí"));
    EXPECT_EQ(parsed.table.rowCount, 2U);
}

TEST(WorksheetHeader, CaptionsOverAWholeHeaderRowAreItsUpperLevel) {
    const WorksheetTable parsed = read(R"(
 | | Vốn vay | | Nhà ở |
Mã hộ | Chủ hộ | Số tiền | Ngày giải ngân | Khởi công | Hoàn thành
H01 | Lù Văn Sì | 30 | 1/6/2022 | 2/3/2022 | 4/5/2022
H02 | Thào Mí Pó | 20 | 3/6/2022 | 2/4/2022 |)");
    EXPECT_THAT(headers(parsed), ElementsAre("Mã hộ", "Chủ hộ", "Vốn vay / Số tiền", "Vốn vay / Ngày giải ngân",
                                             "Nhà ở / Khởi công", "Nhà ở / Hoàn thành"));
    EXPECT_EQ(parsed.firstHeaderRow, 1);
    EXPECT_EQ(parsed.table.rowCount, 2U);
}

TEST(WorksheetHeader, UnitsUnderNamesJoinTheHeader) {
    const WorksheetTable parsed = read(R"(
Mã vườn | Chủ hộ | Diện tích | Vốn vay
 | | (m2) | (triệu đồng)
V01 | Lù Văn Sì | 450 | 30
V02 | Thào Mí Pó | 380 | 25)");
    EXPECT_THAT(headers(parsed), ElementsAre("Mã vườn", "Chủ hộ", "Diện tích / (m2)", "Vốn vay / (triệu đồng)"));
    EXPECT_EQ(parsed.table.rowCount, 2U);
}

TEST(WorksheetHeader, PlainTableOfAMachineStaysAsItIs) {
    const WorksheetTable parsed = read(R"(
id,a|commune_code|area_m2|note
1|00715|94.1|
2|00718|12.5|x
3|00721||)");
    EXPECT_EQ(parsed.firstHeaderRow, 1);
    EXPECT_TRUE(parsed.certain);
    EXPECT_THAT(headers(parsed), ElementsAre("id,a", "commune_code", "area_m2", "note"));
    EXPECT_THAT(records(parsed), ElementsAre("1|00715|94.1|", "2|00718|12.5|x", "3|00721||"));
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::header), ElementsAre("1: id,a | commune_code | area_m2 | note"));
}

TEST(WorksheetHeader, RecordOfOneTwoThreeIsNoRowOfColumnNumbers) {
    const WorksheetTable parsed = read("id|x|y\n1|2|3\n2|5|7\n3|8|1");
    EXPECT_THAT(records(parsed), ElementsAre("1|2|3", "2|5|7", "3|8|1"));
}

TEST(WorksheetHeader, LettersCanBeHeaders) {
    EXPECT_THAT(headers(read("A|B|C\n12|5|7\n13|8|1")), ElementsAre("A", "B", "C"));
}

TEST(WorksheetHeader, TableWithoutNumbersKeepsVillagesThatSoundLikeTotals) {
    const WorksheetTable parsed = read(R"(
Tên thôn | Mã thôn | Số hộ | Hộ nghèo
Cộng Hòa | T01 | 45 | 12
Tổng Quang | T02 | 30 | 3
Nà Sáng | T03 | 61 | 20
Cộng | | 136 | 35)");
    EXPECT_THAT(records(parsed), ElementsAre("Cộng Hòa|T01|45|12", "Tổng Quang|T02|30|3", "Nà Sáng|T03|61|20"));
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::total), ElementsAre("5: Cộng | 136 | 35"));
}

TEST(WorksheetHeader, TotalsAreFoundOnTopAndPerGroup) {
    const WorksheetTable parsed = read(R"(
STT | Chủ hộ | Diện tích hiến | Kinh phí
 | TỔNG SỐ | 900 | 45
A | Xã Lùng Tám | 600 | 30
I | Thôn Tùng Nùn | 400 | 20
1 | Lù Mí Tủa | 150 | 10
2 | Tổng Văn Sáng | 250 | 10
 | Cộng thôn Tùng Nùn | 400 | 20
II | Thôn Lùng Tám Cao | 200 | 10
1 | Sùng Thị Mỷ | 200 | 10
B | Xã Cán Tỷ | 300 | 15
1 | Vàng Mí Lử | 300 | 15
Cộng toàn xã | | 300 | 15)");
    EXPECT_THAT(headers(parsed), ElementsAre("STT", "Chủ hộ", "Diện tích hiến", "Kinh phí", "Xã", "Thôn"));
    EXPECT_THAT(records(parsed),
                ElementsAre("1|Lù Mí Tủa|150|10|Xã Lùng Tám|Thôn Tùng Nùn", "2|Tổng Văn Sáng|250|10|Xã Lùng Tám|Thôn Tùng Nùn",
                            "1|Sùng Thị Mỷ|200|10|Xã Lùng Tám|Thôn Lùng Tám Cao", "1|Vàng Mí Lử|300|15|Xã Cán Tỷ|"));
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::total),
                ElementsAre("2: TỔNG SỐ | 900 | 45", "7: Cộng thôn Tùng Nùn | 400 | 20", "12: Cộng toàn xã | 300 | 15"));
}

TEST(WorksheetHeader, MergedGroupRowsNameTheGroupInOneCell) {
    const WorksheetTable parsed = read(R"(
STT | Họ và tên | Diện | Khởi công | Hoàn thành
I. Thôn Nà Sáng (2 hộ) | | | |
1 | Vàng Thị Máy | hộ nghèo | 2/3/2022 |
2 | Lù Seo Páo | hộ nghèo | 5/3/2022 | 6/5/2022
II. Các hộ khác | | | |
3 | Hoàng Thị Lan | cựu chiến binh | 2/4/2022 |)");
    EXPECT_THAT(headers(parsed), ElementsAre("STT", "Họ và tên", "Diện", "Khởi công", "Hoàn thành", "Thôn", "Nhóm"));
    EXPECT_THAT(records(parsed), ElementsAre("1|Vàng Thị Máy|hộ nghèo|2/3/2022||Thôn Nà Sáng|",
                                             "2|Lù Seo Páo|hộ nghèo|5/3/2022|6/5/2022|Thôn Nà Sáng|",
                                             "3|Hoàng Thị Lan|cựu chiến binh|2/4/2022|||Các hộ khác"));
}

TEST(WorksheetHeader, GroupsBesideAColumnOfVillagesAreCalledGroups) {
    const WorksheetTable parsed = read(R"(
STT | Họ tên | Thôn | Mức hỗ trợ
I | Thôn Nà Sáng | | 60
1 | Vàng Thị Máy | Nà Sáng | 60
II | Hộ cận nghèo | | 30
1 | Lù Seo Páo | Bản Lạn | 30)");
    EXPECT_THAT(headers(parsed), ElementsAre("STT", "Họ tên", "Thôn", "Mức hỗ trợ", "Nhóm"));
    EXPECT_THAT(records(parsed), ElementsAre("1|Vàng Thị Máy|Nà Sáng|60|Thôn Nà Sáng", "1|Lù Seo Páo|Bản Lạn|30|Hộ cận nghèo"));
}

TEST(WorksheetHeader, NumbersOfGroupsMayCountOnInTheirRecords) {
    const WorksheetTable parsed = read(R"(
STT | Họ tên | Tờ bản đồ | Diện tích hiến
1 | Thôn Nà Sáng | | 300
1.1 | Vàng Thị Máy | 12 | 100
1.2 | Lù Seo Páo | 12 | 200
2 | Thôn Bản Lạn | | 50
2.1 | Sùng Mí Già | 7 | 50)");
    EXPECT_THAT(records(parsed), ElementsAre("1.1|Vàng Thị Máy|12|100|Thôn Nà Sáng", "1.2|Lù Seo Páo|12|200|Thôn Nà Sáng",
                                             "2.1|Sùng Mí Già|7|50|Thôn Bản Lạn"));
}

TEST(WorksheetHeader, RomanNumbersAloneNumberRecords) {
    const WorksheetTable parsed = read(R"(
STT | Xã | Số hộ | Kinh phí
I | Xã Lùng Tám | 45 | 900
II | Xã Cán Tỷ | 30 | 600
 | Tổng | 75 | 1.500)");
    EXPECT_THAT(records(parsed), ElementsAre("I|Xã Lùng Tám|45|900", "II|Xã Cán Tỷ|30|600"));
}

TEST(WorksheetHeader, YearsCanBeHeaders) {
    const WorksheetTable parsed = read(R"(
Chỉ tiêu | Đơn vị | 2020 | 2021 | 2022
Đường bê tông | km | 12,5 | 14 | 20,25
Hộ hiến đất | hộ | 45 | 60 | 105)");
    EXPECT_THAT(headers(parsed), ElementsAre("Chỉ tiêu", "Đơn vị", "2020", "2021", "2022"));
    EXPECT_EQ(parsed.table.rowCount, 2U);
}

TEST(WorksheetHeader, HeadersAreOneLineAndToldApart) {
    const WorksheetTable parsed = read(R"(
Mã~hộ | Họ và~ tên | | Số tiền | Số tiền |
H1 | Lù | Sì | 30 | 12 |
H2 | Vàng | Máy | 25 | 11 |)");
    EXPECT_THAT(headers(parsed), ElementsAre("Mã hộ", "Họ và tên", "Cột C", "Số tiền", "Số tiền (2)"));
    EXPECT_THAT(records(parsed), ElementsAre("H1|Lù|Sì|30|12", "H2|Vàng|Máy|25|11"));
}

TEST(WorksheetHeader, RepeatedHeadersOfPrintedPagesAreSkipped) {
    const WorksheetTable parsed = read(R"(
Mã hộ | Họ tên | Ngày hiến
H1 | Lù Sì | 18/5/2022
Mã hộ | Họ tên | Ngày hiến
H2 | Vàng Máy | 19/5/2022)");
    EXPECT_TRUE(parsed.certain);
    EXPECT_THAT(parsed.rowNumbers, ElementsAre(2, 4));
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::header), testing::SizeIs(2));
}

TEST(WorksheetHeader, RecordsWithGapsAreKept) {
    const WorksheetTable parsed = read(R"(
STT | Họ tên | Tờ bản đồ | Số thửa | Diện tích hiến | Ngày hiến
1 | Vàng Thị Máy | 12 | 45 | 100 | 18/5/2022
 | | 12 | 46 | 50 |
 | | | | |
2 | Lù Seo Páo | | | |
 | Thào Mí Pó | | | |
3 | Sùng Mí Già | 7 | 1 | 30 | 20/5/2022
Ghi chú: các hộ đã ký biên bản | | | | |)");
    EXPECT_THAT(parsed.rowNumbers, ElementsAre(2, 3, 5, 6, 7));
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::note), ElementsAre("8: Ghi chú: các hộ đã ký biên bản"));
}

TEST(WorksheetHeader, SheetOfOneColumnNeedsAHeaderThatIsKnown) {
    const WorksheetTable parsed = read("DANH SÁCH THÔN\nTên thôn\nThôn Nà Sáng\nThôn Bản Lạn");
    EXPECT_THAT(headers(parsed), ElementsAre("Tên thôn"));
    EXPECT_THAT(records(parsed), ElementsAre("Thôn Nà Sáng", "Thôn Bản Lạn"));
    EXPECT_FALSE(readWorksheet(worksheet("Thôn Nà Sáng\nThôn Bản Lạn"), knowing()).has_value());
}

TEST(WorksheetHeader, TextsWithoutKnownHeaderAreDoubtful) {
    const WorksheetTable parsed = read("Cán bộ|Việc\nVàng Máy|đo đất\nLù Sì|họp dân");
    EXPECT_EQ(parsed.firstHeaderRow, 1);
    EXPECT_FALSE(parsed.certain);
    EXPECT_TRUE(read("Cán bộ|Số hộ\nVàng Máy|12\nLù Sì|14").certain);
}

TEST(WorksheetHeader, SignaturesUnderATableWithoutNumbersAreNoRecords) {
    const WorksheetTable parsed = read(R"(
Tên hộ | Thửa | Ngày hiến | Chữ ký
Vàng Mí Sình | 12/45 | 18/5/2022 |
Lù Văn Páo | 7/101 | 19/5/2022 |
Giàng Thị Mỷ | | |
 | | |
 | | Nà Sáng, ngày 20/5/2022 |
Trưởng thôn | | Cán bộ địa chính |
Sùng A Lử | | Hoàng Văn Bình |)");
    EXPECT_THAT(parsed.rowNumbers, ElementsAre(2, 3, 4));
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::note), testing::SizeIs(3));
}

TEST(WorksheetHeader, VillageWithoutValuesInAListOfVillagesIsARecord) {
    const WorksheetTable parsed = read(R"(
Tên thôn | Mã thôn | Số hộ | Hộ nghèo
Thôn Nà Sáng | T01 | 45 | 12
Thôn Bản Lạn | | |
Thôn Pắc Mìa | T03 | 30 | 5
Thôn Lùng Càng | | |)");
    EXPECT_THAT(parsed.rowNumbers, ElementsAre(2, 3, 4, 5));
    EXPECT_EQ(headers(parsed).size(), 4U);
}

TEST(WorksheetHeader, ListOfOfficersIsNoBlockOfSignatures) {
    const WorksheetTable parsed = read(R"(
Chức vụ | Họ tên | Xã | Điện thoại
Chủ tịch | Nguyễn Văn An | Nà Sáng | 0912
Phó chủ tịch | Lù Thị Bình | Nà Sáng |
Kế toán | Vàng Mí Chơ | Lùng Tám |)");
    EXPECT_EQ(parsed.table.rowCount, 3U);
}

TEST(WorksheetHeader, DashesUnderAVillageAreItsRecords) {
    const WorksheetTable parsed = read(R"(
STT | Họ tên | Diện tích | Ký nhận
1 | Thôn Nà Sáng | 400 |
- | Vàng Mí Sình | 100 |
- | Lù Văn Páo | 300 |
2 | Thôn Bản Lạn | 200 |
- | Giàng Thị Mỷ | 200 |)");
    EXPECT_THAT(records(parsed), ElementsAre("-|Vàng Mí Sình|100||Thôn Nà Sáng", "-|Lù Văn Páo|300||Thôn Nà Sáng",
                                             "-|Giàng Thị Mỷ|200||Thôn Bản Lạn"));
}

TEST(WorksheetHeader, LowestLevelMayBeTheOneThatIsKnown) {
    const WorksheetTable parsed = read(R"(
STT | Xã, thị trấn | Tổng số | Trong đó | | |
 | | | Hộ nghèo | | Hộ cận nghèo |
 | | | Đã làm | Chưa làm | Đã làm | Chưa làm
1 | Nà Sáng | 10 | 2 | 3 | 4 | 1
2 | Lùng Tám | 12 | 2 | 4 | 5 | 1)");
    EXPECT_THAT(headers(parsed),
                ElementsAre("STT", "Xã, thị trấn", "Tổng số", "Trong đó / Hộ nghèo / Đã làm", "Trong đó / Hộ nghèo / Chưa làm",
                            "Trong đó / Hộ cận nghèo / Đã làm", "Trong đó / Hộ cận nghèo / Chưa làm"));
}

TEST(WorksheetHeader, TitleInTheMiddleIsNoUpperLevel) {
    const WorksheetTable parsed = read(R"(
 | | TÌNH HÌNH HIẾN ĐẤT | |
STT | Họ tên | Thôn | Diện tích | Ghi chú
1 | Vàng Mí Sình | Nà Sáng | 10 |)");
    EXPECT_THAT(headers(parsed), ElementsAre("STT", "Họ tên", "Thôn", "Diện tích", "Ghi chú"));
    EXPECT_THAT(parsed.titles, ElementsAre("TÌNH HÌNH HIẾN ĐẤT"));
}

TEST(WorksheetHeader, NothingIsReadFromProseAndEmptySheets) {
    EXPECT_FALSE(readWorksheet(FeatureTable{}, knowing()).has_value());
    EXPECT_FALSE(readWorksheet(worksheet(" | \n | "), knowing()).has_value());
    EXPECT_FALSE(
        readWorksheet(worksheet("Báo cáo kết quả thực hiện\nTrong tháng 5, xã đã vận động nhân dân hiến đất.\nCòn khó khăn."),
                      knowing())
            .has_value());
}

TEST(WorksheetHeader, RowsThatTheUserNamesAreTheHeader) {
    WorksheetHints hints = knowing();
    hints.headerRows = {{2, 3}};
    const WorksheetTable parsed = read("Mã|Tên|Số hộ\nA|B|\n|C|D\n1|2|3", hints);
    EXPECT_THAT(headers(parsed), ElementsAre("A", "B / C", "B / D"));
    EXPECT_EQ(parsed.titles, (Texts{"Mã", "Tên", "Số hộ"}));
    hints.headerRows = {{9, 9}};
    EXPECT_FALSE(readWorksheet(worksheet("Mã|Tên\n1|2"), hints).has_value());
}

TEST(WorksheetHeader, HintsAreNotNeeded) {
    const WorksheetTable parsed = read(donationList, WorksheetHints{});
    EXPECT_EQ(parsed.firstHeaderRow, 6);
    EXPECT_EQ(parsed.table.rowCount, 3U);
}

TEST(WorksheetHeader, NamesThatStartLikeATotalAreRecords) {
    const WorksheetTable parsed = read(R"(
Họ tên | Ngày công | Ngày hiến
Tống Văn Sơn | 3 | 18/5/2022
Công Thị Hà | 2 | 18/5/2022
Tong Van Cong | 4 | 19/5/2022
Tổng | 9 |)");
    EXPECT_EQ(parsed.table.rowCount, 3U);
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::total), ElementsAre("5: Tổng | 9"));
}

TEST(WorksheetHeader, IndicatorsWithAUnitAreNoTotals) {
    const WorksheetTable parsed = read(R"(
Chỉ tiêu | Đơn vị | Giá trị
Tổng số hộ | hộ | 256
Tổng diện tích | ha | 30,5
Vườn đã cải tạo | vườn | 45)");
    EXPECT_EQ(parsed.table.rowCount, 3U);
    EXPECT_THAT(skippedAs(parsed, WorksheetRowKind::total), IsEmpty());
}

} // namespace
} // namespace banlang
