// SPDX-License-Identifier: MIT
#include "sample-data/voronoi.h"

#include <gtest/gtest.h>

#include <random>

namespace banlang::sample {
namespace {

const Box square{447'000, 2'535'000, 447'300, 2'535'300};

std::vector<ParcelSeed> seedsOver(std::size_t count, std::uint32_t draw, double halfM) {
    std::mt19937 random(draw);
    std::uniform_real_distribution<double> metres(0, 300);
    std::uniform_real_distribution<double> half(-halfM, halfM);
    std::vector<ParcelSeed> seeds(count);
    for (ParcelSeed& seed : seeds) {
        seed.place = {square.minX + metres(random), square.minY + metres(random)};
        if (halfM > 0) seed.half = {half(random), half(random)};
    }
    return seeds;
}

bool inRing(const Polyline& ring, Point point) {
    bool inside = false;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const Point a = ring[i];
        const Point b = ring[before];
        if ((a.y > point.y) != (b.y > point.y) && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)) inside = !inside;
    }
    return inside;
}

/// How far a place is from a seed: from the nearer of its two ends.
double distanceFrom(const ParcelSeed& seed, Point at) {
    return std::min(distanceM(at, {seed.place.x + seed.half.x, seed.place.y + seed.half.y}),
                    distanceM(at, {seed.place.x - seed.half.x, seed.place.y - seed.half.y}));
}

/// Every place belongs to the seed that is nearest, but for a strip along the borders that rounding may move.
void expectNearest(const std::vector<ParcelSeed>& seeds, std::uint32_t draw) {
    const Voronoi voronoi(seeds, square);
    std::vector<std::vector<Polyline>> grounds;
    for (std::size_t i = 0; i < seeds.size(); ++i) grounds.push_back(voronoi.ground(i, 200));
    std::mt19937 random(draw);
    std::uniform_real_distribution<double> metres(0, 300);
    int judged = 0;
    for (int round = 0; round < 2'000; ++round) {
        const Point at{square.minX + metres(random), square.minY + metres(random)};
        std::vector<std::pair<double, std::size_t>> byDistance;
        for (std::size_t i = 0; i < seeds.size(); ++i) byDistance.emplace_back(distanceFrom(seeds[i], at), i);
        std::sort(byDistance.begin(), byDistance.end());
        if (byDistance[1].first - byDistance[0].first < 0.2) continue;
        ++judged;
        for (std::size_t i = 0; i < seeds.size(); ++i) {
            const bool inside =
                std::any_of(grounds[i].begin(), grounds[i].end(), [&](const Polyline& ring) { return inRing(ring, at); });
            ASSERT_EQ(inside, i == byDistance[0].second) << "seed " << i << ", place " << round;
        }
    }
    EXPECT_GT(judged, 1'500);
}

TEST(SampleVoronoi, EveryPlaceBelongsToTheNearestSeed) {
    expectNearest(seedsOver(60, 1, 0), 2);
    expectNearest(seedsOver(250, 3, 0), 4);
}

TEST(SampleVoronoi, AStretchedSeedHasTheGroundOfBothItsEnds) {
    expectNearest(seedsOver(60, 5, 4), 6);
}

TEST(SampleVoronoi, ASeedAloneReachesOnlySoFar) {
    const std::vector<ParcelSeed> one = seedsOver(1, 7, 0);
    const auto rings = Voronoi(one, square).ground(0, 50);
    ASSERT_EQ(rings.size(), 1U);
    EXPECT_TRUE(isConvex(rings[0]));
    for (const Point corner : rings[0]) EXPECT_LE(distanceM(corner, one[0].place), 50 * 1.09);
    EXPECT_GT(ringAreaM2(rings[0]), 3 * 50 * 50);
}

TEST(SampleVoronoi, CornersAreOfTheCentimetreAndFarEnoughApart) {
    const Voronoi voronoi(seedsOver(200, 8, 3), square);
    for (std::size_t i = 0; i < 200; ++i) {
        for (const Polyline& ring : voronoi.ground(i, 100)) {
            EXPECT_GE(ring.size(), 3U);
            for (const Point corner : ring) EXPECT_EQ(corner, toCentimetre(corner));
        }
    }
}

} // namespace
} // namespace banlang::sample
