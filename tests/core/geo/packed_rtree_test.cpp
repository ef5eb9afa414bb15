// SPDX-License-Identifier: MIT
#include "core/geo/packed_rtree.h"
#include "tests/support/soak_round.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace banlang {
namespace {

std::vector<Box> scatteredBoxes(std::size_t count, unsigned seed) {
    std::mt19937 random(seed + 1'000 * test::soakRound());
    std::uniform_real_distribution<double> place(0, 10'000);
    std::uniform_real_distribution<double> size(0, 120);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = place(random);
        const double y = place(random);
        boxes.push_back({x, y, x + size(random), y + size(random)});
    }
    return boxes;
}

TEST(PackedRtree, FindsEveryBoxThatTouchesAndNoOther) {
    for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 256U, 257U, 5'000U}) {
        const auto boxes = scatteredBoxes(count, 7);
        const PackedRtree tree(boxes);
        for (const Box& query : scatteredBoxes(40, 8)) {
            std::vector<std::uint32_t> expected;
            for (std::uint32_t i = 0; i < boxes.size(); ++i) {
                if (boxes[i].intersects(query)) expected.push_back(i);
            }
            auto found = tree.search(query);
            std::sort(found.begin(), found.end());
            EXPECT_EQ(found, expected) << count;
        }
    }
}

TEST(PackedRtree, NeverFindsEmptyBoxes) {
    const std::vector<Box> boxes{Box{}, {0, 0, 1, 1}, Box{}};
    EXPECT_EQ(PackedRtree(boxes).search({-1e9, -1e9, 1e9, 1e9}), std::vector<std::uint32_t>{1});
}

TEST(PackedRtree, FindsTheNearestAsASlowSearchDoes) {
    const auto boxes = scatteredBoxes(2'000, 9);
    const PackedRtree tree(boxes);
    const auto distance = [&](std::size_t i, Point p) { return std::hypot(boxes[i].centre().x - p.x, boxes[i].centre().y - p.y); };
    for (const Box& box : scatteredBoxes(50, 10)) {
        const Point from = box.centre();
        std::size_t best = 0;
        for (std::size_t i = 1; i < boxes.size(); ++i) {
            if (distance(i, from) < distance(best, from)) best = i;
        }
        EXPECT_EQ(tree.nearest(from, 1e9, [&](std::uint32_t i) { return distance(i, from); }), static_cast<std::int64_t>(best));
    }
    EXPECT_EQ(tree.nearest({1e7, 1e7}, 10, [&](std::uint32_t i) { return distance(i, {1e7, 1e7}); }), -1);
}

TEST(HilbertIndex, KeepsNeighboursNear) {
    const Box extent{0, 0, 1, 1};
    EXPECT_EQ(hilbertIndex({0, 0}, extent), 0U);
    const auto next = hilbertIndex({1.01 / 65535, 0}, extent);
    const auto up = hilbertIndex({0, 1.01 / 65535}, extent);
    EXPECT_TRUE(next == 1 || up == 1);
}

} // namespace
} // namespace banlang
