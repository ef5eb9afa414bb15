// SPDX-License-Identifier: MIT
#include "core/geo/detail/geos.h"
#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "core/geo/wkb.h"

#include <gtest/gtest.h>

#include <array>

namespace banlang {
namespace {

GeometryColumn polygon(std::string_view wkt) {
    return geometryFromWkt(GeometryKind::polygon, std::array{wkt});
}

TEST(Overlay, CorridorOfAStraightRoadIsARectangle) {
    const auto road = geometryFromWkt(GeometryKind::line, std::array<std::string_view, 1>{"LINESTRING (0 0,100 0)"});
    EXPECT_NEAR(areaM2(corridor(road, 0, 2.5), 0), 500, 1e-9);
}

TEST(Overlay, IntersectionAndDifferenceAddUp) {
    const auto parcel = polygon("POLYGON ((10 -10,20 -10,20 10,10 10,10 -10))");
    const auto strip = polygon("POLYGON ((0 -2,100 -2,100 2,0 2,0 -2))");
    EXPECT_NEAR(areaM2(intersection(parcel, 0, strip, 0), 0), 40, 1e-9);
    EXPECT_NEAR(areaM2(difference(parcel, 0, strip, 0), 0), 160, 1e-9);
}

TEST(Overlay, WhatOnlyTouchesHasNoArea) {
    EXPECT_TRUE(
        intersection(polygon("POLYGON ((0 0,1 0,1 1,0 1,0 0))"), 0, polygon("POLYGON ((1 0,2 0,2 1,1 1,1 0))"), 0).isEmpty(0));
}

TEST(Overlay, UnionMergesNeighbours) {
    const auto neighbours =
        geometryFromWkt(GeometryKind::polygon,
                        std::array<std::string_view, 2>{"POLYGON ((0 0,1 0,1 1,0 1,0 0))", "POLYGON ((1 0,2 0,2 1,1 1,1 0))"});
    const auto merged = unionOf(neighbours);
    EXPECT_EQ(merged.lastRing(0) - merged.firstRing(0), 1U);
    EXPECT_NEAR(areaM2(merged, 0), 2, 1e-12);
}

TEST(Overlay, ABowTieIsInvalidAndBecomesTwoTriangles) {
    const auto bowTie = polygon("POLYGON ((0 0,2 2,2 0,0 2,0 0))");
    EXPECT_NE(invalidReason(bowTie, 0).find("Self-intersection"), std::string::npos);
    const auto repaired = madeValid(bowTie, 0);
    EXPECT_EQ(invalidReason(repaired, 0), "");
    EXPECT_EQ(repaired.featureOffsets[1], 2U);
    EXPECT_NEAR(areaM2(repaired, 0), 2, 1e-12);
}

TEST(Overlay, WorksOnInvalidInput) {
    const auto bowTie = polygon("POLYGON ((0 0,2 2,2 0,0 2,0 0))");
    EXPECT_NEAR(areaM2(intersection(bowTie, 0, polygon("POLYGON ((-5 -5,5 -5,5 5,-5 5,-5 -5))"), 0), 0), 2, 1e-12);
}

TEST(Overlay, WhatGeosRefusesIsEmpty) {
    const detail::Geos geos;
    const std::array<double, 8> open{0, 0, 1, 0, 1, 1, 0, 1};
    EXPECT_EQ(geos.linearRing(open), nullptr);
    EXPECT_EQ(geos.lineString(std::span(open).first(2)), nullptr);
    std::vector<detail::Geos::Geometry> parts;
    parts.push_back(geos.lineString(open));
    parts.push_back(geos.linearRing(open));
    EXPECT_EQ(geos.collection(GEOS_MULTILINESTRING, std::move(parts)), nullptr);
    const auto line = geos.lineString(open);
    EXPECT_EQ(geos.make(GEOSIntersection_r, line, geos.own(nullptr)), nullptr);
    EXPECT_NE(geos.make(GEOSBuffer_r, line, 1.0, 8), nullptr);
    int points = 0;
    geos.eachPoint(nullptr, [&](double /*x*/, double /*y*/) { ++points; });
    EXPECT_EQ(points, 0);
}

} // namespace
} // namespace banlang
