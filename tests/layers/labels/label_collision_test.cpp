// SPDX-License-Identifier: MIT
#include "layers/labels/label_collision.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace banlang {
namespace {

TEST(CollisionGrid, WhatTouchesIsTaken) {
    CollisionGrid grid;
    EXPECT_TRUE(grid.isFree(Box{0, 0, 10, 10}));
    grid.occupy({0, 0, 10, 10});
    EXPECT_FALSE(grid.isFree(Box{5, 5, 6, 6}));
    EXPECT_FALSE(grid.isFree(Box{10, 10, 20, 20})) << "a shared corner";
    EXPECT_TRUE(grid.isFree(Box{10.01, 0, 20, 10}));
}

TEST(CollisionGrid, ABoxIsKnownInEveryCellThatItReaches) {
    CollisionGrid grid;
    grid.occupy({-300, -300, 300, -290}); // over many cells, on both sides of zero
    for (double x = -300; x <= 300; x += 10) EXPECT_FALSE(grid.isFree(Box{x, -295, x + 1, -294})) << x;
    EXPECT_TRUE(grid.isFree(Box{-300, -289, 300, 300}));
}

TEST(CollisionGrid, SeveralBoxesAreFreeTogether) {
    CollisionGrid grid;
    grid.occupy({100, 0, 110, 10});
    EXPECT_TRUE(grid.isFree(std::vector<Box>{}));
    EXPECT_TRUE(grid.isFree(std::vector<Box>{{0, 0, 1, 1}, {50, 0, 60, 1}}));
    EXPECT_FALSE(grid.isFree(std::vector<Box>{{0, 0, 1, 1}, {105, 5, 120, 6}}));
}

TEST(CollisionGrid, NothingTakesNoPlace) {
    CollisionGrid grid;
    grid.occupy({});
    EXPECT_TRUE(grid.isFree(Box{-1e6, -1e3, 1e6, 1e3}));
    grid.occupy({0, 0, 10, 10});
    EXPECT_TRUE(grid.isFree(Box{}));
}

TEST(CollisionGrid, AgreesWithLookingAtEveryBox) {
    std::mt19937 draw(6);
    std::uniform_real_distribution<double> place(-700, 700);
    std::uniform_real_distribution<double> size(0, 150);
    CollisionGrid grid;
    std::vector<Box> taken;
    for (int round = 0; round < 1'500; ++round) {
        const Point from{place(draw), place(draw)};
        const Box box{from.x, from.y, from.x + size(draw), from.y + size(draw) / 4};
        const bool free = std::none_of(taken.begin(), taken.end(), [&](const Box& other) { return other.intersects(box); });
        ASSERT_EQ(grid.isFree(box), free) << round;
        if (!free || round % 3 != 0) continue;
        grid.occupy(box);
        taken.push_back(box);
    }
    EXPECT_GT(taken.size(), 50U);
}

} // namespace
} // namespace banlang
