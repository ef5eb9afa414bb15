// SPDX-License-Identifier: MIT
#include "tests/bench/measure.h"
#include "viewer/map/tessellate/tessellate.h"

#include <cmath>
#include <random>

namespace banlang::bench {
namespace {

constexpr double fullTurn = 6.283185307179586;

void endFeature(GeometryColumn& column) {
    column.endRing();
    column.endPart();
    column.endFeature();
}

GeometryColumn millionParcels() {
    GeometryColumn column;
    column.kind = GeometryKind::polygon;
    for (int i = 0; i < 1'000'000; ++i) {
        const Point centre{447'000.0 + i % 1000 * 20, 2'535'000.0 + i / 1000 * 20};
        for (int corner = 0; corner < 8; ++corner) {
            const double radius = corner == 3 && i % 10 == 0 ? 4 : 9;
            column.addPoint(
                {centre.x + radius * std::cos(fullTurn * corner / 8), centre.y + radius * std::sin(fullTurn * corner / 8)});
        }
        endFeature(column);
    }
    return column;
}

GeometryColumn millionCornerStar() {
    GeometryColumn column;
    column.kind = GeometryKind::polygon;
    std::mt19937 random(11);
    std::uniform_real_distribution<double> radius(1, 100);
    for (int i = 0; i < 1'000'000; ++i) {
        const double r = radius(random);
        column.addPoint({r * std::cos(fullTurn * i / 1e6), r * std::sin(fullTurn * i / 1e6)});
    }
    endFeature(column);
    return column;
}

double secondsFor(const GeometryColumn& polygons) {
    std::vector<std::uint32_t> triangles;
    return medianSeconds([&] {
        triangles.clear();
        for (std::size_t feature = 0; feature < polygons.featureCount(); ++feature)
            (void)viewer::tessellate(polygons, feature, triangles);
    });
}

} // namespace

std::vector<Measured> measureTessellate(const District& district) {
    return {{"tessellate", secondsFor(district.table(Role::parcels).geometry), {}, {}},
            {"tessellate-million", secondsFor(millionParcels()), {}, {}},
            {"tessellate-star", secondsFor(millionCornerStar()), {}, {}}};
}

} // namespace banlang::bench
