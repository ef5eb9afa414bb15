// SPDX-License-Identifier: MIT
#include "core/analysis/roads/candidate_criteria.h"
#include "core/analysis/roads/candidates.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace banlang {
namespace {

using test::contextOf;
using test::twoCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);

/// Commune seat at (100,100). An earth road leads on to village 2; a second, wide concrete road needs nothing.
District oneBadRoad() {
    auto builder = twoCommunes();
    builder.add(Role::roads,
                {{"id", "bad"},
                 {"name", "Bản Sản – Sủng Chang"},
                 {"class", "ĐTh"},
                 {"surface", "đất"},
                 {"bed_width_m", "3.2"},
                 {"condition", "xấu"},
                 {"commune_code", "00874"}},
                "LINESTRING (500 500,1500 500)");
    builder.add(
        Role::roads,
        {{"id", "good"}, {"class", "ĐX"}, {"surface", "bê tông xi măng"}, {"bed_width_m", "6.5"}, {"commune_code", "00874"}},
        "LINESTRING (0 500,500 500)");
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087402"}, {"categories", "nghèo"}}, "POINT (1400 540)");
    builder.add(Role::households, {{"id", "h2"}, {"village_code", "0087402"}}, "POINT (1450 450)");
    builder.add(Role::households, {{"id", "h3"}, {"village_code", "0087401"}}, "POINT (100 520)");
    District district = builder.unlinked();
    FeatureTable& communes = district.table(Role::communes);
    communes.columnNamed("centre_x_m")->numbers[0] = 100;
    communes.columnNamed("centre_y_m")->numbers[0] = 500;
    district.table(Role::villages).columnNamed("households")->numbers = {20, 64, 10};
    (void)linkDistrict(district);
    return district;
}

TEST(UpgradeCandidates, HoldOnlyRoadsThatNeedSomething) {
    const auto shared = upgradeCandidates(contextOf(oneBadRoad(), meeting));
    const auto& candidates = *shared;
    ASSERT_EQ(candidates.size(), 1U);
    EXPECT_EQ(candidates[0].id, "bad");
    EXPECT_EQ(candidates[0].rank, 1);
}

TEST(UpgradeCandidates, ShowTheirRawFigures) {
    const auto raw = upgradeCandidates(contextOf(oneBadRoad(), meeting))->at(0).raw;
    EXPECT_EQ(raw[householdsServed], 2);
    EXPECT_EQ(raw[poorShare], 0.5);
    EXPECT_NEAR(raw[widthGapM], 1.8, 1e-9);
    EXPECT_EQ(raw[unhardened], 1);
    EXPECT_EQ(raw[poorCondition], 0.75);
    EXPECT_EQ(raw[isolatedHouseholds], 0) << "village 2 stands on the road's own edge, its near end is reached";
    EXPECT_NEAR(raw[timeSavedMin], 1.0 / 15 * 60 - 1.0 / 25 * 60, 0.9) << "1 km at 15 and at 25 km/h";
}

TEST(UpgradeCandidates, AFinishedWorkTakesARoadOffTheList) {
    auto builder = twoCommunes();
    builder.add(Role::roads, {{"id", "bad"}, {"class", "ĐTh"}, {"surface", "đất"}}, "LINESTRING (500 500,1500 500)");
    builder.add(Role::roadWorks,
                {{"id", "w"}, {"road_id", "bad"}, {"kind", "nâng cấp"}, {"started_on", "1/1/2022"}, {"finished_on", "1/5/2022"}});
    EXPECT_TRUE(upgradeCandidates(contextOf(builder.linked(), meeting))->empty());
    EXPECT_EQ(upgradeCandidates(contextOf(builder.linked(), Date::fromYmd(2022, 4, 1)))->size(), 1U);
}

/// Three roads that differ in one thing each.
District threeRoads() {
    auto builder = twoCommunes();
    builder.add(Role::roads,
                {{"id", "narrow"}, {"class", "ĐTh"}, {"surface", "bê tông xi măng"}, {"bed_width_m", "2"}, {"condition", "tốt"}},
                "LINESTRING (0 0,10 0)");
    builder.add(Role::roads, {{"id", "earth"}, {"class", "ĐTh"}, {"surface", "đất"}, {"bed_width_m", "5"}, {"condition", "tốt"}},
                "LINESTRING (0 50,10 50)");
    builder.add(Role::roads,
                {{"id", "worn"}, {"class", "ĐTh"}, {"surface", "bê tông xi măng"}, {"bed_width_m", "4"}, {"condition", "rất xấu"}},
                "LINESTRING (0 90,10 90)");
    return builder.linked();
}

/// The best of the three by one criterion alone.
Candidate best(CriterionIndex criterion) {
    Weights weights{std::vector<double>(criterionCount, 0)};
    weights.values[criterion] = 1;
    return upgradeCandidates(contextOf(threeRoads(), meeting, shippedRules()->withWeights(weights)))->at(0);
}

TEST(UpgradeCandidates, FollowTheWeights) {
    EXPECT_EQ(best(widthGapM).id, "narrow");
    EXPECT_EQ(best(unhardened).id, "earth");
    EXPECT_EQ(best(poorCondition).id, "worn");
    EXPECT_EQ(best(widthGapM).reasons[0].vi, "nền hẹp hơn chuẩn 3,0 m");
}

TEST(UpgradeCandidates, TellHowSteadyTheirRankIs) {
    const auto candidates = upgradeCandidates(contextOf(threeRoads(), meeting));
    for (const Candidate& candidate : *candidates) {
        EXPECT_LE(candidate.bestRank, candidate.rank);
        EXPECT_GE(candidate.worstRank, candidate.rank);
        EXPECT_GE(candidate.score, 0);
        EXPECT_LE(candidate.score, 1);
    }
}

TEST(Weights, ReadsAFileAndRefusesUnknownNames) {
    const auto file = std::filesystem::temp_directory_path() / "banlang-weights-test.toml";
    std::ofstream(file) << "[weights]\nwidth_gap_m = 3\nhouseholds_served = 1.5\n";
    const auto weights = readWeights(file.string());
    ASSERT_TRUE(weights);
    EXPECT_EQ(weights->values[widthGapM], 3);
    EXPECT_EQ(weights->values[householdsServed], 1.5);
    EXPECT_EQ(weights->values[classImportance], 0);

    std::ofstream(file) << "[weights]\nbeauty = 3\n";
    const auto refused = readWeights(file.string());
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.en.find("beauty"), std::string::npos);
    EXPECT_NE(refused.error().hint.en.find("households_served"), std::string::npos);
    std::filesystem::remove(file);
    EXPECT_EQ(readWeights(file.string()).error().code, "file-missing");
}

} // namespace
} // namespace banlang
