// SPDX-License-Identifier: MIT
#include "core/intake/row_checks.h"
#include "tests/support/district_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;
using testing::HasSubstr;
using testing::IsEmpty;

FeatureTable rowsOf(Role role, std::initializer_list<DistrictBuilder::Fields> rows) {
    DistrictBuilder builder;
    for (const auto& row : rows) builder.add(role, row);
    return builder.unlinked().table(role);
}

FeatureTable listed(std::initializer_list<DistrictBuilder::Fields> rows) {
    return rowsOf(Role::supportList, rows);
}

std::vector<RowProblem> checked(Role role, const FeatureTable& rows) {
    RawLayer raw;
    raw.table.rowCount = rows.rowCount;
    ProblemList problems("a.csv", raw);
    const RecordKind& kind = recordKind(role);
    checkRequired(rows, kind, KnownRecords(), problems);
    checkKeys(rows, kind, problems);
    return problems.take();
}

struct Found {
    std::int64_t row;
    std::string rule;
    Severity severity;
    bool operator==(const Found&) const = default;
};
using AllFound = std::vector<Found>;

AllFound found(Role role, const FeatureTable& rows) {
    AllFound all;
    for (const RowProblem& problem : checked(role, rows))
        all.push_back({problem.where.row, std::string(problem.rule), problem.severity});
    return all;
}

TEST(RowChecks, AHeadOfHouseholdStandsInForTheId) {
    EXPECT_EQ(found(Role::supportList, listed({{{"head_name", "Vàng Mí Sò"}, {"listed_on", "2022-01-01"}},
                                               {{"household_id", "h1"}, {"listed_on", "2022-01-01"}},
                                               {{"listed_on", "2022-01-01"}}})),
              (AllFound{{3, "missing-value", Severity::rejected}}));
}

TEST(RowChecks, AGardenIsNamedByItsIdItsHouseholdOrTheHead) {
    const FeatureTable gardens = rowsOf(Role::gardens, {{{"id", "V1"}, {"household_id", "h1"}},
                                                        {{"household_id", "h2"}},
                                                        {{"head_name", "Vàng Mí Sò"}},
                                                        {{"village_code", "0087401"}}});
    const auto problems = checked(Role::gardens, gardens);
    ASSERT_EQ(problems.size(), 2U) << "neither an id nor a household";
    for (const RowProblem& problem : problems) EXPECT_EQ(problem.where.row, 4);
    EXPECT_EQ(problems[0].cause.vi, "Thiếu cả mã vườn, mã hộ và chủ hộ");
    EXPECT_EQ(problems[0].cause.en, "There is neither id, household id nor head of household");
}

TEST(RowChecks, OneNumberOnTwoThingsIsKeptAndTold) {
    const FeatureTable works = rowsOf(Role::roadWorks, {{{"id", "CT001"}, {"road_id", "R1"}, {"kind", "mở mới"}},
                                                        {{"id", "CT002"}, {"road_id", "R1"}, {"kind", "mở mới"}},
                                                        {{"id", "ct001 "}, {"road_id", "R2"}, {"kind", "mở mới"}}});
    const auto problems = checked(Role::roadWorks, works);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].rule, "repeated-number");
    EXPECT_EQ(problems[0].severity, Severity::warning);
    EXPECT_EQ(problems[0].where.row, 3);
    EXPECT_THAT(problems[0].cause.vi, HasSubstr("dòng 1"));
}

TEST(RowChecks, TheSameRowAgainIsToldAsSuchWithTheRowThatItRepeats) {
    const FeatureTable works = rowsOf(Role::roadWorks, {{{"id", "CT001"}, {"road_id", "R1"}, {"kind", "mở mới"}},
                                                        {{"id", "CT001"}, {"road_id", "R2"}, {"kind", "mở mới"}},
                                                        {{"id", "CT001"}, {"road_id", "R2"}, {"kind", "mở mới"}}});
    EXPECT_EQ(found(Role::roadWorks, works),
              (AllFound{{2, "repeated-number", Severity::warning}, {3, "repeated-row", Severity::warning}}));
    EXPECT_THAT(checked(Role::roadWorks, works)[1].cause.en, HasSubstr("row 2"));
}

TEST(RowChecks, ARowThatIsLeftOutRepeatsNothing) {
    const FeatureTable works =
        rowsOf(Role::roadWorks, {{{"id", "CT001"}, {"road_id", "R1"}}, {{"id", "CT001"}, {"road_id", "R1"}, {"kind", "mở mới"}}});
    EXPECT_EQ(found(Role::roadWorks, works), (AllFound{{1, "missing-value", Severity::rejected}}));
}

TEST(RowChecks, RowsThatLieElsewhereAreNotTheSame) {
    DistrictBuilder builder;
    for (const char* place : {"POINT (0 0)", "POINT (5 0)", "POINT (0 0)"})
        builder.add(Role::households, {{"id", "1"}, {"village_code", "V1"}}, place);
    EXPECT_EQ(found(Role::households, builder.unlinked().table(Role::households)),
              (AllFound{{2, "repeated-number", Severity::warning}, {3, "repeated-row", Severity::warning}}));
}

TEST(RowChecks, OneNumberOfTwoIssuersIsTwoRecords) {
    EXPECT_THAT(found(Role::roadWorks,
                      rowsOf(Role::roadWorks, {{{"id", "CT001"}, {"road_id", "R1"}, {"kind", "mở mới"}, {"issuer", "00901"}},
                                               {{"id", "CT001"}, {"road_id", "R1"}, {"kind", "mở mới"}, {"issuer", "00904"}}})),
                IsEmpty());
}

TEST(RowChecks, RowsWithoutANumberMayBeAlike) {
    const DistrictBuilder::Fields load = {{"date", "2022-05-10"}, {"material", "xi măng"}, {"quantity_received", "10"}};
    EXPECT_THAT(found(Role::deliveries, rowsOf(Role::deliveries, {load, load})), IsEmpty());
    const DistrictBuilder::Fields gift = {{"commune_code", "00901"}, {"declared_area_m2", "300"}};
    EXPECT_THAT(found(Role::donations, rowsOf(Role::donations, {gift, gift})), IsEmpty());
}

TEST(RowChecks, TwoHeadsWithoutIdsAreTwoRecords) {
    EXPECT_EQ(
        found(Role::supportList, listed({{{"head_name", "Vàng Mí Sò"}, {"village_code", "0087401"}, {"listed_on", "2022-01-01"}},
                                         {{"head_name", "Sùng A Páo"}, {"village_code", "0087401"}, {"listed_on", "2022-01-01"}},
                                         {{"head_name", "Vàng Mí Sò"}, {"village_code", "0087402"}, {"listed_on", "2022-01-01"}},
                                         {{"head_name", "VÀNG MÍ SÒ"}, {"village_code", "0087401"}, {"listed_on", "2022-01-01"}}})),
        (AllFound{{4, "repeated-number", Severity::warning}}))
        << "the same name in another village is another household; the same in capitals is not";
}

TEST(RowChecks, TheNameBesideAnIdMakesNoOtherRecord) {
    EXPECT_EQ(
        found(Role::supportList, listed({{{"household_id", "h1"}, {"head_name", "Vàng Mí Sò"}, {"listed_on", "2022-01-01"}},
                                         {{"household_id", "h1"}, {"head_name", "Vang Mi So"}, {"listed_on", "2022-01-01"}}})),
        (AllFound{{2, "repeated-number", Severity::warning}}));
}

TEST(RowChecks, TwoCommunesOfOneCodeAreBothKept) {
    EXPECT_EQ(found(Role::communes,
                    [] {
                        DistrictBuilder builder;
                        builder.add(Role::communes, {{"code", "00901"}, {"name", "Lùng Tám"}}, "POLYGON ((0 0,1 0,1 1,0 0))");
                        builder.add(Role::communes, {{"code", "00901"}, {"name", "Quyết Tiến"}}, "POLYGON ((2 0,3 0,3 1,2 0))");
                        return builder.unlinked().table(Role::communes);
                    }()),
              (AllFound{{2, "repeated-number", Severity::warning}}));
}

TEST(RowChecks, ARoadMayLackItsClass) {
    DistrictBuilder builder;
    builder.add(Role::roads, {{"id", "ĐX.01"}}, "LINESTRING (0 0,1 0)");
    EXPECT_THAT(found(Role::roads, builder.unlinked().table(Role::roads)), IsEmpty());
}

} // namespace
} // namespace banlang
