// SPDX-License-Identifier: MIT
#include "viewer/map/tessellate/crossing_rings.h"
#include "viewer/map/tessellate/small_ring.h"
#include "viewer/map/tessellate/sweep.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

namespace banlang::viewer {
namespace {

using Ring = std::vector<Point>;

double turnOf(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

double twiceArea(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 2; i < ring.size(); ++i) sum += turnOf(ring[0], ring[i - 1], ring[i]);
    return sum;
}

/// Twice the area of triangles; each has to turn left.
double twiceAreaOf(const std::vector<std::uint32_t>& triangles, const Ring& at) {
    double sum = 0;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const double twice = turnOf(at[triangles[i]], at[triangles[i + 1]], at[triangles[i + 2]]);
        EXPECT_GE(twice, 0);
        sum += twice;
    }
    return sum;
}

/// A star around (0, 0) with corners at random distances.
Ring star(std::size_t corners, std::uint32_t seed) {
    std::mt19937 draw(seed);
    std::uniform_real_distribution<double> radius(1, 10);
    Ring ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double r = radius(draw);
        ring.push_back({r * std::cos(angle), r * std::sin(angle)});
    }
    return ring;
}

std::vector<std::uint32_t> numbersOf(const Ring& ring) {
    std::vector<std::uint32_t> index(ring.size());
    std::iota(index.begin(), index.end(), 0U);
    return index;
}

TEST(SmallRing, ARingOfNCornersHasNMinusTwoTriangles) {
    for (std::size_t corners = 3; corners <= smallRingCorners; ++corners) {
        for (std::uint32_t seed = 0; seed < 20; ++seed) {
            const Ring ring = star(corners, seed);
            std::vector<std::uint32_t> triangles;
            ASSERT_TRUE(cutSmallRing(ring, numbersOf(ring), triangles)) << corners << ' ' << seed;
            EXPECT_EQ(triangles.size(), 3 * (corners - 2));
            EXPECT_NEAR(twiceAreaOf(triangles, ring), twiceArea(ring), 1e-9);
        }
    }
}

TEST(SmallRing, CornersOnAStraightSideAddNoGround) {
    const Ring square{{0, 0}, {1, 0}, {2, 0}, {2, 2}, {1, 2}, {0, 2}, {0, 1}};
    std::vector<std::uint32_t> triangles;
    ASSERT_TRUE(cutSmallRing(square, numbersOf(square), triangles));
    EXPECT_EQ(twiceAreaOf(triangles, square), 8);
}

TEST(SmallRing, TrianglesNameCornersAsTheyAreCalledAndComeAfterOthers) {
    const Ring ring{{0, 0}, {4, 0}, {1, 1}, {0, 4}};
    const std::vector<std::uint32_t> index{100, 7, 50, 3};
    std::vector<std::uint32_t> triangles{1, 2, 3};
    ASSERT_TRUE(cutSmallRing(ring, index, triangles));
    ASSERT_EQ(triangles.size(), 9U);
    EXPECT_EQ(triangles[0], 1U);
    for (std::size_t i = 3; i < triangles.size(); ++i) EXPECT_NE(std::find(index.begin(), index.end(), triangles[i]), index.end());
}

TEST(SmallRing, WhatCrossesItselfIsLeftToOthers) {
    const Ring crossed{{0, 0}, {4, 4}, {4, 0}, {0, 4.5}};
    std::vector<std::uint32_t> triangles{1, 2, 3};
    EXPECT_FALSE(cutSmallRing(crossed, numbersOf(crossed), triangles));
    EXPECT_EQ(triangles.size(), 3U) << "and no triangles of it";
    const Ring twice{{0, 0}, {4, 0}, {0, 4}, {0.5, 0.5}, {3, 0.5}, {0.5, 3}}; // wound round twice: convex corners only
    std::vector<std::uint32_t> none;
    if (cutSmallRing(twice, numbersOf(twice), none)) {
        EXPECT_NEAR(twiceAreaOf(none, twice), twiceArea(twice), 1e-9);
    }
}

Loops loopsOf(const std::vector<Ring>& rings) {
    Loops loops;
    for (const Ring& ring : rings) {
        const auto first = static_cast<std::uint32_t>(loops.at.size());
        const auto last = first + static_cast<std::uint32_t>(ring.size()) - 1;
        for (std::uint32_t i = first; i <= last; ++i) {
            loops.at.push_back(ring[i - first]);
            loops.index.push_back(i);
            loops.next.push_back(i == last ? first : i + 1);
            loops.previous.push_back(i == first ? last : i - 1);
        }
    }
    return loops;
}

TEST(SweepTriangles, CoverARingWithItsHoles) {
    const std::vector<Ring> rings{{{0, 0}, {10, 0}, {10, 10}, {0, 10}},
                                  {{2, 2}, {2, 4}, {4, 4}, {4, 2}}, // holes run clockwise
                                  {{6, 6}, {6, 8}, {8, 6}}};
    const Loops loops = loopsOf(rings);
    std::vector<std::uint32_t> triangles;
    EXPECT_NEAR(sweepTriangles(loops, triangles), 2 * (100 - 4 - 2), 1e-9);
    EXPECT_NEAR(twiceAreaOf(triangles, loops.at), 2 * (100 - 4 - 2), 1e-9);
    EXPECT_EQ(triangles.size() / 3, 11 - 2 + 2 * 2U) << "corners less two, two more for each hole";
}

TEST(SweepTriangles, CoverStarsAsTheFastWayDoes) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Ring ring = star(5 + seed, seed);
        const Loops loops = loopsOf({ring});
        std::vector<std::uint32_t> triangles;
        EXPECT_NEAR(sweepTriangles(loops, triangles), twiceArea(ring), 1e-9 * twiceArea(ring)) << seed;
        EXPECT_NEAR(twiceAreaOf(triangles, ring), twiceArea(ring), 1e-9 * twiceArea(ring)) << seed;
    }
}

TEST(SweepTriangles, RingsThatTouchAtACornerAreCovered) {
    const std::vector<Ring> rings{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{0, 0}, {3, 5}, {5, 3}}}; // the hole shares a corner
    std::vector<std::uint32_t> triangles;
    const double expected = 200 - std::abs(twiceArea(rings[1]));
    EXPECT_NEAR(sweepTriangles(loopsOf(rings), triangles), expected, 1e-9);
}

TEST(CrossingRings, ABowTieHasBothItsWings) {
    const Ring bow{{0, 0}, {10, 10}, {10, 0}, {0, 10}};
    const Loops loops = loopsOf({bow});
    std::vector<std::uint32_t> triangles;
    ASSERT_TRUE(cutCrossingRings(loops, {0}, triangles));
    for (const std::uint32_t corner : triangles) EXPECT_LT(corner, 4U) << "no corner is added";
    EXPECT_LE(twiceAreaOf(triangles, bow), 2 * 100);
}

TEST(CrossingRings, WhatDoesNotCrossIsCoveredExactly) {
    const std::vector<Ring> rings{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{2, 2}, {2, 4}, {4, 4}, {4, 2}}};
    const Loops loops = loopsOf(rings);
    std::vector<std::uint32_t> triangles;
    ASSERT_TRUE(cutCrossingRings(loops, {0, 4}, triangles));
    EXPECT_NEAR(twiceAreaOf(triangles, loops.at), 2 * 96, 1e-9);
}

} // namespace
} // namespace banlang::viewer
