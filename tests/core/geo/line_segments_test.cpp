// SPDX-License-Identifier: MIT
#include "core/geo/line_segments.h"
#include "core/geo/wkb.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace banlang {
namespace {

TEST(LineSegments, DistanceIsToThePieceAndNotToItsLine) {
    const LineSegment piece{0, {0, 0}, {10, 0}};
    EXPECT_DOUBLE_EQ(piece.distanceM({4, 3}), 3);
    EXPECT_DOUBLE_EQ(piece.distanceM({13, 4}), 5) << "beyond the end";
    EXPECT_DOUBLE_EQ(piece.distanceM({-6, -8}), 10) << "before the start";
    EXPECT_DOUBLE_EQ(piece.distanceM({10, 0}), 0);
}

TEST(LineSegments, APieceWithoutLengthIsAPoint) {
    const LineSegment point{0, {7, 7}, {7, 7}};
    EXPECT_DOUBLE_EQ(point.distanceM({10, 11}), 5);
    EXPECT_DOUBLE_EQ(point.distanceM({7, 7}), 0);
}

TEST(LineSegments, DistanceIsThatOfTheNearestOfManyPointsOnIt) {
    std::mt19937 draw(9209);
    std::uniform_real_distribution<double> metres(-100, 100);
    for (int round = 0; round < 200; ++round) {
        const LineSegment piece{0, {metres(draw), metres(draw)}, {metres(draw), metres(draw)}};
        const Point from{metres(draw), metres(draw)};
        double nearest = std::hypot(piece.to.x - from.x, piece.to.y - from.y);
        for (int step = 0; step <= 2'000; ++step) {
            const double share = step / 2'000.0;
            const Point on{piece.from.x + share * (piece.to.x - piece.from.x), piece.from.y + share * (piece.to.y - piece.from.y)};
            nearest = std::min(nearest, std::hypot(on.x - from.x, on.y - from.y));
        }
        EXPECT_LE(piece.distanceM(from), nearest + 1e-9);
        EXPECT_GE(piece.distanceM(from), nearest - 0.15) << "points lie at most 0.15 m apart";
    }
}

TEST(LineSegments, APieceHasTheBoxOfItsEndsWhicheverWayItRuns) {
    const LineSegment piece{0, {9, 2}, {3, 5}};
    EXPECT_EQ(piece.box(), (Box{3, 2, 9, 5}));
}

TEST(LineSegments, PartsOfALineAreNotJoined) {
    GeometryColumn lines;
    lines.kind = GeometryKind::line;
    ASSERT_TRUE(appendWkt(lines, "LINESTRING (0 0,1 0)"));
    lines.endFeature(); // one without geometry
    ASSERT_TRUE(appendWkt(lines, "MULTILINESTRING ((0 0,10 0,10 10),(50 50,60 60))"));
    std::vector<LineSegment> pieces{{99, {1, 1}, {2, 2}}};
    appendSegments(pieces, lines, 2);
    ASSERT_EQ(pieces.size(), 4U) << "what was there before stays";
    EXPECT_EQ(pieces[0].feature, 99U);
    EXPECT_EQ(pieces[1].feature, 2U);
    EXPECT_EQ(pieces[2].from, (Point{10, 0}));
    EXPECT_EQ(pieces[2].to, (Point{10, 10}));
    EXPECT_EQ(pieces[3].from, (Point{50, 50}));
    EXPECT_EQ(pieces[3].to, (Point{60, 60}));
    appendSegments(pieces, lines, 1);
    EXPECT_EQ(pieces.size(), 4U);
}

} // namespace
} // namespace banlang
