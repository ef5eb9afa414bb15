// SPDX-License-Identifier: MIT
#include "core/intake/problem_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

RawLayer rowsOf(std::size_t count) {
    RawLayer raw;
    raw.table.name = "Sheet1";
    raw.table.rowCount = count;
    return raw;
}

void add(ProblemList& problems, Severity severity, std::size_t row, std::string_view rule = "bad-number") {
    problems.add(severity, rule, row, "area_m2", {"sai", "wrong"}, {"sửa", "mend"});
}

TEST(ProblemList, OnlyARejectionKeepsARowOut) {
    const RawLayer raw = rowsOf(3);
    ProblemList problems("a.xlsx", raw);
    add(problems, Severity::note, 0);
    add(problems, Severity::warning, 1);
    add(problems, Severity::rejected, 2);
    add(problems, Severity::warning, 2);
    EXPECT_FALSE(problems.isRejected(0));
    EXPECT_FALSE(problems.isRejected(1));
    EXPECT_TRUE(problems.isRejected(2)) << "a later warning does not take it back";
}

TEST(ProblemList, APlaceIsTheOneThatTheSpreadsheetShows) {
    RawLayer raw = rowsOf(3);
    raw.rowNumbers = {7, 8, 12};
    ProblemList problems("a.xlsx", raw);
    add(problems, Severity::warning, 2);
    problems.addForLayer(Severity::note, "other-crs", {"hệ khác", "another CRS"}, {});
    const std::vector<RowProblem> found = problems.take();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].where, (ErrorPlace{"a.xlsx", "Sheet1", 12, "area_m2"}));
    EXPECT_EQ(found[1].where, (ErrorPlace{"a.xlsx", "Sheet1", -1, ""}));
}

TEST(ProblemList, OfOneRuleAThousandAreListedAndTheRestCounted) {
    const RawLayer raw = rowsOf(2'000);
    ProblemList problems("a.csv", raw);
    for (std::size_t row = 0; row < 1'250; ++row) add(problems, Severity::rejected, row);
    for (std::size_t row = 0; row < 1'000; ++row) add(problems, Severity::warning, row, "unknown-parcel");
    EXPECT_TRUE(problems.isRejected(1'249)) << "not listed, but out all the same";
    const std::vector<RowProblem> found = problems.take();
    ASSERT_EQ(found.size(), 2'001U);
    EXPECT_EQ(found.back().rule, "bad-number");
    EXPECT_THAT(found.back().cause.vi, testing::HasSubstr("250"));
    EXPECT_THAT(found.back().cause.en, testing::HasSubstr("250"));
    EXPECT_EQ(found.back().where.row, -1);
}

TEST(ProblemList, NothingWrongIsNothingTold) {
    const RawLayer raw = rowsOf(1);
    EXPECT_TRUE(ProblemList("a.csv", raw).take().empty());
}

} // namespace
} // namespace banlang
