// SPDX-License-Identifier: MIT
#include "viewer/map/tessellate/active_edges.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace banlang::viewer {
namespace {

/// Horizontal edges at these heights, from x = 0 to 10.
class LevelEdges : public testing::Test {
protected:
    static constexpr std::uint32_t count = 400;
    ActiveEdges edges{count};
    std::vector<std::uint32_t> expected; ///< from bottom to top

    double heightOf(std::uint32_t edge) { return edges[edge].left.y; }
    void insert(std::uint32_t edge, double height) {
        edges[edge] = ActiveEdge{};
        edges[edge].left = {0, height};
        edges[edge].right = {10, height};
        edges.insertOver(edges.highestUnder({5, height}), edge);
        expected.insert(std::lower_bound(expected.begin(), expected.end(), height,
                                         [&](std::uint32_t other, double value) { return heightOf(other) < value; }),
                        edge);
    }
    void erase(std::uint32_t edge) {
        edges.erase(edge);
        expected.erase(std::find(expected.begin(), expected.end(), edge));
    }
    void check() {
        std::vector<std::uint32_t> upwards;
        std::uint32_t before = nothing;
        for (std::uint32_t edge = edges.lowest(); edge != nothing; edge = edges[edge].over) {
            EXPECT_EQ(edges[edge].under, before);
            upwards.push_back(edge);
            before = edge;
            ASSERT_LE(upwards.size(), expected.size());
        }
        ASSERT_EQ(upwards, expected);
    }
    /// The highest edge below a height, by looking at all.
    std::uint32_t underByLooking(double height) {
        std::uint32_t found = nothing;
        for (const std::uint32_t edge : expected) {
            if (heightOf(edge) < height) found = edge;
        }
        return found;
    }
};

TEST_F(LevelEdges, WithoutEdgesNothingIsUnder) {
    EXPECT_EQ(edges.highestUnder({5, 5}), nothing);
    EXPECT_EQ(edges.lowest(), nothing);
    insert(3, 1);
    EXPECT_EQ(edges.highestUnder({5, 5}), 3U);
    EXPECT_EQ(edges.highestUnder({5, 0}), nothing);
    EXPECT_EQ(edges.highestUnder({5, 1}), nothing) << "on the edge is not above it";
    erase(3);
    EXPECT_EQ(edges.highestUnder({5, 5}), nothing);
}

TEST_F(LevelEdges, AgreeWithLookingAtAllWhateverComesAndGoes) {
    std::mt19937 draw(12);
    std::uniform_real_distribution<double> height(0, 100);
    std::vector<std::uint32_t> free;
    for (std::uint32_t i = 0; i < count; ++i) free.push_back(i);
    for (int step = 0; step < 4'000; ++step) {
        if (!free.empty() && (expected.empty() || draw() % 5 < 3)) {
            const std::size_t at = draw() % free.size();
            insert(free[at], height(draw));
            free.erase(free.begin() + static_cast<std::ptrdiff_t>(at));
        } else {
            const std::uint32_t gone = expected[draw() % expected.size()];
            erase(gone);
            free.push_back(gone);
        }
        if (step % 50 == 0) check();
        const double asked = height(draw);
        ASSERT_EQ(edges.highestUnder({5, asked}), underByLooking(asked)) << step;
    }
    check();
}

TEST_F(LevelEdges, AnEdgeTakesThePlaceOfAnother) {
    for (std::uint32_t i = 0; i < 50; ++i) insert(i, i);
    for (const std::uint32_t old : {0U, 49U, 25U}) {
        const std::uint32_t young = 100 + old;
        edges[young].left = edges[old].left;
        edges[young].right = edges[old].right;
        edges.replace(old, young);
        std::replace(expected.begin(), expected.end(), old, young);
        check();
        EXPECT_EQ(edges.highestUnder({5, old + 0.5}), young);
    }
}

TEST(SideOf, TellsAboveFromBelowAndGivesUpWhereArithmeticDoes) {
    ActiveEdge edge;
    edge.left = {0, 0};
    edge.right = {10, 5};
    EXPECT_EQ(sideOf(edge, {2, 3}), 1);
    EXPECT_EQ(sideOf(edge, {2, 0}), -1);
    EXPECT_EQ(sideOf(edge, {4, 2}), 0);
    EXPECT_EQ(sideOf(edge, {20, 10}), 0) << "on its line";
    EXPECT_EQ(sideOf(edge, {4, 2 + 1e-9}), 1);
    edge.right = {0, 5}; // upright: its left is above
    EXPECT_EQ(sideOf(edge, {-1, 1}), 1);
    EXPECT_EQ(sideOf(edge, {1, 1}), -1);
}

} // namespace
} // namespace banlang::viewer
