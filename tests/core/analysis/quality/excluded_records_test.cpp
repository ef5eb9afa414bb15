// SPDX-License-Identifier: MIT
#include "core/analysis/progress/progress.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/analysis/quality/quality.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

using test::contextOf;
using test::twoCommunes;
using testing::ElementsAre;
using testing::IsEmpty;
using Rows = std::vector<std::uint32_t>;

const Date meeting = Date::fromYmd(2022, 5, 18);

Rows rowsOf(const ExcludedRecords& excluded, std::string_view rule, Role role) {
    for (const ExcludedRecordGroup& group : excluded.groups) {
        if (group.rule == rule && group.role == role) return group.rows;
    }
    return {};
}

double value(const District& district, std::string_view code, std::string_view id) {
    const auto units = progress(contextOf(district, meeting));
    for (const AdminUnitProgress& unit : *units) {
        if (unit.code != code) continue;
        for (const Indicator& one : unit.indicators) {
            if (one.id == id) return one.value.value_or(-1);
        }
    }
    return -1;
}

TEST(ExcludedRecords, DatesThatCannotBeAreInNoSum) {
    auto builder = twoCommunes();
    builder.add(Role::donations,
                {{"id", "good"}, {"commune_code", "00874"}, {"declared_area_m2", "100"}, {"donated_on", "1/3/2022"}});
    builder.add(Role::donations, {{"id", "backwards"},
                                  {"commune_code", "00874"},
                                  {"declared_area_m2", "40"},
                                  {"pledged_on", "1/4/2022"},
                                  {"donated_on", "1/3/2022"}});
    builder.add(Role::donations,
                {{"id", "ancient"}, {"commune_code", "00874"}, {"declared_area_m2", "7"}, {"donated_on", "1/3/1222"}});
    builder.add(Role::donations,
                {{"id", "negative"}, {"commune_code", "00874"}, {"declared_area_m2", "-30"}, {"donated_on", "1/3/2022"}});
    const District district = builder.linked();
    const ExcludedRecords excluded = *excludedRecords(contextOf(district));
    EXPECT_THAT(rowsOf(excluded, "date-order", Role::donations), ElementsAre(1));
    EXPECT_THAT(rowsOf(excluded, "implausible-date", Role::donations), ElementsAre(2));
    EXPECT_THAT(rowsOf(excluded, "negative-value", Role::donations), ElementsAre(3));
    EXPECT_EQ(excluded.recordCount(), 3U);
    EXPECT_EQ(value(district, "00874", "donated_m2"), 100);
    const auto order =
        std::find_if(excluded.groups.begin(), excluded.groups.end(), [](const auto& g) { return g.rule == "date-order"; });
    EXPECT_EQ(order->amount, 40);
    EXPECT_EQ(order->unit, "m2");
}

TEST(ExcludedRecords, ADonationLargerThanItsParcelDoesNotCount) {
    auto builder = twoCommunes();
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "1"}, {"number", "5"}, {"declared_area_m2", "200"}},
                "POLYGON ((0 0,10 0,10 20,0 20,0 0))");
    builder.add(Role::donations, {{"id", "d1"},
                                  {"commune_code", "00874"},
                                  {"sheet", "1"},
                                  {"number", "5"},
                                  {"declared_area_m2", "2000"},
                                  {"donated_on", "1/3/2022"}});
    builder.add(Role::donations, {{"id", "d2"},
                                  {"commune_code", "00874"},
                                  {"sheet", "1"},
                                  {"number", "5"},
                                  {"declared_area_m2", "20"},
                                  {"donated_on", "1/3/2022"}});
    const District district = builder.linked();
    EXPECT_THAT(rowsOf(*excludedRecords(contextOf(district)), "donation-above-parcel", Role::donations), ElementsAre(0));
    EXPECT_EQ(value(district, "00874", "donated_m2"), 20);
}

TEST(ExcludedRecords, ALoanNeedsAHouseholdThatIsKnown) {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}});
    builder.add(Role::gardens,
                {{"id", "known"}, {"household_id", "h1"}, {"registered_on", "1/2/2022"}, {"disbursed_on", "1/3/2022"}});
    builder.add(Role::gardens, {{"id", "stranger"},
                                {"household_id", "h9"},
                                {"commune_code", "00874"},
                                {"registered_on", "1/2/2022"},
                                {"disbursed_on", "1/3/2022"}});
    builder.add(Role::gardens,
                {{"id", "nobody"}, {"commune_code", "00874"}, {"registered_on", "1/2/2022"}, {"loan_vnd", "30000000"}});
    builder.add(Role::gardens, {{"id", "no loan"}, {"commune_code", "00874"}, {"registered_on", "1/2/2022"}});
    const District district = builder.linked();
    EXPECT_THAT(rowsOf(*excludedRecords(contextOf(district)), "loan-without-household", Role::gardens), ElementsAre(1, 2));
    EXPECT_EQ(value(district, "00874", "gardens_registered"), 2);
}

TEST(ExcludedRecords, WithoutAListOfHouseholdsANameIsEnoughForALoan) {
    auto builder = twoCommunes();
    builder.add(Role::gardens, {{"id", "g"}, {"household_id", "h9"}, {"commune_code", "00874"}, {"disbursed_on", "1/3/2022"}});
    EXPECT_THAT(rowsOf(*excludedRecords(contextOf(builder.linked())), "loan-without-household", Role::gardens), IsEmpty());
}

TEST(ExcludedRecords, ASaturdayIsASaturday) {
    auto builder = twoCommunes();
    builder.add(Role::saturdays, {{"date", "14/5/2022"}, {"commune_code", "00874"}});
    builder.add(Role::saturdays, {{"date", "15/5/2022"}, {"commune_code", "00874"}});
    const District district = builder.linked();
    EXPECT_THAT(rowsOf(*excludedRecords(contextOf(district)), "saturday-not-saturday", Role::saturdays), ElementsAre(1));
    EXPECT_EQ(value(district, "00874", "saturdays"), 1);
}

TEST(ExcludedRecords, OneEventEnteredTwiceCountsOnceHoweverItsPlaceIsWritten) {
    auto builder = twoCommunes();
    builder.add(Role::saturdays, {{"date", "14/5/2022"}, {"commune_code", "00874"}, {"organisation", "Hội Nông dân"}});
    builder.add(Role::saturdays, {{"date", "14/5/2022"}, {"commune_code", "Xã Nà Sáng"}, {"organisation", "Hội Nông dân"}});
    builder.add(Role::saturdays, {{"date", "14/5/2022"}, {"commune_code", "00874"}, {"organisation", "Đoàn Thanh niên"}});
    builder.add(Role::saturdays, {{"date", "14/5/2022"}, {"commune_code", "00877"}, {"organisation", "Hội Nông dân"}});
    const District district = builder.linked();
    EXPECT_THAT(rowsOf(*excludedRecords(contextOf(district)), "duplicate-event", Role::saturdays), ElementsAre(1));
    EXPECT_EQ(value(district, "00874", "saturdays"), 2);
}

TEST(ExcludedRecords, AHouseholdIsInOneVillage) {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}});
    builder.add(Role::gardens,
                {{"id", "here"}, {"household_id", "h1"}, {"village_code", "0087401"}, {"registered_on", "1/2/2022"}});
    builder.add(Role::gardens,
                {{"id", "there"}, {"household_id", "h1"}, {"village_code", "0087402"}, {"registered_on", "1/2/2022"}});
    builder.add(Role::gardens, {{"id", "unsaid"}, {"household_id", "h1"}, {"registered_on", "1/2/2022"}});
    const District district = builder.linked();
    EXPECT_THAT(rowsOf(*excludedRecords(contextOf(district)), "household-in-two-villages", Role::gardens), ElementsAre(1));
    EXPECT_EQ(value(district, "00874", "gardens_registered"), 2);
}

TEST(ExcludedRecords, CheckListsWhatItKeepsOutOfTheSums) {
    auto builder = twoCommunes();
    builder.add(Role::meetings, {{"date", "14/5/2022"}, {"village_code", "0087401"}, {"subject", "họp"}});
    builder.add(Role::meetings, {{"date", "14/5/2022"}, {"village_code", "0087401"}, {"subject", "họp"}});
    const auto rules = checkQuality(contextOf(builder.linked(), meeting), {.exampleCount = 5, .only = "duplicate-event"});
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_TRUE(rules[0].excludesRecords);
    EXPECT_EQ(rules[0].count, 1U);
    EXPECT_EQ(rules[0].examples[0].finding.en, "the same event as row 1");
}

TEST(ExcludedRecords, OfficialOdditiesAreSummedAsTheyAre) {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}});
    for (const char* area : {"338909", "68747", "17038", "13892"}) {
        builder.add(Role::gardens, {{"id", area}, {"household_id", "h1"}, {"area_m2", area}, {"registered_on", "1/2/2021"}});
    }
    // 71 billion for 2,325 households is above the cap of 30 million each; that is for people to ask about.
    builder.add(Role::gardens, {{"id", "mean"},
                                {"household_id", "h1"},
                                {"registered_on", "1/2/2021"},
                                {"disbursed_on", "1/3/2021"},
                                {"loan_vnd", "30537634"}});
    builder.add(Role::houses, {{"id", "n"}, {"household_id", "h1"}, {"category", "người có công; hộ nghèo"}, {"phase", "2022"}});
    const District district = builder.linked();
    EXPECT_THAT(excludedRecords(contextOf(district))->groups, IsEmpty());
    EXPECT_EQ(value(district, "00874", "gardens_registered"), 5);
}

} // namespace
} // namespace banlang
