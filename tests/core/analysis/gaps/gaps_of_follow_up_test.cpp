// SPDX-License-Identifier: MIT
#include "core/analysis/gaps/gaps.h"
#include "core/analysis/rules/gap_rules.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

using test::contextOf;
using test::twoCommunes;
using Codes = std::vector<std::string>;

const Date meeting = Date::fromYmd(2022, 5, 18);

Gap gap(const District& district, std::string_view id, Date asOf = meeting) {
    const GapQuestion* const question = gapQuestion(id);
    return question == nullptr ? Gap() : *findGap(contextOf(district, asOf), *question);
}

Codes codes(const Gap& found) {
    Codes result;
    for (const GapItem& item : found.items) result.push_back(item.code);
    return result;
}

const AdminUnitGapCount& unit(const Gap& found, Role level, std::int32_t row) {
    return *std::find_if(found.byAdminUnit.begin(), found.byAdminUnit.end(),
                         [&](const AdminUnitGapCount& one) { return one.level == level && one.row == row; });
}

test::DistrictBuilder oneHousehold() {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}});
    return builder;
}

TEST(GapRules, EveryThresholdOfFollowUpIsInTheFile) {
    const GapRules& rules = shippedRules()->gaps;
    EXPECT_GT(rules.movementLapsedDays, 0);
    EXPECT_GT(rules.participationPerHousehold, 0);
    EXPECT_GT(rules.cementTonnesPerM3, 0);
    EXPECT_GT(rules.cementBagKg, 0);
    EXPECT_FALSE(rules.launchKinds.empty());
    EXPECT_FALSE(rules.poorConditions.empty());
}

TEST(FollowUpGaps, AnInspectionOnRecordCountsAsOneOfTheLoan) {
    auto builder = oneHousehold();
    builder.add(Role::gardens, {{"id", "g1"}, {"household_id", "h1"}, {"disbursed_on", "1/10/2021"}});
    builder.add(Role::gardens, {{"id", "g2"}, {"household_id", "h1"}, {"disbursed_on", "1/10/2021"}});
    builder.add(Role::inspections, {{"date", "1/3/2022"}, {"garden_id", "g1"}, {"inspector", "UBND xã"}});
    builder.add(Role::inspections, {{"date", "1/4/2022"}, {"garden_id", "g2"}, {"inspector", "UBND xã"}, {"effect", "tốt"}});
    const District district = builder.linked();
    EXPECT_EQ(codes(gap(district, "loan-never-inspected")), Codes{});
    EXPECT_EQ(codes(gap(district, "loan-never-inspected", Date::fromYmd(2022, 2, 1))), (Codes{"g1", "g2"}));
    EXPECT_EQ(codes(gap(district, "loan-not-assessed")), Codes{"g1"});
    EXPECT_EQ(gap(district, "loan-not-assessed").examined, 2U);
}

TEST(FollowUpGaps, NeverInspectedAsksAboutGardensHousesAndWorks) {
    auto builder = oneHousehold();
    builder.add(Role::roads, {{"id", "r1"}, {"class", "ĐTh"}, {"commune_code", "00874"}}, "LINESTRING (0 0,1000 0)");
    builder.add(Role::gardens, {{"id", "g"}, {"household_id", "h1"}, {"disbursed_on", "1/5/2022"}});
    builder.add(Role::houses, {{"id", "seen"}, {"household_id", "h1"}, {"phase", "2022"}, {"started_on", "1/3/2022"}});
    builder.add(Role::houses, {{"id", "unseen"}, {"household_id", "h1"}, {"phase", "2022"}, {"started_on", "1/3/2022"}});
    builder.add(Role::houses, {{"id", "unbegun"}, {"household_id", "h1"}, {"phase", "2022"}});
    builder.add(Role::roadWorks, {{"id", "w"}, {"road_id", "r1"}, {"kind", "nâng cấp"}, {"started_on", "1/3/2022"}});
    builder.add(Role::inspections, {{"date", "1/4/2022"}, {"house_id", "seen"}, {"inspector", "BCĐ huyện"}});
    const Gap found = gap(builder.linked(), "never-inspected");
    EXPECT_EQ(codes(found), (Codes{"g", "unseen", "w"}));
    EXPECT_EQ(unit(found, Role::communes, 0).examined, 4U);
    EXPECT_EQ(unit(found, Role::communes, 0).count, 3U);
}

TEST(FollowUpGaps, ItemsOfAHouseCountByTheirLatestReport) {
    auto builder = oneHousehold();
    for (const char* id : {"left", "helped", "mended"}) {
        builder.add(Role::houses, {{"id", id}, {"household_id", "h1"}, {"phase", "2019-2021"}, {"started_on", "1/3/2020"}});
    }
    builder.add(Role::houseItems, {{"house_id", "left"}, {"item", "mái"}, {"percent_done", "60"}, {"reported_on", "1/3/2022"}});
    builder.add(
        Role::houseItems,
        {{"house_id", "helped"}, {"item", "sân"}, {"percent_done", "0"}, {"reported_on", "1/3/2022"}, {"help_plan", "góp công"}});
    builder.add(Role::houseItems, {{"house_id", "mended"}, {"item", "mái"}, {"percent_done", "50"}, {"reported_on", "1/2/2022"}});
    builder.add(Role::houseItems, {{"house_id", "mended"}, {"item", "mái"}, {"percent_done", "100"}, {"reported_on", "1/4/2022"}});
    const District district = builder.linked();
    EXPECT_EQ(codes(gap(district, "old-house-unfinished")), Codes{"left"});
    const Gap all = gap(district, "house-items-unfinished");
    EXPECT_EQ(codes(all), (Codes{"left", "helped"}));
    EXPECT_FALSE(all.items[0].atRisk);
    EXPECT_TRUE(all.items[1].atRisk) << "there is a plan";
    EXPECT_NE(all.items[0].reason.vi.find("mái 60 %"), std::string::npos) << all.items[0].reason.vi;
    EXPECT_EQ(codes(gap(district, "old-house-unfinished", Date::fromYmd(2022, 3, 15))), (Codes{"left", "mended"}));
}

TEST(FollowUpGaps, PriorityIsWhatHoldsOnTheDayAndNeedWhatTheReviewFound) {
    auto builder = twoCommunes();
    for (const char* id : {"past", "now", "housed"}) builder.add(Role::households, {{"id", id}, {"village_code", "0087401"}});
    for (const char* id : {"past", "now", "housed"}) {
        builder.add(Role::housingReviews,
                    {{"household_id", id}, {"reviewed_on", "1/2/2022"}, {"housing_need", "1"}, {"decision", "đề nghị"}});
    }
    builder.add(Role::housingReviews,
                {{"household_id", "housed"}, {"reviewed_on", "1/4/2022"}, {"housing_need", "0"}, {"decision", "đã có nhà"}});
    builder.add(Role::householdCategories,
                {{"household_id", "past"}, {"category", "người có công"}, {"valid_from", "1/1/2020"}, {"valid_to", "1/1/2022"}});
    for (const char* id : {"now", "housed"})
        builder.add(Role::householdCategories, {{"household_id", id}, {"category", "cựu chiến binh"}, {"valid_from", "1/1/2020"}});
    EXPECT_EQ(codes(gap(builder.linked(), "priority-household-off-list")), Codes{"now"});
}

TEST(FollowUpGaps, PoorHouseholdsThatJoinedAreReached) {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "joined"}, {"village_code", "0087401"}, {"categories", "hộ nghèo"}});
    builder.add(Role::households, {{"id", "away"}, {"village_code", "0087401"}, {"categories", "hộ cận nghèo"}});
    builder.add(Role::households, {{"id", "rich"}, {"village_code", "0087401"}});
    builder.add(Role::gardens, {{"id", "g"}, {"household_id", "joined"}, {"registered_on", "1/3/2022"}});
    const Gap found = gap(builder.linked(), "poor-household-not-joined");
    EXPECT_EQ(codes(found), Codes{"away"});
    EXPECT_EQ(found.items[0].reason.en, "near-poor");
    EXPECT_EQ(unit(found, Role::villages, 0).examined, 2U);
    EXPECT_EQ(unit(found, Role::villages, 0).count, 1U);
}

TEST(FollowUpGaps, AWorkIsBehindPastItsPlannedFinishWithCementAgainstTheNeed) {
    auto builder = twoCommunes();
    builder.add(Role::roads, {{"id", "r1"}, {"class", "ĐTh"}, {"commune_code", "00874"}}, "LINESTRING (0 0,1000 0)");
    builder.add(Role::roadWorks, {{"id", "late"},
                                  {"road_id", "r1"},
                                  {"kind", "nâng cấp"},
                                  {"from_m", "0"},
                                  {"to_m", "100"},
                                  {"started_on", "1/2/2022"},
                                  {"planned_finish", "8/5/2022"},
                                  {"target_pavement_width_m", "3"},
                                  {"thickness_m", "0.2"}});
    builder.add(Role::roadWorks,
                {{"id", "paused"}, {"road_id", "r1"}, {"kind", "nâng cấp"}, {"started_on", "1/2/2022"}, {"paused_on", "1/4/2022"}});
    builder.add(Role::roadWorks, {{"id", "resumed"},
                                  {"road_id", "r1"},
                                  {"kind", "nâng cấp"},
                                  {"started_on", "1/2/2022"},
                                  {"paused_on", "1/4/2022"},
                                  {"resumed_on", "1/5/2022"}});
    builder.add(Role::deliveries, {{"date", "1/3/2022"},
                                   {"material", "xi măng"},
                                   {"work_id", "late"},
                                   {"quantity_ordered", "400"},
                                   {"quantity_received", "200"},
                                   {"quantity_unit", "bao"}});
    const Gap found = gap(builder.linked(), "work-behind-plan");
    EXPECT_EQ(codes(found), (Codes{"late", "paused"}));
    EXPECT_EQ(found.examined, 3U);
    EXPECT_EQ(found.items[0].reason.en, "10 days behind; cement received 10.0 / ordered 20.0 / needed 21.0 t");
}

TEST(FollowUpGaps, AssetsInPoorConditionOrOutOfUse) {
    auto builder = twoCommunes();
    const auto asset = [&](const char* id, const char* condition, const char* used) {
        builder.add(Role::publicAssets,
                    {{"id", id},
                     {"name", id},
                     {"kind", "nhà văn hóa"},
                     {"commune_code", "00874"},
                     {"condition", condition},
                     {"in_use", used}},
                    "POINT (100 100)");
    };
    asset("good", "tốt", "1");
    asset("worn", "Xuống cấp", "1");
    asset("unused", "tốt", "0");
    EXPECT_EQ(codes(gap(builder.linked(), "asset-poor")), (Codes{"worn", "unused"}));
}

TEST(FollowUpGaps, LabourIsOwedUntilItIsGiven) {
    auto builder = oneHousehold();
    for (const char* id : {"owed", "given", "own"})
        builder.add(Role::houses, {{"id", id}, {"household_id", "h1"}, {"phase", "2022"}, {"labour_days_pledged", "10"}});
    for (const char* id : {"owed", "given"}) {
        builder.add(Role::labourDays, {{"date", "1/3/2022"},
                                       {"organisation", "Đoàn Thanh niên"},
                                       {"house_id", id},
                                       {"days_pledged", "20"},
                                       {"days_given", "5"}});
    }
    builder.add(Role::labourDays,
                {{"date", "1/4/2022"}, {"organisation", "Hội Nông dân"}, {"house_id", "given"}, {"days_given", "15"}});
    const Gap found = gap(builder.linked(), "labour-not-given");
    EXPECT_EQ(codes(found), (Codes{"owed", "own"}));
    EXPECT_EQ(found.items[0].reason.en, "5 of 20 labour days given") << "records go before the figure of the house";
    EXPECT_EQ(found.items[1].reason.en, "0 of 10 labour days given");
}

TEST(FollowUpGaps, ACommuneMustLaunchAndThenKeepUp) {
    auto builder = twoCommunes();
    builder.add(Role::campaigns, {{"date", "1/3/2022"}, {"commune_code", "00874"}, {"kind", "Ra quân"}});
    builder.add(Role::campaigns, {{"date", "10/5/2022"}, {"commune_code", "00877"}, {"kind", "tuyên truyền"}});
    const District district = builder.linked();
    EXPECT_EQ(codes(gap(district, "commune-without-launch")), Codes{"00877"});
    const Gap lapsed = gap(district, "movement-lapsed");
    EXPECT_EQ(codes(lapsed), Codes{"00874"});
    EXPECT_EQ(lapsed.items[0].reason.en, "78 days without activity, last on 1/3/2022");
    EXPECT_EQ(codes(gap(twoCommunes().linked(), "commune-without-launch")), Codes{}) << "no record of campaigns at all";
}

TEST(FollowUpGaps, ParticipationIsTurnsPerHousehold) {
    auto builder = twoCommunes();
    builder.add(Role::villages, {{"code", "0087702"}, {"name", "Pắc Ngàm"}, {"commune_code", "00877"}, {"households", "10"}});
    builder.add(Role::villages, {{"code", "0087703"}, {"name", "Nà Lầu"}, {"commune_code", "00877"}, {"households", "10"}});
    builder.add(Role::campaigns, {{"date", "1/3/2022"},
                                  {"commune_code", "00877"},
                                  {"village_code", "0087702"},
                                  {"kind", "ra quân"},
                                  {"participating_households", "6"}});
    builder.add(Role::campaigns, {{"date", "1/3/2022"},
                                  {"commune_code", "00877"},
                                  {"village_code", "0087703"},
                                  {"kind", "ra quân"},
                                  {"participating_households", "2"}});
    const Gap found = gap(builder.linked(), "participation-low");
    EXPECT_EQ(codes(found), Codes{"0087703"});
    EXPECT_EQ(found.examined, 2U) << "villages whose households are known";
    EXPECT_EQ(found.items[0].reason.en, "2 turns for 10 households (20 %)");
}

TEST(FollowUpGaps, UnitsThatWereNotInForceAreNotAskedAbout) {
    auto builder = twoCommunes();
    builder.add(Role::villages, {{"code", "0087403"}, {"name", "Cũ"}, {"commune_code", "00874"}, {"valid_to", "1/1/2022"}});
    const Gap found = gap(builder.linked(), "village-without-green-route");
    EXPECT_EQ(codes(found), (Codes{"0087401", "0087402", "0087701"}));
    EXPECT_EQ(found.examined, 3U);
    EXPECT_EQ(found.byAdminUnit.size(), 5U) << "two communes and three villages";
    EXPECT_EQ(unit(found, Role::communes, 0).count, 2U);
}

} // namespace
} // namespace banlang
