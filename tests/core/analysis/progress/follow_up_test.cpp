// SPDX-License-Identifier: MIT
#include "core/analysis/progress/follow_up.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;

const Date meeting = Date::fromYmd(2022, 5, 18);

TEST(FollowUp, AnInspectionCountsFromItsDayOn) {
    DistrictBuilder builder;
    for (const std::string_view garden : {"G1", "G2", "G3"}) builder.add(Role::gardens, {{"id", garden}});
    builder.add(Role::gardens, {{"id", "G4"}, {"inspected_on", "2022-05-18"}});
    builder.add(Role::inspections, {{"date", "2022-05-18"}, {"garden_id", "G1"}, {"effect", "có thu nhập"}});
    builder.add(Role::inspections, {{"date", "2022-05-19"}, {"garden_id", "G2"}});
    builder.add(Role::inspections, {{"garden_id", "G3"}});
    const InspectedRows seen = inspectedRows(builder.linked(), meeting);
    EXPECT_EQ(seen.gardens, (std::vector<bool>{true, false, false, true})) << "later and undated ones have not happened";
    EXPECT_EQ(seen.gardensAssessed, (std::vector<bool>{true, false, false, false}));
}

TEST(FollowUp, AnAssessmentNeedsTheIncomeOfBothTimes) {
    DistrictBuilder builder;
    for (const std::string_view garden : {"G1", "G2"}) builder.add(Role::gardens, {{"id", garden}});
    builder.add(Role::inspections, {{"date", "2022-05-01"}, {"garden_id", "G1"}, {"income_before_vnd", "1000000"}});
    builder.add(Role::inspections,
                {{"date", "2022-05-01"}, {"garden_id", "G2"}, {"income_before_vnd", "0"}, {"income_after_vnd", "3000000"}});
    EXPECT_EQ(inspectedRows(builder.linked(), meeting).gardensAssessed, (std::vector<bool>{false, true}));
}

TEST(FollowUp, APauseEndsWithTheResumptionAfterIt) {
    DistrictBuilder builder;
    builder.add(Role::roadWorks, {{"id", "never"}});
    builder.add(Role::roadWorks, {{"id", "since April"}, {"paused_on", "2022-04-01"}});
    builder.add(Role::roadWorks, {{"id", "today"}, {"paused_on", "2022-05-18"}});
    builder.add(Role::roadWorks, {{"id", "tomorrow"}, {"paused_on", "2022-05-19"}});
    builder.add(Role::roadWorks, {{"id", "went on"}, {"paused_on", "2022-04-01"}, {"resumed_on", "2022-05-18"}});
    builder.add(Role::roadWorks, {{"id", "goes on tomorrow"}, {"paused_on", "2022-04-01"}, {"resumed_on", "2022-05-19"}});
    builder.add(Role::roadWorks, {{"id", "an earlier pause ended"}, {"paused_on", "2022-04-01"}, {"resumed_on", "2022-03-01"}});
    const District district = builder.linked();
    std::vector<bool> paused;
    for (std::size_t row = 0; row < 7; ++row) paused.push_back(isPaused(district.table(Role::roadWorks), row, meeting));
    EXPECT_EQ(paused, (std::vector<bool>{false, true, true, false, false, true, true}));
}

TEST(FollowUp, DaysBehindAreCountedFromThePlan) {
    DistrictBuilder builder;
    builder.add(Role::roadWorks, {{"id", "late"}, {"planned_finish", "2022-05-08"}});
    builder.add(Role::roadWorks, {{"id", "due today"}, {"planned_finish", "2022-05-18"}});
    builder.add(Role::roadWorks, {{"id", "done"}, {"planned_finish", "2022-05-08"}, {"finished_on", "2022-05-18"}});
    builder.add(Role::roadWorks, {{"id", "done later"}, {"planned_finish", "2022-04-30"}, {"finished_on", "2022-05-19"}});
    builder.add(Role::roadWorks, {{"id", "no plan"}});
    const District district = builder.linked();
    const FeatureTable& works = district.table(Role::roadWorks);
    EXPECT_EQ(daysBehind(works, 0, meeting), 10);
    EXPECT_EQ(daysBehind(works, 1, meeting), std::nullopt);
    EXPECT_EQ(daysBehind(works, 2, meeting), std::nullopt);
    EXPECT_EQ(daysBehind(works, 3, meeting), 18) << "on the day it was not finished";
    EXPECT_EQ(daysBehind(works, 4, meeting), std::nullopt);
}

DistrictBuilder withRoad() {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Nà Sáng"}});
    builder.add(Role::roads, {{"id", "R1"}, {"class", "ĐX"}, {"commune_code", "1"}}, "LINESTRING (0 0,3000 0,3000 4000)");
    return builder;
}

TEST(FollowUp, AWorkIsAsLongAsItsStretchElseItsRoad) {
    DistrictBuilder builder = withRoad();
    builder.add(Role::roadWorks, {{"id", "W1"}, {"road_id", "R1"}, {"from_m", "500"}, {"to_m", "1250"}});
    builder.add(Role::roadWorks, {{"id", "W2"}, {"road_id", "R1"}, {"from_m", "500"}});
    builder.add(Role::roadWorks, {{"id", "W3"}, {"road_id", "R1"}, {"from_m", "800"}, {"to_m", "300"}});
    builder.add(Role::roadWorks, {{"id", "W4"}, {"road_id", "nowhere"}});
    const District district = builder.linked();
    EXPECT_DOUBLE_EQ(workLengthKm(district, 0), 0.75);
    EXPECT_DOUBLE_EQ(workLengthKm(district, 1), 7);
    EXPECT_DOUBLE_EQ(workLengthKm(district, 2), 7) << "a stretch that ends before it begins says nothing";
    EXPECT_DOUBLE_EQ(workLengthKm(district, 3), 0);
}

GapRules cementRules() {
    GapRules rules;
    rules.cementBagKg = 50;
    rules.cementTonnesPerM3 = 0.3;
    return rules;
}

TEST(FollowUp, CementIsSummedInTonnesUpToTheDay) {
    DistrictBuilder builder = withRoad();
    builder.add(Role::roadWorks, {{"id", "W1"}, {"road_id", "R1"}, {"started_on", "2022-04-01"}, {"cement_ordered_t", "99"}});
    const auto delivered = [&](std::string_view date, std::string_view material, std::string_view received, std::string_view unit) {
        builder.add(
            Role::deliveries,
            {{"date", date}, {"material", material}, {"work_id", "W1"}, {"quantity_received", received}, {"quantity_unit", unit}});
    };
    delivered("2022-05-01", "xi măng PCB40", "200", "bao");
    delivered("2022-05-18", "Xi măng", "4", "tấn");
    delivered("2022-05-02", "xi măng", "500", "kg");
    delivered("2022-05-19", "xi măng", "100", "tấn");
    delivered("2022-05-01", "cát", "30", "tấn");
    const Cement cement = cementOfWorks(builder.linked(), meeting, cementRules()).at(0);
    ASSERT_TRUE(cement.receivedT);
    EXPECT_NEAR(*cement.receivedT, 10 + 4 + 0.5, 1e-9);
    EXPECT_EQ(cement.orderedT, 99) << "no delivery tells what was ordered, so the work itself does";
    EXPECT_EQ(cement.neededT, std::nullopt) << "nobody wrote how wide and thick it is";
}

TEST(FollowUp, CementNeededIsTheVolumeOfTheSlab) {
    DistrictBuilder builder = withRoad();
    builder.add(Role::roadWorks, {{"id", "W1"},
                                  {"road_id", "R1"},
                                  {"from_m", "0"},
                                  {"to_m", "1000"},
                                  {"target_pavement_width_m", "3"},
                                  {"thickness_m", "0.16"},
                                  {"cement_received_t", "7"}});
    const Cement cement = cementOfWorks(builder.linked(), meeting, cementRules()).at(0);
    EXPECT_NEAR(cement.neededT.value(), 1000 * 3 * 0.16 * 0.3, 1e-9);
    EXPECT_EQ(cement.receivedT, std::nullopt) << "a work that has not begun has received nothing";
}

TEST(FollowUp, LabourOfRecordsGoesBeforeThatOfTheHouse) {
    DistrictBuilder builder;
    builder.add(Role::houses, {{"id", "H1"}, {"labour_days_pledged", "40"}, {"labour_days_given", "9"}});
    builder.add(Role::houses, {{"id", "H2"}, {"labour_days_pledged", "30"}});
    builder.add(Role::labourDays, {{"date", "2022-05-01"}, {"house_id", "H1"}, {"days_given", "3"}});
    builder.add(Role::labourDays, {{"date", "2022-05-18"}, {"house_id", "H1"}, {"days_given", "4"}});
    builder.add(Role::labourDays, {{"date", "2022-06-01"}, {"house_id", "H1"}, {"days_given", "50"}});
    const std::vector<LabourDays> labour = labourOfHouses(builder.linked(), meeting);
    EXPECT_EQ(labour.at(0).given, 7);
    EXPECT_EQ(labour.at(0).pledged, 40);
    EXPECT_EQ(labour.at(1).pledged, 30);
    EXPECT_EQ(labour.at(1).given, std::nullopt) << "nothing said is not nothing given";
}

TEST(FollowUp, TheLatestReportOfEachItemSaysWhatIsLeft) {
    DistrictBuilder builder;
    builder.add(Role::houses, {{"id", "H1"}, {"unfinished_items", "mái, sân, bếp"}});
    builder.add(Role::houses, {{"id", "H2"}, {"unfinished_items", "sân"}});
    const auto report = [&](std::string_view item, std::string_view day, std::string_view percent, std::string_view plan) {
        builder.add(Role::houseItems,
                    {{"house_id", "H1"}, {"item", item}, {"reported_on", day}, {"percent_done", percent}, {"help_plan", plan}});
    };
    report("mái", "2022-05-01", "60", "đoàn viên giúp");
    report("mái", "2022-04-01", "90", "");
    report("mái", "2022-06-01", "100", "");
    report("sân", "2022-05-01", "20", "");
    report("bếp", "2022-05-01", "100", "");
    const std::vector<HouseItemsLeft> left = houseItemsLeft(builder.linked(), meeting);
    EXPECT_EQ(left.at(0).items, "mái 60 %, sân 20 %");
    EXPECT_FALSE(left.at(0).planned) << "for the yard there is no plan";
    EXPECT_EQ(left.at(1).items, "sân") << "no report: the list of houses tells";
}

TEST(FollowUp, CategoriesHoldWhileTheyAreInForce) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Nà Sáng"}});
    builder.add(Role::villages, {{"code", "101"}, {"name", "Bản Sản"}, {"commune_code", "1"}});
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "101"}, {"categories", "hộ cận nghèo"}});
    builder.add(Role::households, {{"id", "h2"}, {"village_code", "101"}, {"categories", "nghèo, người có công"}});
    builder.add(Role::households, {{"id", "h3"}, {"village_code", "101"}});
    builder.add(Role::householdCategories,
                {{"household_id", "h3"}, {"category", "hộ nghèo"}, {"valid_from", "2021-01-01"}, {"valid_to", "2022-05-18"}});
    builder.add(Role::householdCategories, {{"household_id", "h3"}, {"category", "cựu chiến binh"}, {"valid_from", "2022-05-18"}});
    const std::vector<HouseholdStatus> statuses = householdStatuses(builder.linked(), meeting);
    EXPECT_TRUE(statuses.at(0).nearPoor);
    EXPECT_FALSE(statuses.at(0).poor) << "near-poor is not poor";
    EXPECT_TRUE(statuses.at(1).poor);
    EXPECT_FALSE(statuses.at(1).nearPoor);
    EXPECT_TRUE(statuses.at(1).merit);
    EXPECT_FALSE(statuses.at(2).poor) << "the day it ends it holds no longer";
    EXPECT_TRUE(statuses.at(2).veteran);
}

TEST(FollowUp, TheLatestReviewSaysWhetherThereIsNeed) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Nà Sáng"}});
    builder.add(Role::villages, {{"code", "101"}, {"name", "Bản Sản"}, {"commune_code", "1"}});
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "101"}, {"categories", "khó khăn về nhà ở"}});
    const auto review = [&](std::string_view day, std::string_view need) {
        builder.add(Role::housingReviews, {{"household_id", "h1"}, {"reviewed_on", day}, {"housing_need", need}});
    };
    const auto need = [&] { return householdStatuses(builder.linked(), meeting).at(0).housingNeed; };
    EXPECT_TRUE(need());
    review("2022-05-01", "0");
    EXPECT_FALSE(need()) << "housed since";
    review("2022-04-01", "1");
    EXPECT_FALSE(need()) << "an earlier review comes later in the file";
    review("2022-05-10", "1");
    EXPECT_TRUE(need());
    review("2022-05-19", "0");
    EXPECT_TRUE(need()) << "not yet reviewed on the day";
}

TEST(FollowUp, TheSupportListHoldsUntilTheDayOfRemoval) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Nà Sáng"}});
    builder.add(Role::villages, {{"code", "101"}, {"name", "Bản Sản"}, {"commune_code", "1"}});
    for (const std::string_view id : {"h1", "h2", "h3", "h4"}) builder.add(Role::households, {{"id", id}, {"village_code", "101"}});
    builder.add(Role::supportList, {{"household_id", "h1"}, {"listed_on", "2022-05-18"}});
    builder.add(Role::supportList, {{"household_id", "h2"}, {"listed_on", "2022-01-01"}, {"removed_on", "2022-05-18"}});
    builder.add(Role::supportList, {{"household_id", "h3"}, {"listed_on", "2022-01-01"}, {"removed_on", "2022-05-19"}});
    builder.add(Role::supportList, {{"household_id", "h4"}});
    EXPECT_EQ(listedHouseholds(builder.linked(), meeting), (std::vector<bool>{true, false, true, false}));
}

TEST(FollowUp, ThePhaseOf2022IsKnownByItsYear) {
    DistrictBuilder builder;
    builder.add(Role::houses, {{"id", "H1"}, {"phase", "2022"}});
    builder.add(Role::houses, {{"id", "H2"}, {"phase", "2022-2025"}});
    builder.add(Role::houses, {{"id", "H3"}, {"phase", "2019-2021"}});
    builder.add(Role::houses, {{"id", "H4"}});
    const District district = builder.linked();
    std::vector<bool> of2022;
    for (std::size_t row = 0; row < 4; ++row) of2022.push_back(isOfPhase2022(district.table(Role::houses), row));
    EXPECT_EQ(of2022, (std::vector<bool>{true, true, false, false}));
}

} // namespace
} // namespace banlang
