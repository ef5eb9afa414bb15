// SPDX-License-Identifier: MIT
#include "sample-data/height_field.h"
#include "sample-data/path_finder.h"

#include <gtest/gtest.h>

#include <set>

namespace banlang::sample {
namespace {

constexpr auto noRoads = [](std::size_t) { return 1.0; };

/// Dry, flat ground.
struct Plain {
    explicit Plain(int side) : frame{side, side, 40, {}}, heights(frame.count(), 100) {
        drainage.downstream.assign(frame.count(), -1);
        drainage.flowKm2.assign(frame.count(), 0.1F);
        drainage.aboveStreamM.assign(frame.count(), 50);
        drainage.slope.assign(frame.count(), 0);
        drainage.isRiver.assign(frame.count(), 0);
    }
    std::vector<std::int32_t> way(Cell from, Cell to) {
        PathFinder finder(frame, heights, drainage);
        return finder.find(
            from, 0.1, [&](std::size_t cell) { return cell == frame.index(to); }, noRoads);
    }
    double lengthOf(const std::vector<std::int32_t>& path) const {
        double length = 0;
        for (std::size_t i = 1; i < path.size(); ++i) {
            const Point a = frame.centre(frame.cell(static_cast<std::size_t>(path[i - 1])));
            const Point b = frame.centre(frame.cell(static_cast<std::size_t>(path[i])));
            length += std::hypot(a.x - b.x, a.y - b.y);
        }
        return length;
    }

    Frame frame;
    Field heights;
    Drainage drainage;
};

TEST(SamplePathFinder, OnAPlainTheWayIsAsStraightAsItsStepsAllow) {
    Plain plain(30);
    EXPECT_DOUBLE_EQ(plain.lengthOf(plain.way({2, 2}, {22, 2})), 800);
    EXPECT_NEAR(plain.lengthOf(plain.way({2, 2}, {22, 22})), 800 * std::sqrt(2.0), 1e-3);
    EXPECT_NEAR(plain.lengthOf(plain.way({2, 2}, {22, 12})), 400 * std::sqrt(5.0), 1e-3) << "a knight's steps";
    const auto path = plain.way({2, 2}, {22, 2});
    EXPECT_EQ(path.front(), static_cast<std::int32_t>(plain.frame.index({2, 2})));
    EXPECT_EQ(path.back(), static_cast<std::int32_t>(plain.frame.index({22, 2})));
}

TEST(SamplePathFinder, AWayGoesRoundAMountain) {
    Plain plain(30);
    for (int row = 5; row < 25; ++row) {
        for (int column = 13; column < 16; ++column) plain.heights[plain.frame.index({column, row})] = 400;
    }
    for (const std::int32_t cell : plain.way({5, 15}, {25, 15})) EXPECT_LT(plain.heights[static_cast<std::size_t>(cell)], 200);
}

TEST(SamplePathFinder, ARiverIsCrossedOnceAndNotFollowed) {
    Plain plain(30);
    for (int row = 0; row < 30; ++row) {
        plain.drainage.isRiver[plain.frame.index({15, row})] = 1;
        plain.drainage.isRiver[plain.frame.index({16, row})] = 1;
    }
    int wet = 0;
    for (const std::int32_t cell : plain.way({5, 5}, {25, 25})) wet += plain.drainage.isRiver[static_cast<std::size_t>(cell)];
    EXPECT_GE(wet, 1);
    EXPECT_LE(wet, 2);
}

TEST(SamplePathFinder, AnOldRoadIsWorthADetour) {
    Plain plain(30);
    PathFinder finder(plain.frame, plain.heights, plain.drainage);
    const auto road = [&](std::size_t cell) { return plain.frame.cell(cell).row == 8 ? 0.2 : 1.0; };
    const auto path = finder.find(
        {2, 4}, 0.1,
        [&](std::size_t cell) {
            return cell == plain.frame.index({27, 4});
        },
        road);
    int onRoad = 0;
    for (const std::int32_t cell : path) onRoad += plain.frame.cell(static_cast<std::size_t>(cell)).row == 8 ? 1 : 0;
    EXPECT_GT(onRoad, 12);
}

TEST(SamplePathFinder, ASearchLeavesNothingForTheNext) {
    Plain plain(30);
    PathFinder finder(plain.frame, plain.heights, plain.drainage);
    const auto to = [&](Cell goal) {
        return finder.find(
            {2, 2}, 0.1, [&, goal](std::size_t cell) { return cell == plain.frame.index(goal); }, noRoads);
    };
    const auto first = to({20, 9});
    EXPECT_TRUE(finder
                    .find(
                        {2, 2}, 0.1, [](std::size_t) { return false; }, noRoads)
                    .empty())
        << "nowhere to go";
    (void)to({3, 27});
    EXPECT_EQ(to({20, 9}), first);
}

TEST(SampleHeightField, NoiseIsSmoothAndOfItsSeed) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (double x = 0; x < 60'000; x += 371) {
        for (double y = 0; y < 20'000; y += 577) {
            const double value = smoothNoise(1, 700, {x, y});
            EXPECT_NEAR(smoothNoise(1, 700, {x + 1, y}), value, 0.05);
            sum += value;
            squares += value * value;
            ++count;
        }
    }
    EXPECT_NEAR(sum / count, 0, 0.1);
    EXPECT_NEAR(std::sqrt(squares / count), 1, 0.25);
    EXPECT_NE(smoothNoise(1, 700, {5, 5}), smoothNoise(2, 700, {5, 5}));
    EXPECT_EQ(smoothNoise(1, 700, {-5.5, -3}), smoothNoise(1, 700, {-5.5, -3}));
}

TEST(SampleHeightField, RescalingRunsFromLowToHigh) {
    Field heights{5, 10, 25};
    rescale(heights, 180, 1'430);
    EXPECT_EQ(heights.front(), 180);
    EXPECT_EQ(heights.back(), 1'430);
    EXPECT_NEAR(heights[1], 180 + 1'250 * 0.25, 1e-3);
    Field flat{7, 7};
    rescale(flat, 180, 1'430);
    EXPECT_EQ(flat.front(), 180) << "flat ground is no division by nothing";
}

struct Valleys {
    Valleys() : frame{160, 120, 40, {}}, heights(rawHeights(frame, 5)), drainage(erode(frame, heights, 5)) {}
    Frame frame;
    Field heights;
    Drainage drainage;
};

TEST(SampleDrainage, AllWaterRunsDownToTheEdge) {
    const Valleys land;
    const std::size_t count = land.frame.count();
    ASSERT_EQ(land.drainage.order.size(), count);
    std::vector<std::int64_t> placeOf(count, -1);
    for (std::size_t i = 0; i < count; ++i)
        placeOf[static_cast<std::size_t>(land.drainage.order[i])] = static_cast<std::int64_t>(i);
    double outflowKm2 = 0;
    for (std::size_t i = 0; i < count; ++i) {
        ASSERT_GE(placeOf[i], 0) << "every cell comes once";
        const std::int32_t below = land.drainage.downstream[i];
        if (below < 0) {
            EXPECT_TRUE(land.frame.atEdge(land.frame.cell(i)));
            outflowKm2 += static_cast<double>(land.drainage.flowKm2[i]);
            continue;
        }
        EXPECT_LT(land.heights[static_cast<std::size_t>(below)], land.heights[i]) << "water runs down";
        EXPECT_LT(placeOf[static_cast<std::size_t>(below)], placeOf[i]) << "outlets come first";
        EXPECT_GE(land.drainage.flowKm2[static_cast<std::size_t>(below)], land.drainage.flowKm2[i]);
    }
    EXPECT_NEAR(outflowKm2, 160 * 120 * 0.04 * 0.04, 0.05) << "what falls on the land leaves it";
}

TEST(SampleDrainage, RiversRunDownstreamAndJoinWhereTheyMeet) {
    const Valleys land;
    const std::vector<River> rivers = traceRivers(land.frame, land.drainage);
    ASSERT_GT(rivers.size(), 1U);
    std::set<std::string> ids;
    std::set<std::pair<double, double>> vertices;
    for (const River& river : rivers) {
        ids.insert(river.id);
        EXPECT_FALSE(river.name.empty());
        ASSERT_GE(river.line.size(), 2U);
        EXPECT_LE(river.widthM, rivers.front().widthM) << "largest first";
        const Point mouth = river.line.back();
        const Cell cell = land.frame.cellAt(mouth);
        const bool leaves =
            cell.column <= 1 || cell.row <= 1 || cell.column >= land.frame.columns - 2 || cell.row >= land.frame.rows - 2;
        EXPECT_TRUE(leaves || vertices.contains({mouth.x, mouth.y})) << river.id << " ends nowhere";
        for (const Point point : river.line) vertices.insert({point.x, point.y});
        EXPECT_GT(valueAt(land.frame, land.heights, river.line.front()), valueAt(land.frame, land.heights, mouth));
    }
    EXPECT_EQ(ids.size(), rivers.size());
}

} // namespace
} // namespace banlang::sample
