// SPDX-License-Identifier: MIT
#include "sample-data/grid.h"
#include "sample-data/polyline.h"

#include <gtest/gtest.h>

#include <random>

namespace banlang::sample {
namespace {

Polyline wander(std::uint32_t seed, std::size_t points) {
    std::mt19937 draw(seed);
    std::uniform_real_distribution<double> metres(-30, 30);
    Polyline line{{447'000, 2'535'000}};
    while (line.size() < points) line.push_back({line.back().x + 40 + metres(draw), line.back().y + metres(draw)});
    return line;
}

double distanceToLine(Point point, const Polyline& line) {
    double nearest = distanceM(point, line[0]);
    for (std::size_t i = 1; i < line.size(); ++i) nearest = std::min(nearest, distanceToSegmentM(point, line[i - 1], line[i]));
    return nearest;
}

TEST(SamplePolyline, LengthsAndDistances) {
    EXPECT_EQ(lengthM({}), 0);
    EXPECT_EQ(lengthM({{1, 1}}), 0);
    EXPECT_DOUBLE_EQ(lengthM({{0, 0}, {3, 4}, {3, 10}}), 11);
    EXPECT_DOUBLE_EQ(distanceToSegmentM({5, 3}, {0, 0}, {10, 0}), 3);
    EXPECT_DOUBLE_EQ(distanceToSegmentM({-3, 4}, {0, 0}, {10, 0}), 5);
    EXPECT_DOUBLE_EQ(distanceToSegmentM({3, 4}, {0, 0}, {0, 0}), 5);
    EXPECT_EQ(toCentimetre({1.2349, -0.006}), (Point{1.23, -0.01}));
}

TEST(SamplePolyline, SimplifiedStaysWithinItsTolerance) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const Polyline line = wander(seed, 120);
        const Polyline thin = simplified(line, 10);
        EXPECT_LT(thin.size(), line.size());
        EXPECT_EQ(thin.front(), line.front());
        EXPECT_EQ(thin.back(), line.back());
        for (const Point point : line) EXPECT_LE(distanceToLine(point, thin), 10 + 1e-9) << seed;
        for (const Point point : thin) EXPECT_NE(std::find(line.begin(), line.end(), point), line.end());
    }
    EXPECT_EQ(simplified({{0, 0}, {5, 0.1}, {10, 0}}, 1).size(), 2U);
    EXPECT_EQ(simplified({{0, 0}, {5, 2}, {10, 0}}, 1).size(), 3U);
    EXPECT_EQ(simplified({{0, 0}}, 1).size(), 1U);
}

TEST(SamplePolyline, SmoothingKeepsTheEndsAndCutsCorners) {
    const Polyline line = wander(3, 30);
    const Polyline smooth = relaxed(line, 4);
    EXPECT_EQ(smooth.front(), line.front());
    EXPECT_EQ(smooth.back(), line.back());
    EXPECT_LT(lengthM(smooth), lengthM(line));
    EXPECT_EQ(relaxed(line, 0), line);
    EXPECT_EQ(relaxed({{0, 0}, {10, 10}, {20, 0}}, 1)[1], (Point{10, 5}));
    const Polyline cut = cornersCut({{0, 0}, {100, 0}, {100, 100}});
    EXPECT_EQ(cut, (Polyline{{0, 0}, {75, 0}, {100, 25}, {100, 100}}));
    EXPECT_EQ(cornersCut({{0, 0}, {1, 1}}).size(), 2U);
}

TEST(SamplePolyline, AreaIsThatOfTheRingWhicheverWayRound) {
    EXPECT_DOUBLE_EQ(ringAreaM2({{0, 0}, {10, 0}, {10, 5}, {0, 5}}), 50);
    EXPECT_DOUBLE_EQ(ringAreaM2({{0, 5}, {10, 5}, {10, 0}, {0, 0}}), 50);
    EXPECT_DOUBLE_EQ(ringAreaM2({{447'000, 2'535'000}, {447'010, 2'535'000}, {447'000, 2'535'005}}), 25);
}

TEST(SamplePolyline, AConvexRingTurnsOneWay) {
    EXPECT_TRUE(isConvex({{0, 0}, {10, 0}, {10, 5}, {0, 5}}));
    EXPECT_TRUE(isConvex({{0, 5}, {10, 5}, {10, 0}, {0, 0}}));
    EXPECT_FALSE(isConvex({{0, 0}, {10, 0}, {5, 2}, {0, 5}}));
}

TEST(SamplePolyline, TheEastOfARingAndItsWestMakeIt) {
    const Polyline ring{{0, 0}, {10, 2}, {14, 8}, {6, 12}, {-2, 7}};
    for (const double x : {-5.0, -1.0, 0.0, 3.3, 10.0, 13.9, 20.0}) {
        const Polyline east = eastOf(ring, x);
        for (const Point point : east) EXPECT_GE(point.x, x - 1e-9);
        Polyline mirrored;
        for (const Point point : ring) mirrored.push_back({-point.x, point.y});
        EXPECT_NEAR(
            ringAreaM2(east.empty() ? Polyline{{0, 0}} : east) +
                [&] {
                    const Polyline west = eastOf(mirrored, -x);
                    return west.empty() ? 0 : ringAreaM2(west);
                }(),
            ringAreaM2(ring), 1e-9)
            << x;
    }
}

TEST(SamplePolyline, AStationLiesOnTheLineAtItsChainage) {
    const Polyline line{{0, 0}, {10, 0}, {10, 0}, {10, 20}};
    EXPECT_EQ(stationAt(line, 4).at, (Point{4, 0}));
    EXPECT_EQ(stationAt(line, 4).direction, (Point{1, 0}));
    EXPECT_EQ(stationAt(line, 15).at, (Point{10, 5}));
    EXPECT_EQ(stationAt(line, 15).direction, (Point{0, 1}));
    EXPECT_EQ(stationAt(line, 30).at, (Point{10, 20}));
}

TEST(SampleGrid, CellsAndPlacesBelongTogether) {
    const Frame frame{5, 3, 40, {1'000, 2'000}};
    for (std::size_t i = 0; i < frame.count(); ++i) {
        const Cell cell = frame.cell(i);
        EXPECT_TRUE(frame.holds(cell));
        EXPECT_EQ(frame.index(cell), i);
        EXPECT_EQ(frame.cellAt(frame.centre(cell)), cell);
    }
    EXPECT_FALSE(frame.holds({5, 0}));
    EXPECT_FALSE(frame.holds({0, -1}));
    EXPECT_EQ(frame.cellAt({0, 0}), (Cell{0, 0})) << "the nearest to a place outside";
    EXPECT_EQ(frame.cellAt({9'999, 9'999}), (Cell{4, 2}));
    EXPECT_TRUE(frame.atEdge({4, 1}));
    EXPECT_FALSE(frame.atEdge({3, 1}));
}

TEST(SampleGrid, ValuesBetweenCentresLieOnAPlane) {
    const Frame frame{6, 5, 10, {100, 200}};
    Field field(frame.count());
    const auto plane = [](Point at) { return 3 + 0.5 * at.x - 0.25 * at.y; };
    for (std::size_t i = 0; i < frame.count(); ++i) field[i] = static_cast<float>(plane(frame.centre(frame.cell(i))));
    for (const Point at : {Point{105, 205}, {123.4, 217.9}, {150, 240}, {131, 231}})
        EXPECT_NEAR(valueAt(frame, field, at), plane(at), 1e-3);
    Field softened = field;
    soften(frame, softened);
    for (std::size_t i = 0; i < frame.count(); ++i) EXPECT_NEAR(softened[i], field[i], 1e-4) << "a plane is as smooth as can be";
}

TEST(SampleGrid, SofteningSpreadsAPeakAndKeepsTheEdge) {
    const Frame frame{5, 5, 10, {}};
    Field field(frame.count(), 0);
    field[frame.index({2, 2})] = 16;
    field[frame.index({0, 0})] = 100;
    soften(frame, field);
    EXPECT_EQ(field[frame.index({2, 2})], 4);
    EXPECT_EQ(field[frame.index({3, 2})], 2);
    EXPECT_EQ(field[frame.index({3, 3})], 1);
    EXPECT_EQ(field[frame.index({0, 0})], 100);
}

} // namespace
} // namespace banlang::sample
