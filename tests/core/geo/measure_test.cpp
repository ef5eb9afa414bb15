// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/geo/wkb.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace banlang {
namespace {

GeometryColumn polygon(std::string_view wkt) {
    return geometryFromWkt(GeometryKind::polygon, std::array{wkt});
}
GeometryColumn line(std::string_view wkt) {
    return geometryFromWkt(GeometryKind::line, std::array{wkt});
}

TEST(Measure, AreaLeavesOutHolesAndKeepsItsDigitsFarFromTheOrigin) {
    EXPECT_DOUBLE_EQ(areaM2(polygon("POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,4 2,4 4,2 4,2 2))"), 0), 96);
    EXPECT_NEAR(areaM2(polygon("POLYGON ((447210 2535100,447211 2535100,447211 2535101,447210 2535101,447210 2535100))"), 0), 1,
                1e-12);
}

TEST(Measure, LengthAddsAllParts) {
    EXPECT_DOUBLE_EQ(lengthM(line("MULTILINESTRING ((0 0,3 4),(10 10,10 12))"), 0), 7);
}

TEST(Measure, PointsInHolesAreOutside) {
    const auto ring = polygon("POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,4 2,4 4,2 4,2 2))");
    EXPECT_TRUE(contains(ring, 0, {1, 1}));
    EXPECT_FALSE(contains(ring, 0, {3, 3}));
    EXPECT_FALSE(contains(ring, 0, {11, 5}));
}

TEST(Measure, PointOnSurfaceLiesInsideEvenOfAHorseshoe) {
    const auto horseshoe = polygon("POLYGON ((0 0,10 0,10 10,8 10,8 2,2 2,2 10,0 10,0 0))");
    const auto point = pointOnSurface(horseshoe, 0);
    ASSERT_TRUE(point);
    EXPECT_TRUE(contains(horseshoe, 0, *point));
    EXPECT_FALSE(pointOnSurface(polygon("POLYGON EMPTY"), 0));
    EXPECT_FALSE(pointOnSurface(polygon("POLYGON ((0 0,5 5,0 0,0 0))"), 0));
}

TEST(Measure, NearestOnLineTellsChainageAndSide) {
    const auto road = line("LINESTRING (0 0,100 0,100 100)");
    const auto left = nearestOnLine(road, 0, {30, 5});
    ASSERT_TRUE(left);
    EXPECT_DOUBLE_EQ(left->distanceM, 5);
    EXPECT_DOUBLE_EQ(left->chainageM, 30);
    EXPECT_TRUE(left->left);
    const auto right = nearestOnLine(road, 0, {107, 60});
    EXPECT_DOUBLE_EQ(right->chainageM, 160);
    EXPECT_FALSE(right->left);
}

TEST(Measure, StretchOfALineKeepsItsBends) {
    EXPECT_EQ(toWkt(lineSubstring(line("LINESTRING (0 0,100 0,100 100)"), 0, 40, 150), 0, 0), "LINESTRING (40 0,100 0,100 50)");
    EXPECT_TRUE(lineSubstring(line("LINESTRING (0 0,100 0)"), 0, 200, 300).isEmpty(0));
}

TEST(Measure, RepresentativePointOfALineIsItsMiddle) {
    EXPECT_EQ(*representativePoint(line("LINESTRING (0 0,100 0,100 50)"), 0), (Point{75, 0}));
}

} // namespace
} // namespace banlang
