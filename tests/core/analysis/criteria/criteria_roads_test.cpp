// SPDX-License-Identifier: MIT
#include "core/analysis/criteria/criteria_roads.h"
#include "core/analysis/rules/criteria_sets.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::contextOf;
using test::DistrictBuilder;
using test::twoCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);

/// One indicator: commune roads that are hardened, 80 percent asked from 2021 on.
CriteriaSet setOf(RoadMeasure measure) {
    CriteriaSet set;
    set.hardeningWorks = {"nâng cấp", "bê tông"};
    CriteriaIndicator yesOrNo;
    yesOrNo.no = "1.1";
    CriteriaIndicator roads;
    roads.no = "2.1";
    roads.road = std::move(measure);
    roads.thresholds = {{2021, 80}};
    Criterion criterion;
    criterion.indicators = {yesOrNo, roads};
    set.criteria = {criterion};
    return set;
}

RoadRatio ratioOf(const DistrictBuilder& builder, const RoadMeasure& measure = {{"ĐX"}}, Date asOf = meeting) {
    const District district = builder.linked();
    const auto ratios = roadRatios(contextOf(district, asOf), setOf(measure));
    if (ratios.size() != 2 || ratios[0].size() != 1) throw std::runtime_error("one indicator of two communes was asked");
    return ratios[0][0];
}

/// A commune road of one kilometre.
DistrictBuilder withRoad(std::string_view surface) {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::roads, {{"id", "R1"}, {"class", "ĐX"}, {"surface", surface}, {"commune_code", "00874"}},
                "LINESTRING (0 500,1000 500)");
    return builder;
}

void addWork(DistrictBuilder& builder, std::string_view id, std::string_view kind, std::string_view fromM, std::string_view toM,
             std::string_view finished) {
    builder.add(Role::roadWorks,
                {{"id", id}, {"road_id", "R1"}, {"kind", kind}, {"from_m", fromM}, {"to_m", toM}, {"finished_on", finished}});
}

TEST(CriteriaRoads, WithoutRoadsThereIsNoPercent) {
    const RoadRatio ratio = ratioOf(twoCommunes());
    EXPECT_EQ(ratio.no, "2.1");
    EXPECT_EQ(ratio.totalKm, 0);
    EXPECT_FALSE(ratio.percent);
}

TEST(CriteriaRoads, ARoadCountsWholeForTheCommuneItIsLinkedTo) {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::roads, {{"id", "R1"}, {"class", "ĐX"}, {"surface", "bê tông xi măng"}, {"commune_code", "00874"}},
                "LINESTRING (1500 500,2500 500)"); // runs on into the next commune
    builder.add(Role::roads, {{"id", "R2"}, {"class", "ĐX"}, {"surface", "đất"}, {"commune_code", "00874"}},
                "LINESTRING (0 500,3000 500)");
    builder.add(Role::roads, {{"id", "R3"}, {"class", "NX"}, {"surface", "đất"}, {"commune_code", "00874"}},
                "LINESTRING (0 600,1000 600)");
    const RoadRatio ratio = ratioOf(builder);
    EXPECT_DOUBLE_EQ(ratio.totalKm, 4) << "lanes are not asked about";
    EXPECT_DOUBLE_EQ(ratio.countingKm, 1);
    EXPECT_DOUBLE_EQ(ratio.percent.value(), 25);
    EXPECT_EQ(ratio.thresholdPercent, 80);
    EXPECT_NEAR(ratio.kmToHarden.value(), 0.8 * 4 - 1, 1e-12);
}

TEST(CriteriaRoads, StretchesOfFinishedWorksAreCountedOnceEach) {
    DistrictBuilder builder = withRoad("cấp phối");
    addWork(builder, "W1", "Nâng cấp", "200", "600", "2022-05-10");
    addWork(builder, "W2", "BÊ TÔNG hóa", "500", "700", "2022-05-18");
    addWork(builder, "W3", "Nâng cấp", "700", "900", "2022-05-19"); // not by then
    addWork(builder, "W4", "dọn cỏ", "0", "1000", "2022-05-01");
    EXPECT_DOUBLE_EQ(ratioOf(builder).countingKm, 0.5);
    EXPECT_DOUBLE_EQ(ratioOf(builder, {{"ĐX"}}, Date::fromYmd(2022, 5, 19)).countingKm, 0.7);
    EXPECT_DOUBLE_EQ(ratioOf(builder, {{"ĐX"}}, Date::fromYmd(2022, 5, 1)).countingKm, 0);
}

TEST(CriteriaRoads, AStretchNeverReachesBeyondItsRoad) {
    DistrictBuilder builder = withRoad("đất");
    addWork(builder, "W1", "Nâng cấp", "800", "5000", "2022-05-10");
    EXPECT_DOUBLE_EQ(ratioOf(builder).countingKm, 0.2);
    addWork(builder, "W2", "Nâng cấp", "3000", "4000", "2022-05-10");
    EXPECT_DOUBLE_EQ(ratioOf(builder).countingKm, 0.2);
    builder.add(Role::roadWorks, {{"id", "W3"}, {"road_id", "R1"}, {"kind", "bê tông"}, {"finished_on", "2022-05-10"}});
    EXPECT_DOUBLE_EQ(ratioOf(builder).countingKm, 1) << "a work without chainages did the whole road";
}

TEST(CriteriaRoads, ARoadThatIsHardenedGainsNothingFromItsWorks) {
    DistrictBuilder builder = withRoad("bê tông nhựa");
    addWork(builder, "W1", "Nâng cấp", "200", "600", "2022-05-10");
    EXPECT_DOUBLE_EQ(ratioOf(builder).countingKm, 1);
}

TEST(CriteriaRoads, WhatIsNotKnownIsSaidAndDoesNotCount) {
    DistrictBuilder builder = withRoad("");
    addWork(builder, "W1", "Nâng cấp", "0", "300", "2022-05-10");
    const RoadRatio ratio = ratioOf(builder);
    EXPECT_DOUBLE_EQ(ratio.countingKm, 0.3);
    EXPECT_DOUBLE_EQ(ratio.unknownSurfaceKm, 0.7) << "the stretch of the work is known";
    EXPECT_EQ(ratioOf(withRoad("đất")).unknownSurfaceKm, 0);
}

TEST(CriteriaRoads, AllSeasonCountsOnlyWhereItIsAsked) {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::roads, {{"id", "R1"}, {"class", "NX"}, {"surface", "đất"}, {"all_season", "1"}, {"commune_code", "00874"}},
                "LINESTRING (0 500,1000 500)");
    builder.add(Role::roads, {{"id", "R2"}, {"class", "NX"}, {"all_season", "0"}, {"commune_code", "00874"}},
                "LINESTRING (0 600,1000 600)");
    const RoadRatio hardened = ratioOf(builder, {{"NX"}, true, false});
    EXPECT_EQ(hardened.countingKm, 0);
    EXPECT_DOUBLE_EQ(hardened.unknownSurfaceKm, 1);
    const RoadRatio usable = ratioOf(builder, {{"NX"}, true, true});
    EXPECT_DOUBLE_EQ(usable.countingKm, 1);
    EXPECT_EQ(usable.unknownSurfaceKm, 0) << "somebody said that it cannot be used all year";
}

TEST(CriteriaRoads, NothingIsToHardenWhereTheThresholdIsReachedOrNotSet) {
    DistrictBuilder builder = withRoad("bê tông xi măng");
    EXPECT_EQ(ratioOf(builder).kmToHarden, 0.0);
    const RoadRatio before = ratioOf(builder, {{"ĐX"}}, Date::fromYmd(2020, 5, 18));
    EXPECT_FALSE(before.thresholdPercent);
    EXPECT_FALSE(before.kmToHarden);
}

} // namespace
} // namespace banlang
