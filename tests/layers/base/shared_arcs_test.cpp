// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/geo/wkb.h"
#include "layers/base/shared_arcs.h"

#include <gtest/gtest.h>

#include <cmath>

namespace banlang {
namespace {

GeometryColumn twoNeighbours() {
    const std::string_view wkts[] = {"POLYGON((0 0,10 0,10 5,10 10,0 10,0 0))", "POLYGON((10 0,20 0,20 10,10 10,10 5,10 0))"};
    return geometryFromWkt(GeometryKind::polygon, wkts);
}

} // namespace

TEST(SharedArcs, DrawsACommonBorderOnceAndInOnePiece) {
    const SharedArcs arcs = sharedArcs(twoNeighbours());
    ASSERT_EQ(arcs.lines.featureCount(), 3U);
    double inner = 0;
    double outer = 0;
    for (std::size_t arc = 0; arc < 3; ++arc) (arcs.right[arc] == noNeighbour ? outer : inner) += lengthM(arcs.lines, arc);
    EXPECT_DOUBLE_EQ(inner, 10);
    EXPECT_DOUBLE_EQ(outer, 60);
}

TEST(SharedArcs, KeepsTheLeftPolygonOnTheLeft) {
    const GeometryColumn polygons = twoNeighbours();
    const SharedArcs arcs = sharedArcs(polygons);
    for (std::size_t arc = 0; arc < arcs.left.size(); ++arc) {
        const auto line = arcs.lines.ring(arcs.lines.firstRing(arc));
        const double dx = line[2] - line[0];
        const double dy = line[3] - line[1];
        const double length = std::hypot(dx, dy);
        const Point beside{(line[0] + line[2]) / 2 - dy / length, (line[1] + line[3]) / 2 + dx / length};
        EXPECT_TRUE(contains(polygons, static_cast<std::size_t>(arcs.left[arc]), beside)) << "arc " << arc;
    }
}

TEST(SharedArcs, GivesAnIslandItsWholeRing) {
    const std::string_view wkts[] = {"POLYGON((0 0,10 0,10 10,0 10,0 0))"};
    const SharedArcs arcs = sharedArcs(geometryFromWkt(GeometryKind::polygon, wkts));
    ASSERT_EQ(arcs.lines.featureCount(), 1U);
    EXPECT_DOUBLE_EQ(lengthM(arcs.lines, 0), 40);
    EXPECT_EQ(arcs.right[0], noNeighbour);
}

} // namespace banlang
