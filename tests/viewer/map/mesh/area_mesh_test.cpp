// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/geo/wkb.h"
#include "viewer/map/mesh/area_mesh.h"

#include <gtest/gtest.h>

#include <array>

namespace banlang::viewer::detail {
namespace {

const GeometryColumn& parcels() {
    static const std::array<std::string_view, 4> wkts{
        "POLYGON ((447000 2535000,447010 2535000,447010 2535010,447000 2535010,447000 2535000))",
        "POLYGON ((447020 2535000,447050 2535000,447050 2535030,447020 2535030,447020 2535000),"
        "(447030 2535010,447030 2535020,447040 2535020,447040 2535010,447030 2535010))",
        "MULTIPOLYGON (((447060 2535000,447070 2535000,447060 2535010,447060 2535000)),"
        "((447080 2535000,447090 2535000,447080 2535010,447080 2535000)))",
        "POLYGON ((0 0,1 0,0 1,0 0))"};
    static const GeometryColumn column = geometryFromWkt(GeometryKind::polygon, wkts);
    return column;
}

/// Ground of the triangles by the place of their feature in the chunk.
std::vector<double> groundOf(const AreaMesh& mesh, std::size_t features) {
    std::vector<double> areas(features, 0);
    for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3) {
        const MeshPoint& a = mesh.points.at(mesh.triangles[i]);
        const MeshPoint& b = mesh.points.at(mesh.triangles[i + 1]);
        const MeshPoint& c = mesh.points.at(mesh.triangles[i + 2]);
        const std::uint16_t feature = mesh.featureOf.at(mesh.triangles[i]);
        EXPECT_EQ(mesh.featureOf.at(mesh.triangles[i + 1]), feature);
        EXPECT_EQ(mesh.featureOf.at(mesh.triangles[i + 2]), feature);
        areas.at(feature) += (static_cast<double>(b.x - a.x) * static_cast<double>(c.y - a.y) -
                              static_cast<double>(b.y - a.y) * static_cast<double>(c.x - a.x)) /
                             2;
    }
    return areas;
}

TEST(AreaMesh, EachFeatureHasItsOwnGround) {
    const std::array<std::uint32_t, 3> chosen{2, 0, 1};
    const AreaMesh mesh = prepareAreaMesh(parcels(), chosen);
    EXPECT_EQ(mesh.featureOf.size(), mesh.points.size());
    const std::vector<double> areas = groundOf(mesh, 3);
    for (std::size_t i = 0; i < chosen.size(); ++i) EXPECT_NEAR(areas[i], areaM2(parcels(), chosen[i]), 1e-3) << i;
}

TEST(AreaMesh, PointsAreRelativeToTheMiddleOfTheChunk) {
    const std::array<std::uint32_t, 2> chosen{0, 2};
    const AreaMesh mesh = prepareAreaMesh(parcels(), chosen);
    EXPECT_EQ(mesh.origin, (Point{447'045, 2'535'005}));
    Box box;
    for (const MeshPoint& point : mesh.points) box.grow(Point{point.x, point.y});
    EXPECT_EQ(box, (Box{-45, -5, 45, 5}));
}

TEST(AreaMesh, NothingChosenIsNothing) {
    EXPECT_TRUE(prepareAreaMesh(parcels(), {}).points.empty());
    GeometryColumn empty;
    empty.kind = GeometryKind::polygon;
    empty.endFeature();
    const std::array<std::uint32_t, 1> only{0};
    EXPECT_TRUE(prepareAreaMesh(empty, only).triangles.empty());
}

} // namespace
} // namespace banlang::viewer::detail
