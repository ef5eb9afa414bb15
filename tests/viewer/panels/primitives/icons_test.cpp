// SPDX-License-Identifier: MIT
#include "viewer/panels/primitives/icons.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banlang::viewer {
namespace {

TEST(Icons, EveryIconIsAPathWithinItsGrid) {
    for (std::size_t i = 0; i < iconCount; ++i) {
        const auto strokes = flatten(pathOf(static_cast<Icon>(i)));
        EXPECT_FALSE(strokes.empty()) << "icon " << i;
        for (const IconStroke& stroke : strokes) {
            for (const IconPoint& point : stroke.points) {
                EXPECT_GE(std::min(point.x, point.y), 0.5F) << "icon " << i;
                EXPECT_LE(std::max(point.x, point.y), 15.5F) << "icon " << i;
            }
        }
    }
}

TEST(Icons, AnIconIsFoundByItsName) {
    EXPECT_EQ(iconFromId("house"), Icon::house);
    EXPECT_EQ(iconFromId("handOverLand"), Icon::handOverLand);
    EXPECT_EQ(iconFromId("castle"), std::nullopt);
}

TEST(Icons, ArcEndsWhereItSaysAndGoesTheWayItSays) {
    const auto strokes = flatten("M2 8 A6 6 0 0 1 14 8");
    ASSERT_EQ(strokes.size(), 1U);
    const IconPoint end = strokes[0].points.back();
    EXPECT_NEAR(end.x, 14, 1e-4);
    EXPECT_NEAR(end.y, 8, 1e-4);
    // Sweeping with the clock on a grid whose y runs down goes over the top.
    EXPECT_NEAR(strokes[0].points[strokes[0].points.size() / 2].y, 2, 1e-3);
}

TEST(Icons, TextThatIsNoPathGivesNothing) {
    EXPECT_TRUE(flatten("L2 2").empty());
    EXPECT_TRUE(flatten("M2").empty());
    EXPECT_TRUE(flatten("M2 2 X3 3").empty());
}

} // namespace
} // namespace banlang::viewer
