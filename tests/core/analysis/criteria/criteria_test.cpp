// SPDX-License-Identifier: MIT
#include "core/analysis/criteria/criteria.h"
#include "core/analysis/criteria/criteria_villages.h"
#include "core/base/shipped_data.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::contextOf;
using test::DistrictBuilder;
using test::rulesOf;
using test::twoCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);

CriteriaAnswer answerOf(const DistrictBuilder& builder, Date asOf = meeting, const RuleTexts& rules = {}) {
    const District district = builder.linked();
    const auto answer = communeCriteria(contextOf(district, asOf, rulesOf(rules)));
    if (!answer) throw std::runtime_error(describe(answer.error(), Language::english));
    return **answer;
}

void addResult(DistrictBuilder& builder, std::string_view criterion, std::string_view date, std::string_view result,
               std::string_view set = "318/QĐ-TTg 2022") {
    builder.add(Role::criteria,
                {{"unit_code", "00874"}, {"criterion", criterion}, {"set_version", set}, {"date", date}, {"result", result}});
}

TEST(CriterionResult, IsReadAsOfficesWriteIt) {
    EXPECT_EQ(readCriterionResult("đạt"), CriterionState::met);
    EXPECT_EQ(readCriterionResult("Đạt"), CriterionState::met);
    EXPECT_EQ(readCriterionResult("x"), CriterionState::met);
    EXPECT_EQ(readCriterionResult("Chưa đạt"), CriterionState::notMet);
    EXPECT_EQ(readCriterionResult("không đạt"), CriterionState::notMet);
    EXPECT_EQ(readCriterionResult("not met"), CriterionState::notMet);
    EXPECT_EQ(readCriterionResult("đạt nhưng chưa bền vững"), CriterionState::metNotLasting);
    EXPECT_EQ(readCriterionResult(""), CriterionState::noResult);
    EXPECT_EQ(readCriterionResult("đang thẩm định"), CriterionState::noResult);
}

TEST(CommuneCriteria, TheLatestResultUpToTheDayCounts) {
    DistrictBuilder builder = twoCommunes();
    addResult(builder, "1", "2022-04-01", "chưa đạt");
    addResult(builder, "1", "2022-05-01", "đạt");
    addResult(builder, "1", "2022-06-01", "chưa đạt");
    addResult(builder, "2. Giao thông", "2022-04-01", "đạt nhưng chưa bền vững");
    const CriteriaAnswer answer = answerOf(builder);
    ASSERT_EQ(answer.communes.size(), 2U);
    const CommuneCriteria& commune = answer.communes[0];
    EXPECT_EQ(commune.criteria[0].state, CriterionState::met);
    EXPECT_EQ(commune.criteria[0].date, Date::fromYmd(2022, 5, 1));
    EXPECT_EQ(commune.criteria[1].state, CriterionState::metNotLasting);
    EXPECT_EQ(commune.count(CriterionState::met), 1U);
    EXPECT_EQ(commune.count(CriterionState::noResult), 17U);
    EXPECT_FALSE(answer.communes[1].hasResult());
    EXPECT_EQ(answerOf(builder, Date::fromYmd(2022, 6, 1)).communes[0].criteria[0].state, CriterionState::notMet);
}

TEST(RoadRatio, IsComparedOnlyWithWhatWasReported) {
    RoadRatio ratio;
    ratio.percent = 72;
    EXPECT_EQ(ratio.aboveReported(), std::nullopt);
    ratio.reportedPercent = 80;
    EXPECT_EQ(ratio.aboveReported(), -8);
}

TEST(CommuneCriteria, AStatusOfAnotherSetDoesNotCount) {
    DistrictBuilder builder = twoCommunes();
    addResult(builder, "1", "2022-05-01", "đạt", "1980/QĐ-TTg 2016");
    addResult(builder, "2", "2021-12-01", "đạt", ""); // the set in force on that day was the earlier one
    addResult(builder, "3", "2022-04-01", "đạt", "");
    addResult(builder, "4", "2021-12-20", "đạt", "318/QĐ-TTg"); // named, although earlier than the set
    addResult(builder, "5", "2022-04-01", "đạt", "bộ của tỉnh");
    const CommuneCriteria commune = answerOf(builder).communes[0];
    EXPECT_EQ(commune.criteria[0].state, CriterionState::noResult);
    EXPECT_EQ(commune.criteria[1].state, CriterionState::noResult);
    EXPECT_EQ(commune.criteria[2].state, CriterionState::met);
    EXPECT_EQ(commune.criteria[3].state, CriterionState::met);
    EXPECT_EQ(commune.criteria[4].state, CriterionState::noResult);
    EXPECT_EQ(commune.otherSetResults, 3U);
    EXPECT_EQ(answerOf(builder, Date::fromYmd(2026, 3, 1)).communes[0].count(CriterionState::met), 0U);
}

TEST(CommuneCriteria, WhatIsAllocatedAndNotMetIsDue) {
    DistrictBuilder builder = twoCommunes();
    addResult(builder, "1", "2022-05-01", "đạt");
    addResult(builder, "2", "2022-05-01", "chưa đạt");
    const auto due = [&](std::string_view criterion, std::string_view year, std::string_view owner) {
        builder.add(Role::criteriaDue, {{"unit_code", "00874"}, {"criterion", criterion}, {"due_year", year}, {"owner", owner}});
    };
    due("1", "2022", "Phòng Kinh tế");
    due("2", "2022", "Phòng Kinh tế - Hạ tầng");
    due("3", "2023", "Phòng Nông nghiệp");
    due("4", "2021", "Điện lực");
    due("5", "2021", "Phòng Giáo dục");
    due("5", "2024", "Phòng Giáo dục"); // put off
    const CommuneCriteria commune = answerOf(builder).communes[0];
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < commune.criteria.size(); ++i) {
        if (commune.criteria[i].dueNotMet(2022)) open.push_back(i + 1);
    }
    EXPECT_EQ(open, (std::vector<std::size_t>{2, 4}));
    EXPECT_EQ(commune.criteria[1].owner, "Phòng Kinh tế - Hạ tầng");
    EXPECT_EQ(commune.criteria[4].dueYear, 2024);
}

/// A kilometre of commune road, half of it concreted by a work; a village road of concrete beside it.
DistrictBuilder withRoads() {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::roads, {{"id", "R1"}, {"class", "ĐX"}, {"surface", "cấp phối"}, {"commune_code", "00874"}},
                "LINESTRING (0 100,1000 100)");
    builder.add(Role::roads, {{"id", "R2"}, {"class", "ĐX"}, {"surface", "bê tông xi măng"}, {"commune_code", "00874"}},
                "LINESTRING (0 200,600 200)");
    builder.add(Role::roads, {{"id", "R3"}, {"class", "ĐX"}, {"commune_code", "00874"}}, "LINESTRING (0 300,400 300)");
    builder.add(Role::roads, {{"id", "R4"}, {"class", "NX"}, {"surface", "đất"}, {"all_season", "1"}, {"commune_code", "00874"}},
                "LINESTRING (0 400,500 400)");
    builder.add(
        Role::roadWorks,
        {{"id", "W1"}, {"road_id", "R1"}, {"kind", "Nâng cấp"}, {"from_m", "200"}, {"to_m", "600"}, {"finished_on", "2022-05-10"}});
    builder.add(Role::roadWorks, {{"id", "W2"},
                                  {"road_id", "R1"},
                                  {"kind", "bê tông hóa"},
                                  {"from_m", "500"},
                                  {"to_m", "700"},
                                  {"finished_on", "2022-05-11"}});
    builder.add(
        Role::roadWorks,
        {{"id", "W3"}, {"road_id", "R1"}, {"kind", "mở mới"}, {"from_m", "0"}, {"to_m", "1000"}, {"finished_on", "2022-05-11"}});
    return builder;
}

TEST(RoadRatios, LengthByClassWithFinishedWorksCountedFromTheirDayOn) {
    const auto roads = answerOf(withRoads()).communes[0].roads;
    ASSERT_EQ(roads.size(), 4U);
    EXPECT_EQ(roads[0].no, "2.1");
    EXPECT_DOUBLE_EQ(roads[0].totalKm, 2.0);
    EXPECT_DOUBLE_EQ(roads[0].countingKm, 1.1); // 600 m of concrete and chainages 200 to 700
    EXPECT_DOUBLE_EQ(*roads[0].percent, 55);
    EXPECT_DOUBLE_EQ(roads[0].unknownSurfaceKm, 0.4);
    EXPECT_EQ(roads[0].kmToHarden, std::nullopt);
    EXPECT_DOUBLE_EQ(answerOf(withRoads(), Date::fromYmd(2022, 5, 9)).communes[0].roads[0].countingKm, 0.6);
}

TEST(RoadRatios, LanesThatCanBeUsedAllYearCountAndACommuneWithoutSuchRoadsHasNoShare) {
    const CriteriaAnswer answer = answerOf(withRoads());
    EXPECT_DOUBLE_EQ(*answer.communes[0].roads[2].percent, 100);
    EXPECT_EQ(answer.communes[0].roads[1].percent, std::nullopt);
    EXPECT_EQ(answer.communes[1].roads[0].percent, std::nullopt);
}

TEST(RoadRatios, WithAThresholdTellWhatIsStillToBeHardenedBesideWhatWasReported) {
    RuleTexts rules;
    std::string& own = rules.own["criteria_2022.toml"];
    own = shippedData("criteria_2022.toml");
    own.replace(own.find("# threshold = ..."), 17, "threshold = 80");
    DistrictBuilder builder = withRoads();
    builder.add(Role::criteria,
                {{"unit_code", "00874"}, {"criterion", "2.1"}, {"date", "2022-04-30"}, {"value", "70"}, {"result", "chưa đạt"}});
    const RoadRatio road = answerOf(builder, meeting, rules).communes[0].roads[0];
    EXPECT_NEAR(*road.kmToHarden, 0.5, 1e-12); // 80 % of 2 km less 1.1 km
    EXPECT_FALSE(road.thresholdVerified);
    EXPECT_EQ(road.reportedPercent, 70);
    EXPECT_EQ(road.reportedOn, Date::fromYmd(2022, 4, 30));
}

TEST(ModelVillages, ListWhatIsMissingByTheLatestJudgement) {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::modelVillages, {{"village_code", "0087401"}, {"registered_on", "2022-02-01"}});
    builder.add(Role::modelVillages, {{"village_code", "0087701"}, {"registered_on", "2022-06-01"}});
    builder.add(Role::meetings, {{"date", "2022-03-01"}, {"village_code", "0087401"}});
    const auto judge = [&](std::string_view item, std::string_view date, std::string_view result) {
        builder.add(Role::checklists, {{"village_code", "0087401"}, {"item", item}, {"date", date}, {"result", result}});
    };
    judge("1.1", "2022-04-01", "chưa đạt");
    judge("1.1", "2022-05-01", "đạt");
    judge("Sản phẩm an toàn", "2022-05-01", "đạt");
    judge("5.1", "2022-05-01", "chưa đạt");
    judge("2.1", "2022-06-01", "đạt"); // after the day
    const ModelVillageRules& rules = shippedRules()->modelVillages;
    EXPECT_FALSE(rules.verified);
    const auto shared = modelVillages(contextOf(builder.linked(), meeting));
    const auto& villages = *shared;
    ASSERT_EQ(villages.size(), 1U);
    EXPECT_EQ(villages[0].code, "0087401");
    EXPECT_EQ(villages[0].meetingOn, Date::fromYmd(2022, 3, 1));
    EXPECT_EQ(villages[0].met, 2U);
    EXPECT_EQ(villages[0].judged, 3U);
    EXPECT_DOUBLE_EQ(villages[0].weightPercent, 20);
    EXPECT_EQ(villages[0].missing.size(), rules.items.size() - 2);
    EXPECT_FALSE(villages[0].passes);
}

} // namespace
} // namespace banlang
