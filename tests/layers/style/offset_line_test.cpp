// SPDX-License-Identifier: MIT
#include "layers/style/offset_line.h"

#include <gtest/gtest.h>

#include <cmath>

namespace banlang {
namespace {

TEST(OffsetLine, MovesAStraightLineToItsLeft) {
    const std::vector<Point> line = {{0, 0}, {10, 0}};
    EXPECT_EQ(offsetLine(line, 2), (std::vector<Point>{{0, 2}, {10, 2}}));
    EXPECT_EQ(offsetLine(line, -2), (std::vector<Point>{{0, -2}, {10, -2}}));
}

TEST(OffsetLine, MitresARightAngleOnBothSides) {
    const std::vector<Point> line = {{0, 0}, {10, 0}, {10, 10}};
    const auto inner = offsetLine(line, 1);
    ASSERT_EQ(inner.size(), 3U);
    EXPECT_NEAR(inner[1].x, 9, 1e-9);
    EXPECT_NEAR(inner[1].y, 1, 1e-9);
    const auto outer = offsetLine(line, -1);
    ASSERT_EQ(outer.size(), 3U);
    EXPECT_NEAR(outer[1].x, 11, 1e-9);
    EXPECT_NEAR(outer[1].y, -1, 1e-9);
}

TEST(OffsetLine, LeavesOutWhatFoldsBackInATightBend) {
    const std::vector<Point> hairpin = {{0, 0}, {20, 0}, {20, 1}, {0, 1}};
    for (const Point point : offsetLine(hairpin, -3)) {
        EXPECT_TRUE(point.y <= -2.9 || point.y >= 3.9 || point.x >= 22.9) << point.x << ' ' << point.y;
    }
    for (const Point point : offsetLine(hairpin, 3)) EXPECT_FALSE(point.x > 3 && std::abs(point.y - 0.5) < 2);
}

TEST(OffsetLine, KeepsAClosedLineClosed) {
    const std::vector<Point> ring = {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
    EXPECT_EQ(offsetLine(ring, 1), (std::vector<Point>{{1, 1}, {9, 1}, {9, 9}, {1, 9}, {1, 1}}));
}

TEST(OffsetLine, GivesNothingForAPoint) {
    EXPECT_TRUE(offsetLine(std::vector<Point>{{5, 5}, {5, 5}}, 2).empty());
}

} // namespace
} // namespace banlang
