// SPDX-License-Identifier: MIT
#include "core/geo/intersection_area.h"
#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "core/geo/simple_ring.h"
#include "core/geo/wkb.h"
#include "tests/support/soak_round.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace banlang {
namespace {

GeometryColumn polygon(std::string_view wkt) {
    return geometryFromWkt(GeometryKind::polygon, std::array{wkt});
}

double shared(std::string_view a, std::string_view b) {
    return intersectionAreaM2(polygon(a), 0, polygon(b), 0);
}

TEST(SharedArea, IsThatOfTheCommonGround) {
    constexpr std::string_view square = "POLYGON ((0 0,10 0,10 10,0 10,0 0))";
    EXPECT_NEAR(shared(square, "POLYGON ((5 5,15 5,15 15,5 15,5 5))"), 25, 1e-12);
    EXPECT_NEAR(shared(square, "POLYGON ((2 2,4 2,4 4,2 4,2 2))"), 4, 1e-12);
    EXPECT_NEAR(shared(square, square), 100, 1e-12);
    EXPECT_NEAR(shared(square, "POLYGON ((0 0,10 10,0 10,0 0))"), 50, 1e-12);
}

TEST(SharedArea, NeighboursAndStrangersShareNothing) {
    constexpr std::string_view square = "POLYGON ((0 0,10 0,10 10,0 10,0 0))";
    EXPECT_NEAR(shared(square, "POLYGON ((10 0,20 0,20 10,10 10,10 0))"), 0, 1e-12);
    EXPECT_EQ(shared(square, "POLYGON ((30 0,40 0,40 10,30 10,30 0))"), 0);
    EXPECT_EQ(shared(square, "POLYGON EMPTY"), 0);
}

TEST(SharedArea, HolesAndPartsCount) {
    constexpr std::string_view frame = "POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2))";
    EXPECT_NEAR(shared(frame, "POLYGON ((0 0,5 0,5 5,0 5,0 0))"), 25 - 9, 1e-12);
    EXPECT_NEAR(shared(frame, "POLYGON ((3 3,7 3,7 7,3 7,3 3))"), 0, 1e-12);
    EXPECT_NEAR(shared(frame, "MULTIPOLYGON (((0 0,1 0,1 1,0 1,0 0)),((9 9,12 9,12 12,9 12,9 9)))"), 2, 1e-12);
}

/// A star-shaped ring round a place with northings of seven digits.
GeometryColumn randomRing(std::mt19937& random) {
    std::uniform_real_distribution<double> radius(5, 50);
    std::uniform_real_distribution<double> shift(0, 40);
    const Point centre{447'000 + shift(random), 2'535'000 + shift(random)};
    GeometryColumn column;
    column.kind = GeometryKind::polygon;
    constexpr int corners = 11;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        const double r = radius(random);
        column.addPoint({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    column.endRing();
    column.endPart();
    column.endFeature();
    return column;
}

TEST(SharedArea, AgreesWithTheAreaOfTheIntersection) {
    std::mt19937 random(7 + test::soakRound());
    for (int i = 0; i < 200; ++i) {
        const GeometryColumn a = randomRing(random);
        const GeometryColumn b = randomRing(random);
        EXPECT_NEAR(intersectionAreaM2(a, 0, b, 0), areaM2(intersection(a, 0, b, 0), 0), 1e-4) << toWkt(a, 0) << toWkt(b, 0);
    }
}

TEST(SimpleRing, NeverCallsABrokenRingValid) {
    EXPECT_TRUE(isTriviallyValid(polygon("POLYGON ((0 0,10 0,10 10,0 10,0 0))"), 0));
    EXPECT_FALSE(isTriviallyValid(polygon("POLYGON ((0 0,10 10,10 0,0 10,0 0))"), 0));
    EXPECT_FALSE(isTriviallyValid(polygon("POLYGON ((0 0,10 0,20 0,10 0,10 10,0 10,0 0))"), 0)) << "a spike";
    EXPECT_FALSE(isTriviallyValid(polygon("POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,2 8,8 8,2 2))"), 0)) << "holes are for GEOS";
}

} // namespace
} // namespace banlang
