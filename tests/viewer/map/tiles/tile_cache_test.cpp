// SPDX-License-Identifier: MIT
#include "viewer/map/gl/offscreen.h"
#include "viewer/map/tiles/tile_cache.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang::viewer::detail {
namespace {

using testing::ElementsAre;

class TileCacheOf : public testing::Test {
protected:
    void SetUp() override {
        auto opened = OffscreenContext::create(8, 8);
        ASSERT_TRUE(opened);
        context_ = std::move(*opened);
    }
    static TileKey tile(std::uint64_t version, double metresPerPx, std::int64_t x = 0, std::int64_t y = 0) {
        return {{version, metresPerPx}, x, y};
    }
    void put(const TileKey& key) { cache_.put(key, Texture()); }
    bool holds(const TileKey& key) const { return cache_.holdsAll({key}); }

    std::unique_ptr<OffscreenContext> context_;
    TileCache cache_;
};

TEST_F(TileCacheOf, ATileIsFoundByItsWholeName) {
    put(tile(1, 10, 3, 4));
    EXPECT_NE(cache_.find(tile(1, 10, 3, 4)), nullptr);
    for (const TileKey& other : {tile(2, 10, 3, 4), tile(1, 20, 3, 4), tile(1, 10, 4, 3), tile(1, 10, 3, -4)})
        EXPECT_EQ(cache_.find(other), nullptr);
    EXPECT_TRUE(cache_.holdsAll({}));
    EXPECT_FALSE(cache_.holdsAll({tile(1, 10, 3, 4), tile(1, 10, 3, 5)}));
    put(tile(1, 10, 3, 4));
    EXPECT_EQ(cache_.count(), 1U) << "painted again, it takes the place of the old one";
}

TEST_F(TileCacheOf, WhatWasNotUsedForLongestLeavesFirst) {
    put(tile(1, 1'000)); // the coarsest
    for (std::int64_t x = 0; x < 4; ++x) put(tile(1, 10, x));
    cache_.tidy(100);
    EXPECT_EQ(cache_.count(), 5U) << "there is room";
    (void)cache_.find(tile(1, 10, 1));
    cache_.tidy(100);
    (void)cache_.find(tile(1, 10, 0));
    cache_.tidy(3);
    EXPECT_EQ(cache_.count(), 3U);
    EXPECT_TRUE(holds(tile(1, 10, 0)));
    EXPECT_TRUE(holds(tile(1, 10, 1)));
    EXPECT_TRUE(holds(tile(1, 1'000)));
}

TEST_F(TileCacheOf, WhatIsOnTheScreenStaysHoweverLittleRoomThereIs) {
    put(tile(1, 1'000));
    put(tile(1, 10, 1));
    put(tile(1, 10, 2));
    cache_.tidy(100);
    (void)cache_.find(tile(1, 10, 1));
    cache_.tidy(0);
    EXPECT_TRUE(holds(tile(1, 10, 1)));
    EXPECT_FALSE(holds(tile(1, 10, 2)));
    EXPECT_TRUE(holds(tile(1, 1'000))) << "so that there is always something";
}

TEST_F(TileCacheOf, SubstitutesAreOfThisSceneAndNearInScale) {
    for (const double metresPerPx : {4.0, 8.0, 64.0}) put(tile(2, metresPerPx));
    put(tile(1, 16));
    put(tile(2, 16));
    std::vector<std::pair<std::uint64_t, double>> levels;
    for (const TileLevel& level : cache_.substitutes({2, 16})) levels.emplace_back(level.version, level.metresPerPx);
    EXPECT_THAT(levels, ElementsAre(std::pair(2, 8.0), std::pair(2, 4.0), std::pair(2, 64.0), std::pair(1, 16.0)));
}

TEST_F(TileCacheOf, OtherScenesAreForgotten) {
    for (const std::uint64_t version : {1U, 2U, 3U}) put(tile(version, 10));
    cache_.keepOnly(3, 1);
    EXPECT_TRUE(holds(tile(1, 10)));
    EXPECT_FALSE(holds(tile(2, 10)));
    EXPECT_TRUE(holds(tile(3, 10)));
    cache_.clear();
    EXPECT_EQ(cache_.count(), 0U);
}

} // namespace
} // namespace banlang::viewer::detail
