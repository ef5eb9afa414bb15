// SPDX-License-Identifier: MIT
#include "core/intake/typing.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsNan;

struct Typed {
    std::vector<Column> columns;
    std::vector<RowProblem> problems;
    std::vector<ErasedCell> erased;

    [[nodiscard]] const Column& at(std::string_view name) const {
        return *std::find_if(columns.begin(), columns.end(), [&](const Column& column) { return column.name == name; });
    }
    [[nodiscard]] Texts rules() const {
        Texts rules;
        for (const RowProblem& problem : problems) rules.emplace_back(problem.rule);
        return rules;
    }
};

const WorksheetNotes noWorksheet;
const WorksheetNotes worksheet{true, {}};

Typed typed(Role role, std::vector<Column> columns, const WorksheetNotes& notes = noWorksheet, const ImportProfile& profile = {}) {
    RawLayer raw;
    raw.table = tableOf(std::move(columns));
    ProblemList problems("a.xlsx", raw);
    const RecordKind& kind = recordKind(role);
    std::vector<ErasedCell> erased;
    auto result = typedColumns(raw.table, kind, mapColumns(raw.table, kind, profile), profile, notes, problems, erased);
    return {std::move(result), problems.take(), std::move(erased)};
}

Texts isoDates(const Column& column) {
    Texts texts;
    for (std::size_t row = 0; row < column.size(); ++row) texts.push_back(column.valueText(row));
    return texts;
}

TEST(Typing, EveryFieldHasOneValueARow) {
    const Typed result = typed(Role::donations, {textColumn("Mã", {"a", "b"})});
    EXPECT_EQ(result.columns.size(), recordKind(Role::donations).fields.size());
    for (const Column& column : result.columns) EXPECT_EQ(column.size(), 2U) << column.name;
    EXPECT_TRUE(result.at("declared_area_m2").isMissing(1));
}

TEST(Typing, TheUnitOfTheHeaderIsConvertedAndTold) {
    const Typed result = typed(Role::donations, {textColumn("Tổng diện tích hiến (ha)", {"0,5", "1,25"})});
    EXPECT_THAT(result.at("declared_area_m2").numbers, ElementsAre(5'000, 12'500));
    EXPECT_THAT(result.rules(), ElementsAre("unit-converted"));
    const Typed numbers = typed(Role::donations, {numberColumn("Diện tích hiến (sào)", {2})});
    EXPECT_THAT(numbers.at("declared_area_m2").numbers, ElementsAre(720));
}

TEST(Typing, TheUnitOfATitleIsOfMoneyOnly) {
    const WorksheetNotes notes{true, {"DANH SÁCH HỘ VAY VỐN", "ĐVT: triệu đồng"}};
    const Typed result =
        typed(Role::gardens, {textColumn("Vốn vay", {"60", "1,5"}), textColumn("Diện tích", {"300", "250"})}, notes);
    EXPECT_THAT(result.at("loan_vnd").numbers, ElementsAre(60e6, 1.5e6));
    EXPECT_THAT(result.at("area_m2").numbers, ElementsAre(300, 250));
}

TEST(Typing, TheHeaderOverrulesTheTitleAndTheCellBoth) {
    const WorksheetNotes notes{true, {"ĐVT: triệu đồng"}};
    const Typed result = typed(Role::gardens, {textColumn("Vốn vay (nghìn đồng)", {"60000", "60 triệu"})}, notes);
    EXPECT_THAT(result.at("loan_vnd").numbers, ElementsAre(60e6, 60e6));
}

TEST(Typing, CellsMayCarryTheirOwnUnits) {
    const Typed result = typed(Role::donations, {textColumn("Diện tích hiến", {"438.577 m2", "1,2 ha", "2 sào 5 thước", "94"})});
    EXPECT_THAT(result.at("declared_area_m2").numbers, ElementsAre(438'577, 12'000, 840, 94));
}

TEST(Typing, AColumnIsWrittenWithOneDecimalMark) {
    EXPECT_THAT(typed(Role::donations, {textColumn("Diện tích", {"1.250", "94,1"})}).at("declared_area_m2").numbers,
                ElementsAre(1'250, 94.1));
    EXPECT_THAT(typed(Role::donations, {textColumn("Diện tích", {"1.250", "94.1"})}).at("declared_area_m2").numbers,
                ElementsAre(1.25, 94.1));
}

TEST(Typing, AMarkThatNothingSettlesIsToldAndCanBeDecided) {
    const Column column = textColumn("Diện tích", {"94.123", "80.250"});
    const Typed doubtful = typed(Role::donations, {column});
    EXPECT_THAT(doubtful.at("declared_area_m2").numbers, ElementsAre(94'123, 80'250));
    EXPECT_THAT(doubtful.rules(), ElementsAre("decimal-mark-doubtful"));
    EXPECT_THAT(doubtful.problems[0].fix.en, testing::HasSubstr(R"(marks = { "Diện tích" = "." })"));
    ImportProfile profile;
    profile.marks["Diện tích"] = DecimalMark::dot;
    const Typed decided = typed(Role::donations, {column}, noWorksheet, profile);
    EXPECT_THAT(decided.at("declared_area_m2").numbers, ElementsAre(94.123, 80.25));
    EXPECT_TRUE(decided.problems.empty());
}

TEST(Typing, WhatIsNoNumberIsListedAndLeftOut) {
    const Typed result = typed(Role::donations, {textColumn("Diện tích", {"94", "khoảng", "-", "", " … "})});
    EXPECT_THAT(result.at("declared_area_m2").numbers, ElementsAre(94, IsNan(), IsNan(), IsNan(), IsNan()));
    ASSERT_THAT(result.rules(), ElementsAre("bad-number"));
    EXPECT_EQ(result.problems[0].where, (ErrorPlace{"a.xlsx", "layer", 2, "Diện tích"}));
    EXPECT_EQ(result.problems[0].cause.en, "“khoảng” is not a number; the cell is left empty");
}

TEST(Typing, DatesComeAsOfficesWriteThemAndAsSerialsOfExcel) {
    const Typed result = typed(Role::donations, {textColumn("Ngày hiến", {"18/5/2022", "44699", "2022-05-18", "31/2/2022", "-"})});
    EXPECT_THAT(isoDates(result.at("donated_on")), ElementsAre("2022-05-18", "2022-05-18", "2022-05-18", "", ""));
    ASSERT_THAT(result.rules(), ElementsAre("bad-date"));
    EXPECT_EQ(result.problems[0].where.row, 4);
    const Typed numbers = typed(Role::donations, {numberColumn("Ngày hiến", {44699, Column::missingNumber})});
    EXPECT_THAT(isoDates(numbers.at("donated_on")), ElementsAre("2022-05-18", ""));
    EXPECT_TRUE(numbers.problems.empty());
}

TEST(Typing, DatesAreNoNumbers) {
    Column dates;
    dates.name = "Diện tích";
    dates.type = ColumnType::date;
    dates.dates = {Date::fromYmd(2022, 5, 18)};
    const Typed result = typed(Role::donations, {dates});
    EXPECT_TRUE(result.at("declared_area_m2").isMissing(0));
    EXPECT_THAT(result.rules(), ElementsAre("bad-number"));
}

TEST(Typing, DittoMarksOfASheetMeanTheCellAbove) {
    const std::vector<Column> columns = {textColumn("Mục đích", {"làm đường", "\"", "", "-nt-"})};
    EXPECT_EQ(textsOf(typed(Role::donations, columns, worksheet).at("purpose")),
              (Texts{"làm đường", "làm đường", "", "làm đường"}));
    EXPECT_EQ(textsOf(typed(Role::donations, columns).at("purpose")), (Texts{"làm đường", "\"", "", "-nt-"}));
}

TEST(Typing, BlanksMeanTheCellAboveWhereATitleSaysSo) {
    const WorksheetNotes notes{true, {"(Ô trống ở các cột mục đích, tuyến: như dòng trên)"}};
    const Typed result = typed(Role::donations,
                               {textColumn("Mục đích", {"làm đường", "", "làm nhà văn hóa"}),
                                textColumn("Mã tuyến", {"T1", "", "T2"}), textColumn("Mã hộ", {"H1", "", "H2"})},
                               notes);
    EXPECT_EQ(textsOf(result.at("purpose")), (Texts{"làm đường", "làm đường", "làm nhà văn hóa"}));
    EXPECT_EQ(textsOf(result.at("road_id")), (Texts{"T1", "T1", "T2"}));
    EXPECT_EQ(textsOf(result.at("household_id")), (Texts{"H1", "", "H2"}));
}

TEST(Typing, UnitsBelowAMergedCellAreFilled) {
    EXPECT_EQ(textsOf(typed(Role::donations, {textColumn("Xã", {"Nà Sáng", "", ""})}, worksheet).at("commune_code")),
              (Texts{"Nà Sáng", "Nà Sáng", "Nà Sáng"}));
}

/// A column of units, and what was told of it.
std::pair<Texts, std::vector<RowProblem>> unitTexts(const Texts& values, bool worksheetOrNot) {
    const RawLayer raw;
    ProblemList problems("a.xlsx", raw);
    Texts texts = textsOf(adminUnitTexts(textColumn("Thôn", values), worksheetOrNot, problems));
    return {std::move(texts), problems.take()};
}

TEST(Typing, WhatWasFilledIsTold) {
    const auto [texts, told] = unitTexts({"V1", "", "nt", "", "V2"}, true);
    EXPECT_EQ(texts, (Texts{"V1", "V1", "V1", "V1", "V2"}));
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().rule, "as-above");
    EXPECT_NE(told.front().cause.en.find("“Thôn”: 2 blank cells"), std::string::npos) << told.front().cause.en;
    EXPECT_TRUE(unitTexts({"V1", "nt"}, true).second.empty());
}

TEST(Typing, BlanksOutsideGroupsStayBlank) {
    EXPECT_EQ(unitTexts({"V1", ""}, false).first, (Texts{"V1", ""})) << "a database has no merged cells";
    EXPECT_EQ(unitTexts({"", "V1", ""}, true).first, (Texts{"", "V1", ""}));
    EXPECT_EQ(unitTexts({"0090102", "", "0090103"}, true).first, (Texts{"0090102", "", "0090103"}));
}

TEST(Typing, WhoWritesAUnitAgainInEachRowMeansABlankAsBlank) {
    EXPECT_EQ(unitTexts({"V1", "V1", "", "V2"}, true).first, (Texts{"V1", "V1", "", "V2"}));
    EXPECT_EQ(unitTexts({"V1", "-nt-", "", "V2"}, true).first, (Texts{"V1", "V1", "V1", "V2"}));
}

TEST(Typing, InAColumnOfCrossesABlankIsNo) {
    for (const char* cross : {"x", "X", " x ", "v"}) {
        const Typed result = typed(Role::gardens, {textColumn("Hộ vay", {cross, "", cross})}, worksheet);
        EXPECT_THAT(result.at("borrower").numbers, ElementsAre(1, 0, 1)) << cross;
        EXPECT_TRUE(result.problems.empty()) << cross;
    }
    const Typed answers = typed(Role::gardens, {textColumn("Hộ vay", {"có", "", "không"})}, worksheet);
    EXPECT_THAT(answers.at("borrower").numbers, ElementsAre(1, IsNan(), 0));
    EXPECT_THAT(typed(Role::gardens, {textColumn("Hộ vay", {"", ""})}, worksheet).at("borrower").numbers,
                ElementsAre(IsNan(), IsNan()));
    EXPECT_THAT(typed(Role::gardens, {textColumn("Hộ vay", {"x", ""})}).at("borrower").numbers, ElementsAre(1, IsNan()));
}

TEST(Typing, ACrossIsNoNumber) {
    const Typed result = typed(Role::donations, {textColumn("Diện tích hiến", {"94", "x"})});
    EXPECT_THAT(result.at("declared_area_m2").numbers, ElementsAre(94, IsNan()));
    EXPECT_THAT(result.rules(), ElementsAre("bad-number"));
    EXPECT_THAT(typed(Role::houseItems, {textColumn("Đã làm, %", {"80", "x"})}).at("percent_done").numbers,
                ElementsAre(80, IsNan()));
    EXPECT_THAT(typed(Role::inspections, {textColumn("Đúng mục đích", {"x", "không"})}).at("purpose_kept").numbers,
                ElementsAre(1, 0));
}

TEST(Typing, CellsThatSayThatAValueIsToBeBlankAreSetApart) {
    const Typed result = typed(Role::roadWorks, {textColumn("Mã", {"CT1", "CT2"}), textColumn("Hoàn thành", {"18/5/2022", "bỏ"})});
    EXPECT_THAT(isoDates(result.at("finished_on")), ElementsAre("2022-05-18", ""));
    EXPECT_TRUE(result.problems.empty());
    ASSERT_EQ(result.erased.size(), 1U);
    EXPECT_EQ(result.erased[0].row, 1U);
    EXPECT_EQ(result.erased[0].field->name, "finished_on");
}

TEST(Typing, CodesStayTexts) {
    EXPECT_EQ(textsOf(typed(Role::donations, {textColumn("Mã xã", {" 00691", "691"})}).at("commune_code")),
              (Texts{"00691", "691"}));
    const Typed numbers =
        typed(Role::donations, {numberColumn("Mã xã", {691, Column::missingNumber}), numberColumn("Tờ bản đồ", {7, 12})});
    EXPECT_EQ(textsOf(numbers.at("commune_code")), (Texts{"00691", ""}));
    EXPECT_EQ(textsOf(numbers.at("sheet")), (Texts{"7", "12"}));
}

TEST(Typing, ChainageIsMetres) {
    const Typed result = typed(Role::roadWorks, {textColumn("Từ lý trình", {"Km1+200", "km 0+050", "350", "Km2"}),
                                                 textColumn("Đến lý trình (km)", {"Km1+800", "0,5", "1", "2"})});
    EXPECT_THAT(result.at("from_m").numbers, ElementsAre(1'200, 50, 350, testing::_));
    EXPECT_THAT(result.at("to_m").numbers, ElementsAre(1'800, 500, 1'000, 2'000));
}

TEST(Typing, RoadsSpeakOurWords) {
    const Typed result = typed(Role::roads, {textColumn("highway", {"track"}), textColumn("surface", {"gravel"})});
    EXPECT_EQ(textsOf(result.at("class")), Texts{"NĐ"});
    EXPECT_EQ(textsOf(result.at("surface")), Texts{"cấp phối"});
}

TEST(Typing, CoordinatesAreReadAsTheirColumnIsWritten) {
    EXPECT_THAT(numbersOf(textColumn("X", {"450000,5", "", "abc"})), ElementsAre(450000.5, IsNan(), IsNan()));
    EXPECT_THAT(numbersOf(textColumn("X", {"105.07", "105.1"})), ElementsAre(105.07, 105.1));
    EXPECT_THAT(numbersOf(numberColumn("X", {1.5})), ElementsAre(1.5));
}

} // namespace
} // namespace banlang
