// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "tests/support/soak_round.h"
#include "tests/viewer/map/polygon_areas.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>

namespace banlang::viewer {
namespace {

struct Shape {
    const char* name;
    const char* wkt;
    double areaM2;
};
void PrintTo(const Shape& shape, std::ostream* out) {
    *out << shape.name;
}

/// Rings that do not cross, whatever else they do: covered whole, and every corner belongs to the feature.
class TessellateWhole : public ::testing::TestWithParam<Shape> {};

TEST_P(TessellateWhole, KeepsTheArea) {
    GeometryColumn polygons = polygonFromWkt("POLYGON((900 900,910 900,910 910,900 900))"); // another feature before it
    ASSERT_TRUE(appendWkt(polygons, GetParam().wkt));
    for (const Point offset : {Point{0, 0}, Point{447'000.25, 2'535'000.5}}) {
        for (int turns = 0; turns < 4; ++turns) {
            GeometryColumn placed = polygons;
            for (std::size_t i = 0; i < placed.pointCount(); ++i) {
                Point at = placed.point(i);
                for (int turn = 0; turn < turns; ++turn) at = {-at.y, at.x};
                placed.xy[2 * i] = at.x + offset.x;
                placed.xy[2 * i + 1] = at.y + offset.y;
            }
            const Cover cover = coverOf(placed, 1);
            EXPECT_TRUE(cover.whole) << turns;
            EXPECT_TRUE(cover.ownPointsOnly);
            EXPECT_TRUE(cover.allTurnLeft);
            EXPECT_NEAR(cover.areaM2, GetParam().areaM2, 1e-9 * GetParam().areaM2) << turns;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Rings, TessellateWhole,
    ::testing::Values(
        Shape{"TwoHoles", "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,2 4,4 4,4 2,2 2),(6 6,6 8,8 8,8 6,6 6))", 92},
        Shape{"HoleTouchesACornerOfTheShell", "POLYGON((0 0,10 0,10 10,0 10,0 0),(0 0,5 2,2 5,0 0))", 89.5},
        Shape{"HoleTouchesAnEdgeOfTheShell", "POLYGON((0 0,10 0,10 10,0 10,0 0),(5 0,7 4,3 4,5 0))", 92},
        Shape{"HoleSharesAnEdgeWithTheShell", "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 0,2 4,4 4,4 0,2 0))", 92},
        Shape{"HoleIsTheShell", "POLYGON((0 0,10 0,10 10,0 10,0 0),(0 0,0 10,10 10,10 0,0 0))", 0},
        Shape{"HolesTouchInACorner", "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,5 5,2 5,2 2),(5 5,8 8,8 5,5 5))", 91},
        Shape{"HolesTouchCornerToEdge", "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,5 2,5 8,2 8,2 2),(5 5,8 7,8 3,5 5))", 76},
        Shape{"HolesShareAnEdge", "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,5 2,5 8,2 8,2 2),(5 2,8 2,8 8,5 8,5 2))", 64},
        Shape{"RingOfHolesCutsOffTheMiddle",
              "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 5,5 2,3 2,2 3,2 5),(5 2,8 5,8 3,7 2,5 2),(8 5,5 8,7 8,8 7,8 5),(5 8,2 5,2 7,3 "
              "8,5 8))",
              84},
        Shape{"CollinearRuns", "POLYGON((0 0,5 0,10 0,10 10,5 10,0 10,0 5,0 0))", 100},
        Shape{"RepeatedPoints", "POLYGON((0 0,10 0,10 0,10 10,5 5,5 5,0 10,0 0,0 0))", 75},
        Shape{"SpikeOutwards", "POLYGON((0 0,10 0,15 0,10 0,10 10,0 10,0 0))", 100},
        Shape{"SpikeInwards", "POLYGON((0 0,10 0,10 10,5 10,5 3,5 10,0 10,0 0))", 100},
        Shape{"ZeroAreaRing", "POLYGON((0 0,10 5,20 10,10 5,0 0))", 0}, Shape{"OnePointRing", "POLYGON((3 3,3 3,3 3,3 3))", 0},
        Shape{"ZeroAreaHole", "POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,2 2,2 2))", 100},
        Shape{"RingTouchesItself", "POLYGON((0 0,10 0,5 5,10 10,0 10,5 5,0 0))", 50},
        Shape{"RingTouchesItselfFromInside", "POLYGON((0 0,10 0,10 10,5 10,7 5,3 5,5 10,0 10,0 0))", 90},
        Shape{"Spiral", "POLYGON((0 0,9 0,9 9,2 9,2 3,6 3,6 6,4 6,4 5,5 5,5 4,3 4,3 8,8 8,8 1,1 1,1 10,0 10,0 0))", 43},
        Shape{"PartsThatTouch", "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((4 4,8 4,8 8,4 8,4 4),(5 5,5 6,6 6,6 5,5 5)))", 31}),
    [](const auto& shape) { return std::string(shape.param.name); });

GeometryColumn star(std::size_t corners, const auto& radius) {
    GeometryColumn column;
    column.kind = GeometryKind::polygon;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 6.283185307179586 * static_cast<double>(i) / static_cast<double>(corners);
        const double r = radius(i);
        column.addPoint({r * std::cos(angle), r * std::sin(angle)});
    }
    column.endRing();
    column.endPart();
    column.endFeature();
    return column;
}

TEST(Tessellate, KeepsTheAreaOfRandomStars) {
    std::mt19937 random(7 + test::soakRound());
    std::uniform_real_distribution<double> radius(1, 100);
    for (std::size_t round = 0; round < 300; ++round) {
        const GeometryColumn column = star(5 + round % 100, [&](std::size_t) { return radius(random); });
        const Cover cover = coverOf(column);
        EXPECT_TRUE(cover.whole) << round;
        EXPECT_NEAR(cover.areaM2 / geosVerdict(column).areaM2, 1, 1e-9) << round;
    }
}

TEST(Tessellate, CutsAStarOfAMillionCorners) {
    std::mt19937 random(11 + test::soakRound());
    std::uniform_real_distribution<double> radius(1, 100);
    const GeometryColumn column = star(1'000'000, [&](std::size_t) { return radius(random); });
    const Cover cover = coverOf(column);
    EXPECT_TRUE(cover.whole);
    EXPECT_NEAR(cover.areaM2 / areaM2(column, 0), 1, 1e-9);
}

TEST(Tessellate, CutsAStarWhoseInnerCornersAreOnePoint) {
    const GeometryColumn column = star(20'000, [](std::size_t i) { return i % 2 == 0 ? 100.0 : 0.0; });
    const Cover cover = coverOf(column);
    EXPECT_NEAR(cover.areaM2, 0, 1e-9) << "every spike has no width";
    const GeometryColumn petals = star(30'000, [](std::size_t i) { return i % 3 == 0 ? 0.0 : 100.0; });
    const Cover petalCover = coverOf(petals);
    EXPECT_TRUE(petalCover.whole);
    EXPECT_NEAR(petalCover.areaM2 / areaM2(petals, 0), 1, 1e-9);
}

/// Triangles and boxes on a coarse grid, united: corners on edges, holes that touch, long collinear runs.
TEST(Tessellate, AgreesWithGeosOnRandomGroundWithTouchingHoles) {
    std::mt19937 random(3 + test::soakRound());
    std::uniform_int_distribution<int> place(0, 12);
    int withHoles = 0;
    for (int round = 0; round < 300; ++round) {
        GeometryColumn pieces;
        pieces.kind = GeometryKind::polygon;
        while (pieces.featureCount() < 20) {
            std::array<Point, 3> corners;
            for (Point& corner : corners) corner = {447'000.0 + place(random), 2'535'000.0 + place(random)};
            const auto [a, b, c] = corners;
            const double twiceArea = std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
            if (twiceArea == 0 || twiceArea > 16) continue; // small ones leave gaps between them
            for (const Point corner : corners) pieces.addPoint(corner);
            pieces.endRing();
            pieces.endPart();
            pieces.endFeature();
        }
        const GeometryColumn ground = unionOf(pieces);
        if (ground.isEmpty(0)) continue;
        if (ground.partOffsets.back() > ground.partOffsets.size() - 1) ++withHoles;
        const GeosVerdict geos = geosVerdict(ground);
        const Cover cover = coverOf(ground);
        EXPECT_TRUE(cover.whole || !geos.valid) << toWkt(ground, 0, 12);
        EXPECT_NEAR(cover.areaM2 / geos.areaM2, 1, 1e-9) << toWkt(ground, 0, 12);
    }
    EXPECT_GT(withHoles, 20);
}

TEST(Tessellate, LeavesOutPointsThatAreNotNumbers) {
    GeometryColumn broken = polygonFromWkt("POLYGON((0 0,10 0,10 10,5 20,0 10,0 0))");
    broken.xy[6] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_NEAR(coverOf(broken).areaM2, 100, 1e-9);
    GeometryColumn hole = polygonFromWkt("POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,2 4,3 9,4 4,4 2,2 2))");
    hole.xy[2 * 7 + 1] = std::numeric_limits<double>::infinity();
    EXPECT_NEAR(coverOf(hole).areaM2, 96, 1e-9);
    GeometryColumn none = broken;
    for (double& value : none.xy) value = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(coverOf(none).areaM2, 0);
}

TEST(Tessellate, SaysWhenRingsCrossAndCoversThemNearly) {
    const Cover bowTie = coverOf(polygonFromWkt("POLYGON((0 0,10 10,10 0,0 10,0 0))"));
    EXPECT_FALSE(bowTie.whole);
    EXPECT_LE(bowTie.areaM2, 100) << "no corner was added, so it cannot be both halves";
    // A ring that hardly crosses itself, as thinned outlines do: right to within the overlap.
    const Cover sliver = coverOf(polygonFromWkt("POLYGON((0 0,100 0,100 100,50 100,50.01 50,49.99 50.02,50.01 100,0 100,0 0))"));
    EXPECT_NEAR(sliver.areaM2, 10'000, 2);
    const Cover outside = coverOf(polygonFromWkt("POLYGON((0 0,10 0,10 10,0 10,0 0),(20 20,20 30,30 30,30 20,20 20))"));
    EXPECT_FALSE(outside.whole);
    EXPECT_NEAR(outside.areaM2, 100, 1e-9) << "a hole outside its shell takes nothing away and adds nothing";
    const Cover overlapping = coverOf(
        polygonFromWkt("POLYGON((0 0,90 0,90 90,0 90,0 0),(10 10,10 50,50 50,50 10,10 10),(49 20,49 40,80 40,80 20,49 20))"));
    EXPECT_FALSE(overlapping.whole);
    EXPECT_NEAR(overlapping.areaM2, 8100 - 1600 - 600, 25);
}

} // namespace
} // namespace banlang::viewer
