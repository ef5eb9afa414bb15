// SPDX-License-Identifier: MIT
#include "core/geo/crs.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace banlang {
namespace {

CrsTransform between(int from, int to) {
    return std::move(*CrsTransform::between(*Crs::fromEpsg(from), *Crs::fromEpsg(to)));
}

constexpr double toleranceM = 0.002;
constexpr double metresPerDegree = 111'320;

struct ControlPoint {
    double east, north, lonDeg, latDeg;
};
constexpr std::array<ControlPoint, 3> tm3Control{{
    {500000, 2523000, 105.5019071927, 22.8068216921},
    {446427, 2524553, 104.9799985603, 22.8199984426},
    {400000, 2500000, 104.5293089281, 22.5961720453},
}};

TEST(CrsTransform, TakesVn2000ToWgs84WithinTwoMillimetres) {
    const CrsTransform transform = between(9209, 4326);
    for (const auto& [east, north, lonDeg, latDeg] : tm3Control) {
        const Point found = transform.apply(Point{east, north});
        EXPECT_NEAR((found.x - lonDeg) * metresPerDegree * std::cos(latDeg * M_PI / 180), 0, toleranceM);
        EXPECT_NEAR((found.y - latDeg) * metresPerDegree, 0, toleranceM);
    }
}

TEST(CrsTransform, TakesWgs84ToVn2000WithinTwoMillimetres) {
    const CrsTransform transform = between(4326, 9209);
    constexpr std::array<ControlPoint, 3> control{{
        {448472.658050, 2522331.429334, 105.0, 22.8},
        {381201.482005, 2452936.906677, 104.35, 22.17},
        {506959.252482, 2587579.267385, 105.57, 23.39},
    }};
    for (const auto& [east, north, lonDeg, latDeg] : control) {
        const Point found = transform.apply(Point{lonDeg, latDeg});
        EXPECT_NEAR(found.x, east, toleranceM);
        EXPECT_NEAR(found.y, north, toleranceM);
    }
}

TEST(CrsTransform, NeverTakesTheTransformationOfTheMekongDelta) {
    // Cần Thơ lies where PROJ would choose operation 5194, 0.8 m away. 6960 keeps the same shift as in the north.
    const CrsTransform there = between(4756, 4326);
    const Point south = there.apply(Point{105.78, 10.03});
    EXPECT_NEAR((south.x - 105.78) * metresPerDegree * std::cos(10.03 * M_PI / 180), 193.0, 5.0);
    const CrsTransform back = between(4326, 4756);
    const Point again = back.apply(south);
    EXPECT_NEAR((again.x - 105.78) * metresPerDegree, 0, toleranceM);
    EXPECT_NEAR((again.y - 10.03) * metresPerDegree, 0, toleranceM);
}

TEST(CrsTransform, IsRefusedWhereTheOperationCannotBeSetUp) {
    // PROJ takes no cone whose two parallels lie opposite each other; a grid of VN-2000 all the same.
    const auto cone = Crs::fromWkt(
        R"(PROJCS["Cone",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic_2SP"],PARAMETER["standard_parallel_1",20.0],PARAMETER["standard_parallel_2",-20.0],PARAMETER["latitude_of_origin",0.0],PARAMETER["central_meridian",105.0],PARAMETER["false_easting",0.0],PARAMETER["false_northing",0.0],UNIT["Meter",1.0]])");
    ASSERT_TRUE(cone);
    for (const auto& transform :
         {CrsTransform::between(*cone, *Crs::fromEpsg(wgs84Epsg)), CrsTransform::between(*Crs::fromEpsg(wgs84Epsg), *cone)}) {
        ASSERT_FALSE(transform);
        EXPECT_EQ(transform.error().code, "crs-no-operation");
    }
}

TEST(CrsTransform, ChangesBetweenMeridiansOfOneDatum) {
    const CrsTransform there = between(9209, 9211);
    const CrsTransform back = between(9211, 9209);
    const Point again = back.apply(there.apply(Point{446427, 2524553}));
    EXPECT_NEAR(again.x, 446427, toleranceM);
    EXPECT_NEAR(again.y, 2524553, toleranceM);
}

TEST(CrsTransform, MarksPointsThatHaveNoPlace) {
    std::array<double, 4> xy{400000, 2500000, std::nan(""), 0};
    EXPECT_EQ(between(9209, 4326).apply(std::span<double>(xy)), 1U);
    EXPECT_NEAR(xy[0], 104.5293089281, 1e-8);
    EXPECT_TRUE(std::isnan(xy[2]));
}

TEST(Crs, KnowsItsCodeFromAShapefilesDefinition) {
    const auto crs = Crs::fromWkt(
        R"(PROJCS["VN-2000 / TM-3 105-30",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.5],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])");
    ASSERT_TRUE(crs);
    EXPECT_EQ(crs->epsg(), 9209);
    EXPECT_FALSE(crs->geographic());
}

TEST(Crs, RefusesAnUnknownCodeInBothLanguages) {
    const auto crs = Crs::fromEpsg(999999);
    ASSERT_FALSE(crs);
    EXPECT_EQ(crs.error().code, "crs-unknown");
    EXPECT_NE(crs.error().message.vi, "");
    EXPECT_NE(crs.error().message.en, "");
}

} // namespace
} // namespace banlang
