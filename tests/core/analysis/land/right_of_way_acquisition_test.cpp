// SPDX-License-Identifier: MIT
#include "core/analysis/land/right_of_way_acquisition.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::contextOf;
using test::DistrictBuilder;
using test::twoCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);

/// A road of 100 m and 3 m bed that must become 5 m: one metre on each side. Parcel 1 lies north of its first half, 2 of its
/// second, 3 south of all of it, 4 far away.
DistrictBuilder widening() {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::roads, {{"id", "r1"}, {"class", "ĐTh"}, {"bed_width_m", "3"}, {"commune_code", "00874"}},
                "LINESTRING (100 500,200 500)");
    builder.add(
        Role::roadWorks,
        {{"id", "w1"}, {"road_id", "r1"}, {"kind", "nâng cấp"}, {"target_bed_width_m", "5"}, {"planned_start", "1/3/2022"}});
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "1"}, {"number", "1"}},
                "POLYGON ((100 500,150 500,150 540,100 540,100 500))");
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "1"}, {"number", "2"}},
                "POLYGON ((150 500,200 500,200 540,150 540,150 500))");
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "1"}, {"number", "3"}},
                "POLYGON ((100 500,100 460,200 460,200 500,100 500))");
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "1"}, {"number", "4"}},
                "POLYGON ((100 600,200 600,200 640,100 640,100 600))");
    return builder;
}

RoadAcquisition only(const District& district, Date asOf = meeting) {
    const auto acquisitions = rightOfWayAcquisition(contextOf(district, asOf));
    EXPECT_EQ(acquisitions->size(), 1U);
    return acquisitions->front();
}

TEST(LandTake, MeasuresWhatEachParcelHasToGive) {
    const RoadAcquisition acquisition = only(widening().linked());
    ASSERT_EQ(acquisition.parcels.size(), 3U);
    EXPECT_NEAR(acquisition.neededM2, 200, 1e-6) << "100 m, one metre on each side";
    double south = 0;
    double north = 0;
    for (const ParcelAcquisition& parcel : acquisition.parcels) (parcel.left ? north : south) += parcel.areaM2;
    EXPECT_NEAR(north, 100, 1e-6);
    EXPECT_NEAR(south, 100, 1e-6);
    EXPECT_NEAR(acquisition.outstandingM2, 200, 1e-6);
    EXPECT_FALSE(acquisition.anyDonationRecord);
}

TEST(LandTake, TellsWhenTheLastOfAParcelWasGiven) {
    DistrictBuilder builder = widening();
    const auto give = [&](const char* id, const char* number, const char* column, const char* day) {
        builder.add(Role::donations, {{"id", id},
                                      {"commune_code", "00874"},
                                      {"sheet", "1"},
                                      {"number", number},
                                      {"road_id", "r1"},
                                      {"declared_area_m2", "10"},
                                      {column, day}});
    };
    give("a", "1", "donated_on", "3/3/2022");
    give("b", "1", "donated_on", "20/4/2022");
    give("c", "1", "donated_on", "20/6/2022"); // after the day asked for
    give("d", "2", "pledged_on", "1/2/2022");
    for (const ParcelAcquisition& parcel : only(builder.linked()).parcels)
        EXPECT_EQ(toIso(parcel.givenOn), parcel.parcel == 0 ? "2022-04-20" : "") << parcel.parcel;
}

TEST(LandTake, TellsWhereAlongTheRoadTheLandLies) {
    const RoadAcquisition acquisition = only(widening().linked());
    for (const ParcelAcquisition& parcel : acquisition.parcels) {
        if (parcel.parcel != 1) continue;
        EXPECT_NEAR(parcel.fromM, 50, 1e-6);
        EXPECT_NEAR(parcel.toM, 100, 1e-6);
    }
}

TEST(LandTake, PartsAddUpAndNothingCountsTwice) {
    auto builder = widening();
    builder.add(Role::donations, {{"id", "d1"},
                                  {"commune_code", "00874"},
                                  {"sheet", "1"},
                                  {"number", "1"},
                                  {"road_id", "r1"},
                                  {"declared_area_m2", "80"},
                                  {"donated_on", "1/4/2022"}});
    builder.add(Role::donations, {{"id", "d2"},
                                  {"commune_code", "00874"},
                                  {"sheet", "1"},
                                  {"number", "2"},
                                  {"road_id", "r1"},
                                  {"declared_area_m2", "20"},
                                  {"pledged_on", "1/4/2022"}});
    builder.add(Role::donations, {{"id", "d3"},
                                  {"commune_code", "00874"},
                                  {"sheet", "1"},
                                  {"number", "3"},
                                  {"road_id", "r1"},
                                  {"declared_area_m2", "40"},
                                  {"donated_on", "1/6/2022"}});
    const RoadAcquisition acquisition = only(builder.linked());
    EXPECT_NEAR(acquisition.donatedM2, 50, 1e-6) << "80 m² declared, 50 needed from that parcel";
    EXPECT_NEAR(acquisition.pledgedM2, 20, 1e-6);
    EXPECT_NEAR(acquisition.outstandingM2, 130, 1e-6) << "the donation of June has not happened yet";
    EXPECT_NEAR(acquisition.donatedM2 + acquisition.pledgedM2 + acquisition.outstandingM2, acquisition.neededM2, 1e-9);
    EXPECT_EQ(acquisition.byStateM2, (AreaByState{0, acquisition.donatedM2, acquisition.pledgedM2, acquisition.outstandingM2}));
    EXPECT_TRUE(acquisition.anyDonationRecord);
    EXPECT_EQ(acquisition.parcels[0].state, LandState::donated);
}

TEST(LandTake, TheWidthAskedForRules) {
    const auto acquisitions = rightOfWayAcquisition(contextOf(widening().linked(), meeting), {0U, 7.0});
    ASSERT_EQ(acquisitions.size(), 1U);
    EXPECT_NEAR(acquisitions[0].neededM2, 400, 1e-6);
    EXPECT_EQ(rightOfWayAcquisition(contextOf(widening().linked(), meeting), {0U, 2.0})[0].neededM2, 0) << "wide enough already";
}

TEST(LandTake, ClassesHaveTheWidthsOfTheShippedFile) {
    EXPECT_EQ(shippedRules()->roads.of("ĐTh").bedWidthM, 5.0);
    EXPECT_EQ(shippedRules()->roads.of("đường mòn").bedWidthM, std::nullopt);
}

} // namespace
} // namespace banlang
