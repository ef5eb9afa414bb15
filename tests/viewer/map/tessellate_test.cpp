// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/geo/wkb.h"
#include "viewer/map/tessellate.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <random>

namespace banlang::viewer {
namespace {

double triangleArea(const GeometryColumn& polygons) {
    std::vector<std::uint32_t> triangles;
    tessellate(polygons, 0, triangles);
    double sum = 0;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const Point a = polygons.point(triangles[i]);
        const Point b = polygons.point(triangles[i + 1]);
        const Point c = polygons.point(triangles[i + 2]);
        sum += std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
    }
    return sum;
}

GeometryColumn polygon(std::string_view wkt) {
    const std::array<std::string_view, 1> wkts{wkt};
    return geometryFromWkt(GeometryKind::polygon, wkts);
}

TEST(Tessellate, KeepsTheAreaOfHolesCollinearPointsDuplicatesAndSpikes) {
    EXPECT_NEAR(triangleArea(polygon("POLYGON((0 0,10 0,10 10,0 10,0 0),(2 2,2 4,4 4,4 2,2 2),(6 6,6 8,8 8,8 6,6 6))")), 92, 1e-9);
    EXPECT_NEAR(triangleArea(polygon("POLYGON((0 0,5 0,10 0,10 10,5 10,0 10,0 5,0 0))")), 100, 1e-9);
    EXPECT_NEAR(triangleArea(polygon("POLYGON((0 0,10 0,10 0,10 10,5 5,5 5,0 10,0 0))")), 75, 1e-9);
    EXPECT_NEAR(triangleArea(polygon("POLYGON((0 0,10 0,15 0,10 0,10 10,0 10,0 0))")), 100, 1e-9);
}

TEST(Tessellate, KeepsTheAreaOfRandomStars) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> radius(1, 100);
    for (int round = 0; round < 300; ++round) {
        GeometryColumn star;
        star.kind = GeometryKind::polygon;
        const int count = 5 + round % 60;
        for (int i = 0; i < count; ++i) {
            const double angle = 6.283185307179586 * i / count;
            const double r = radius(random);
            star.addPoint({r * std::cos(angle), r * std::sin(angle)});
        }
        star.endRing();
        star.endPart();
        star.endFeature();
        EXPECT_NEAR(triangleArea(star) / areaM2(star, 0), 1, 1e-9) << round;
    }
}

TEST(Tessellate, LeavesOutPointsThatAreNotNumbers) {
    GeometryColumn broken = polygon("POLYGON((0 0,10 0,10 10,5 20,0 10,0 0))");
    broken.xy[6] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_NEAR(triangleArea(broken), 100, 1e-9);
}

} // namespace
} // namespace banlang::viewer
