// SPDX-License-Identifier: MIT
#include "core/geo/box_reduction.h"
#include "core/geo/buffer_ring.h"
#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "core/geo/wkb.h"
#include "tests/support/soak_round.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace banlang {
namespace {

GeometryColumn polygon(std::string_view wkt) {
    return geometryFromWkt(GeometryKind::polygon, std::array{wkt});
}

GeometryColumn line(std::string_view wkt) {
    return geometryFromWkt(GeometryKind::line, std::array{wkt});
}

/// The shape itself, built by GEOS.
GeometryColumn shapeOf(const GeometryColumn& line, const GeometryColumn& polygon, double innerM, double outerM) {
    const GeometryColumn within = intersection(polygon, 0, corridor(line, 0, outerM), 0);
    return innerM > 0 && !within.isEmpty(0) ? difference(within, 0, corridor(line, 0, innerM), 0) : within;
}

void expectAreaOfShape(const GeometryColumn& line, const GeometryColumn& polygon, double innerM, double outerM) {
    const double expected = areaM2(shapeOf(line, polygon, innerM, outerM), 0);
    const auto share = BufferRing(line, 0, innerM, outerM).shareOf(polygon, 0, 1e-3);
    ASSERT_EQ(share.has_value(), expected >= 1e-3);
    if (!share) return;
    EXPECT_NEAR(share->areaM2, expected, 1e-6 * expected + 1e-7);
}

struct ChainageRange {
    double lowest = std::numeric_limits<double>::infinity();
    double highest = 0;
};

/// A corner can lie equally far from two legs of a path, and is then at either chainage.
ChainageRange chainagesOf(const GeometryColumn& line, Point place) {
    const double nearestM = nearestOnLine(line, 0, place)->distanceM;
    ChainageRange found;
    double startM = 0;
    for (std::size_t ring = 0; ring + 1 < line.ringOffsets.size(); ++ring) {
        for (std::size_t i = line.ringOffsets[ring]; i + 1 < line.ringOffsets[ring + 1]; ++i) {
            const Point from = line.point(i);
            const Point to = line.point(i + 1);
            const double lengthM = std::hypot(to.x - from.x, to.y - from.y);
            const double along = ((place.x - from.x) * (to.x - from.x) + (place.y - from.y) * (to.y - from.y)) / lengthM;
            const double onIt = std::clamp(along, 0.0, lengthM);
            const Point foot{from.x + onIt / lengthM * (to.x - from.x), from.y + onIt / lengthM * (to.y - from.y)};
            if (std::hypot(place.x - foot.x, place.y - foot.y) < nearestM + 1e-6) {
                found.lowest = std::min(found.lowest, startM + onIt);
                found.highest = std::max(found.highest, startM + onIt);
            }
            startM += lengthM;
        }
    }
    return found;
}

void expectShareOfShape(const GeometryColumn& line, const GeometryColumn& polygon, double innerM, double outerM) {
    expectAreaOfShape(line, polygon, innerM, outerM);
    const GeometryColumn shape = shapeOf(line, polygon, innerM, outerM);
    const auto share = BufferRing(line, 0, innerM, outerM).shareOf(polygon, 0, 1e-3);
    if (!share) return;
    ChainageRange from{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    ChainageRange to{0, 0};
    for (std::size_t i = 0; i < shape.pointCount(); ++i) {
        const ChainageRange at = chainagesOf(line, shape.point(i));
        from = {std::min(from.lowest, at.lowest), std::min(from.highest, at.highest)};
        to = {std::max(to.lowest, at.lowest), std::max(to.highest, at.highest)};
    }
    EXPECT_GE(share->fromM, from.lowest - 1e-4);
    EXPECT_LE(share->fromM, from.highest + 1e-4);
    EXPECT_GE(share->toM, to.lowest - 1e-4);
    EXPECT_LE(share->toM, to.highest + 1e-4);
}

struct Place {
    const char* what;
    const char* line;
    const char* polygon;
};

constexpr Place places[] = {
    {"beside a straight road", "LINESTRING (0 0,100 0)", "POLYGON ((20 0,60 0,60 40,20 40,20 0))"},
    {"from the edge of the bed outwards", "LINESTRING (0 0,100 0)", "POLYGON ((20 1.5,60 1.5,60 40,20 40,20 1.5))"},
    {"as wide as the strip", "LINESTRING (0 0,100 0)", "POLYGON ((20 1.5,60 1.5,60 2.5,20 2.5,20 1.5))"},
    {"on both sides", "LINESTRING (0 0,100 0)", "POLYGON ((20 -10,60 -10,60 40,20 40,20 -10))"},
    {"inside the strip", "LINESTRING (0 0,100 0)", "POLYGON ((20 1.7,22 1.7,21 2.3,20 1.7))"},
    {"around the whole road", "LINESTRING (0 0,100 0)", "POLYGON ((-20 -20,120 -20,120 20,-20 20,-20 -20))"},
    {"past the end", "LINESTRING (0 0,100 0)", "POLYGON ((90 -10,130 -10,130 40,90 40,90 -10))"},
    {"out of reach", "LINESTRING (0 0,100 0)", "POLYGON ((20 2.6,60 2.6,60 40,20 40,20 2.6))"},
    {"at a sharp bend, outside", "LINESTRING (0 0,50 0,10 30)", "POLYGON ((40 -20,80 -20,80 20,49 8,40 -20))"},
    {"at a sharp bend, inside", "LINESTRING (0 0,50 0,10 30)", "POLYGON ((20 0,50 0,40 7,20 10,20 0))"},
    {"at many small bends", "LINESTRING (0 0,3 1,6 -1,9 2,12 0,15 1,18 0,30 4)", "POLYGON ((1 0,25 0,25 12,1 12,1 0))"},
    {"with a hole over the road", "LINESTRING (0 0,100 0)",
     "POLYGON ((10 -10,60 -10,60 40,10 40,10 -10),(20 -2,40 -2,40 2.2,20 2.2,20 -2))"},
    {"in two parts", "LINESTRING (0 0,100 0)", "MULTIPOLYGON (((5 1,15 1,15 9,5 9,5 1)),((60 -9,80 -9,80 -1,60 -1,60 -9)))"},
    {"between the legs of a hairpin", "LINESTRING (0 0,60 0,60 4,0 4)", "POLYGON ((10 0,50 0,50 4,10 4,10 0))"},
    {"where the road comes back", "LINESTRING (0 0,100 0,100 50,40 50,40 -30)", "POLYGON ((35 -10,60 -10,60 10,35 10,35 -10))"},
    {"on a ring road", "LINESTRING (0 0,40 0,40 40,0 40,0 0)", "POLYGON ((30 -10,60 -10,60 20,30 20,30 -10))"},
    {"on a road in parts", "MULTILINESTRING ((0 0,40 0),(60 5,100 5))", "POLYGON ((30 0,80 0,80 30,30 30,30 0))"},
    {"on the second part", "MULTILINESTRING ((0 0,40 0),(60 5,100 5))", "POLYGON ((70 0,80 0,80 30,70 30,70 0))"},
};

TEST(BufferRing, MeasuresWhatTheShapeItselfHolds) {
    for (const Place& place : places) {
        SCOPED_TRACE(place.what);
        expectShareOfShape(line(place.line), polygon(place.polygon), 1.5, 2.5);
        expectShareOfShape(line(place.line), polygon(place.polygon), 0, 2.5);
    }
}

TEST(BufferRing, MeasuresWhereARingRoadCloses) {
    const GeometryColumn ring = line("LINESTRING (0 0,40 0,40 40,0 40,0 0)");
    const GeometryColumn corner = polygon("POLYGON ((-10 -10,20 -10,20 20,-10 20,-10 -10))");
    expectAreaOfShape(ring, corner, 1.5, 2.5);
    expectAreaOfShape(ring, corner, 0, 2.5);
}

TEST(BufferRing, TellsTheSideWithMoreLand) {
    const BufferRing band(line("LINESTRING (0 0,100 0)"), 0, 1.5, 2.5);
    const auto left = [&](std::string_view wkt) { return band.shareOf(polygon(wkt), 0, 0.1)->left; };
    EXPECT_TRUE(left("POLYGON ((20 0,60 0,60 40,20 40,20 0))"));
    EXPECT_FALSE(left("POLYGON ((20 -40,60 -40,60 0,20 0,20 -40))"));
    EXPECT_TRUE(left("POLYGON ((40 -9,60 -9,70 9,30 9,40 -9))"));
    EXPECT_FALSE(left("POLYGON ((30 -9,70 -9,60 9,40 9,30 -9))"));
    const BufferRing back(line("LINESTRING (100 0,0 0)"), 0, 0, 2.5);
    EXPECT_FALSE(back.shareOf(polygon("POLYGON ((20 -1,60 -1,60 40,20 40,20 -1))"), 0, 0.1)->left) << "the other way";
}

/// A path of many turns that may cross itself, in the coordinates of a map.
GeometryColumn randomLine(std::mt19937& random) {
    std::uniform_real_distribution<double> turn(-1.4, 1.4);
    std::uniform_real_distribution<double> step(4, 25);
    GeometryColumn column;
    column.kind = GeometryKind::line;
    Point at{447'000, 2'535'000};
    double heading = 0;
    for (int i = 0; i < 14; ++i) {
        column.addPoint(at);
        heading += turn(random);
        const double length = step(random);
        at = {at.x + length * std::cos(heading), at.y + length * std::sin(heading)};
    }
    column.endRing();
    column.endPart();
    column.endFeature();
    return column;
}

GeometryColumn randomParcel(std::mt19937& random, Point near) {
    std::uniform_real_distribution<double> radius(4, 30);
    std::uniform_real_distribution<double> shift(-15, 15);
    GeometryColumn column;
    column.kind = GeometryKind::polygon;
    const Point centre{near.x + shift(random), near.y + shift(random)};
    for (int i = 0; i < 9; ++i) {
        const double angle = 2 * std::numbers::pi * i / 9;
        const double r = radius(random);
        column.addPoint({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    column.endRing();
    column.endPart();
    column.endFeature();
    return column;
}

TEST(BufferRing, AgreesWithGeosOnAnyPath) {
    std::mt19937 random(7 + test::soakRound());
    for (int trial = 0; trial < 400; ++trial) {
        SCOPED_TRACE(trial);
        const GeometryColumn path = randomLine(random);
        const GeometryColumn parcel = randomParcel(random, path.point(static_cast<std::size_t>(trial) % path.pointCount()));
        expectShareOfShape(path, parcel, trial % 3 == 0 ? 0.0 : 1.25, 3.25);
    }
}

TEST(NearBox, KeepsWhatLiesInsideTheBox) {
    const GeometryColumn path = line("LINESTRING (0 0,500 20,900 -30,950 400,600 500,620 30,100 60)");
    const GeometryColumn whole = corridor(path, 0, 6);
    const GeometryColumn parcel = polygon("POLYGON ((580 -10,680 0,660 60,600 70,580 -10))");
    const GeometryColumn reduced = reducedToBox(whole, 0, parcel.boxes[0]);
    EXPECT_LT(reduced.pointCount(), whole.pointCount() / 2);
    for (double x = 581; x < 680; x += 3) {
        for (double y = -9; y < 70; y += 3) EXPECT_EQ(contains(reduced, 0, {x, y}), contains(whole, 0, {x, y})) << x << " " << y;
    }
}

} // namespace
} // namespace banlang
