// SPDX-License-Identifier: MIT
#include "viewer/map/tiles/map_tiles.h"

#include <gtest/gtest.h>

namespace banlang::viewer::detail {
namespace {

TEST(MapTiles, CoverAViewAndNothingBeyondItsEdges) {
    const TileLevel level{1, 2};
    EXPECT_EQ(tilesIn(level, {0, 0, 1024, 512}).size(), 2U);
    EXPECT_EQ(tilesIn(level, {-1, -1, 1024, 512}).size(), 6U);
    EXPECT_TRUE(tilesIn(level, Box{}).empty());
    EXPECT_TRUE(tilesIn({1, 0}, {0, 0, 10, 10}).empty());
}

TEST(MapTiles, TheMiddleComesFirst) {
    const TileLevel level{1, 1};
    const auto tiles = tilesIn(level, {0, 0, 5 * 256, 5 * 256});
    ASSERT_EQ(tiles.size(), 25U);
    EXPECT_EQ(tiles.front().x, 2);
    EXPECT_EQ(tiles.front().y, 2);
}

TEST(MapTiles, AViewIsMovedByLessThanAPixelOntoTheGrid) {
    const MapView view{.centre = {447'123.37, 2'535'987.61}, .metresPerPx = 0.7, .widthPx = 971, .heightPx = 620};
    const MapView moved = onTilePixels(view, 1.5);
    EXPECT_LE(std::abs(moved.centre.x - view.centre.x), 0.7 / 1.5 / 2 + 1e-9);
    const double edgePx = moved.visible().minX / (0.7 / 1.5);
    EXPECT_NEAR(edgePx, std::round(edgePx), 1e-6);
}

TEST(MapTiles, AChangingScaleTakesPowersOfTwo) {
    EXPECT_DOUBLE_EQ(steadyMetresPerPx(3.1), 4);
    EXPECT_DOUBLE_EQ(steadyMetresPerPx(0.26), 0.25);
}

} // namespace
} // namespace banlang::viewer::detail
