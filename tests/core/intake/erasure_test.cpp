// SPDX-License-Identifier: MIT
#include "core/intake/erasure.h"
#include "core/model/record_fields.h"
#include "core/model/record_reports.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

/// Rows of a column of which cells were taken out.
std::vector<std::uint32_t> rowsErased(Role role, std::string_view field, const Texts& cells) {
    Column column = textColumn("Cột", cells);
    std::vector<ErasedCell> erased;
    const RecordKind& kind = recordKind(role);
    takeErased(column, kind, *findField(kind, field), erased);
    std::vector<std::uint32_t> rows;
    for (const ErasedCell& cell : erased) {
        rows.push_back(cell.row);
        EXPECT_EQ(column.text[cell.row], "");
    }
    EXPECT_EQ(column.size(), cells.size());
    return rows;
}

TEST(Erasure, IsSaidByACrossOrAWord) {
    EXPECT_THAT(
        rowsErased(Role::roadWorks, "finished_on", {"x", "X", "bỏ", "Bỏ", "xóa", "xoá", "HUỶ BỎ", " x ", "18/5/2022", "", "-"}),
        ElementsAre(0, 1, 2, 3, 4, 5, 6, 7));
    EXPECT_THAT(rowsErased(Role::roadWorks, "percent_done", {"80", "x", "bỏ dở"}), ElementsAre(1));
    EXPECT_THAT(rowsErased(Role::houses, "unfinished_items", {"mái", "bỏ"}), ElementsAre(1)) << "what is measured may be a text";
}

TEST(Erasure, ATextThatIsNotMeasuredMaySayAnything) {
    EXPECT_THAT(rowsErased(Role::roadWorks, "quality_result", {"đạt", "bỏ"}), IsEmpty());
    EXPECT_THAT(rowsErased(Role::roadWorks, "name", {"x"}), IsEmpty());
}

TEST(Erasure, WhereYesOrNoIsAskedACrossIsAnAnswer) {
    for (const char* field : {"borrower", "purpose_kept", "specialised"})
        EXPECT_THAT(rowsErased(Role::gardens, field, {"x", "không"}), IsEmpty()) << field;
}

TEST(Erasure, AColumnOfCrossesSaysDone) {
    EXPECT_THAT(rowsErased(Role::roadWorks, "finished_on", {"x", "", "x", "x"}), IsEmpty());
    EXPECT_THAT(rowsErased(Role::roadWorks, "finished_on", {"bỏ", "", "bỏ", "bỏ"}), ElementsAre(0, 2, 3));
    EXPECT_THAT(rowsErased(Role::roadWorks, "finished_on", {"x"}), ElementsAre(0));
}

TEST(Erasure, WhatMustBeFilledOrNamesTheRecordStays) {
    EXPECT_THAT(rowsErased(Role::supportList, "listed_on", {"x", "1/1/2022"}), IsEmpty());
    EXPECT_THAT(rowsErased(Role::donations, "declared_area_m2", {"x", "94"}), IsEmpty());
}

struct Settled {
    std::vector<std::uint64_t> bits;
    std::vector<RowProblem> problems;
    FeatureTable rows;
};

Settled settled(const Texts& ids, const std::vector<std::uint32_t>& cells, const RecordField& field) {
    Settled result;
    result.rows =
        rowsOf(Role::roadWorks, {textColumn("id", ids), numberColumn("percent_done", std::vector<double>(ids.size(), 80))});
    RawLayer raw;
    raw.table.rowCount = ids.size();
    ProblemList problems("a.csv", raw);
    std::vector<ErasedCell> erased;
    for (const std::uint32_t row : cells) erased.push_back({row, &field, "Đã làm", "x"});
    result.bits = erasedFields(result.rows, recordKind(Role::roadWorks), erased, problems);
    result.problems = problems.take();
    return result;
}

TEST(Erasure, OfANumberedRowIsABitAndANote) {
    const RecordField& percent = *findField(recordKind(Role::roadWorks), "percent_done");
    const Settled result = settled({"CT1", "CT2"}, {1}, percent);
    EXPECT_THAT(result.bits, ElementsAre(0U, fieldBit(fields::roadWorks.percentDone.position)));
    EXPECT_EQ(result.rows.numberAt(fields::roadWorks.percentDone, 0), 80);
    EXPECT_TRUE(std::isnan(result.rows.numberAt(fields::roadWorks.percentDone, 1)));
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(result.problems[0].rule, "erased");
    EXPECT_EQ(result.problems[0].severity, Severity::note);
    EXPECT_EQ(result.problems[0].where.row, 2);
}

TEST(Erasure, OfARowWithoutANumberIsAnUnreadableCell) {
    const Settled number = settled({"", "CT2"}, {0}, *findField(recordKind(Role::roadWorks), "percent_done"));
    EXPECT_THAT(number.bits, IsEmpty());
    ASSERT_EQ(number.problems.size(), 1U);
    EXPECT_EQ(number.problems[0].rule, "bad-number");
    const Settled date = settled({"", "CT2"}, {0}, *findField(recordKind(Role::roadWorks), "finished_on"));
    ASSERT_EQ(date.problems.size(), 1U);
    EXPECT_EQ(date.problems[0].rule, "bad-date");
    EXPECT_EQ(date.problems[0].where.column, "Đã làm");
}

} // namespace
} // namespace banlang
