// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "core/geo/wkb.h"
#include "core/intake/geometry_repair.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace banlang {
namespace {

GeometryColumn columnOf(GeometryKind kind, const std::vector<std::string_view>& wkts) {
    GeometryColumn column;
    column.kind = kind;
    for (const std::string_view wkt : wkts) {
        if (wkt.empty())
            column.endFeature();
        else if (!appendWkt(column, wkt))
            throw std::invalid_argument(std::string(wkt));
    }
    return column;
}

Crs crsOf(int epsg) {
    return Crs::fromEpsg(epsg).value();
}

TEST(GeometryRepair, CoordinatesComeToTheCrsOfTheStore) {
    const GeometryColumn points = columnOf(GeometryKind::point, {"POINT (105.5 23)", "", "POINT (104.98 22.82)"});
    const auto placed = transformedTo(points, crsOf(wgs84Epsg), defaultStoreEpsg, {});
    ASSERT_TRUE(placed);
    ASSERT_EQ(placed->featureCount(), 3U);
    EXPECT_TRUE(placed->isEmpty(1));
    // The meridian of the zone is 105.5; its northing there is the arc of the meridian times 0.9999, within the shift of the datum.
    EXPECT_NEAR(placed->point(0).x, 500'000, 300);
    EXPECT_NEAR(placed->point(0).y, 2'544'000, 1'500);
    const auto back = toWgs84(defaultStoreEpsg);
    EXPECT_NEAR(lonLatOf(*back, placed->point(1)).lonDeg, 104.98, 1e-7);
    EXPECT_NEAR(lonLatOf(*back, placed->point(1)).latDeg, 22.82, 1e-7);
    EXPECT_TRUE(placed->boxes[0].contains(placed->point(0))) << "boxes fit the new coordinates";
}

TEST(GeometryRepair, AFewPlacesBeyondTheEarthBecomeEmpty) {
    const GeometryColumn points = columnOf(GeometryKind::point, {"POINT (105 22)", "POINT (447210 2535100)", "POINT (105.1 22.1)",
                                                                 "POINT (105.2 91)", "POINT (105 22)"});
    const auto placed = transformedTo(points, crsOf(wgs84Epsg), defaultStoreEpsg, {});
    ASSERT_TRUE(placed);
    ASSERT_EQ(placed->featureCount(), 5U);
    EXPECT_FALSE(placed->isEmpty(0));
    EXPECT_TRUE(placed->isEmpty(1));
    EXPECT_FALSE(placed->isEmpty(2));
    EXPECT_TRUE(placed->isEmpty(3));
    EXPECT_FALSE(placed->isEmpty(4));
}

TEST(GeometryRepair, WhereMostLieBeyondTheEarthTheCrsIsWrong) {
    const GeometryColumn points =
        columnOf(GeometryKind::point, {"POINT (22 105)", "POINT (22 105.1)", "POINT (105 22)"}); // latitude 105
    const auto placed = transformedTo(points, crsOf(wgs84Epsg), defaultStoreEpsg, {"a.shp", "a", -1, {}});
    ASSERT_FALSE(placed);
    EXPECT_EQ(placed.error().code, "crs-wrong");
    EXPECT_EQ(placed.error().where.file, "a.shp");
    EXPECT_NE(placed.error().message.vi.find("WGS 84"), std::string::npos);
}

TEST(GeometryRepair, CoordinatesThatAreNoNumbersBecomeEmptyAlsoWithoutATransformation) {
    GeometryColumn points = columnOf(GeometryKind::point, {"POINT (447210 2535100)", "POINT (447211 2535101)", "POINT (1 1)"});
    points.xy[2] = std::numeric_limits<double>::quiet_NaN();
    points.refreshBoxes();
    const auto placed = transformedTo(points, crsOf(defaultStoreEpsg), defaultStoreEpsg, {});
    ASSERT_TRUE(placed);
    EXPECT_TRUE(placed->isEmpty(1));
    EXPECT_EQ(placed->point(0), (Point{447210, 2535100})) << "the same CRS: not a bit moves";
}

TEST(GeometryRepair, NothingIsNothing) {
    const auto placed = transformedTo(columnOf(GeometryKind::line, {}), crsOf(wgs84Epsg), defaultStoreEpsg, {});
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->featureCount(), 0U);
}

RawLayer layerOf(std::size_t rows) {
    RawLayer raw;
    raw.table.rowCount = rows;
    return raw;
}

TEST(GeometryRepair, APolygonThatCrossesItselfIsMendedAndTold) {
    GeometryColumn polygons = columnOf(GeometryKind::polygon, {"POLYGON ((0 0,10 0,10 10,0 10,0 0))", "", // sound, none
                                                               "POLYGON ((0 0,10 10,10 0,0 10,0 0))"});   // a bow tie
    const GeometryColumn before = polygons;
    const RawLayer raw = layerOf(3);
    ProblemList problems("a.shp", raw);
    repairPolygons(polygons, problems);
    ASSERT_EQ(polygons.featureCount(), 3U);
    EXPECT_EQ(toWkt(polygons, 0), toWkt(before, 0));
    EXPECT_TRUE(polygons.isEmpty(1));
    EXPECT_EQ(invalidReason(polygons, 2), "");
    EXPECT_NEAR(areaM2(polygons, 2), 50, 1e-9) << "both wings";
    const std::vector<RowProblem> told = problems.take();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].rule, "self-intersection");
    EXPECT_EQ(told[0].severity, Severity::warning);
    EXPECT_EQ(told[0].where.row, 3);
    EXPECT_FALSE(problems.isRejected(2));
}

TEST(GeometryRepair, SoundPolygonsStayBitByBit) {
    GeometryColumn polygons =
        columnOf(GeometryKind::polygon, {"POLYGON ((0.1 0.2,10 0,10 10,0 10,0.1 0.2),(2 2,2 4,4 4,4 2,2 2))"});
    const std::vector<double> before = polygons.xy;
    const RawLayer raw = layerOf(1);
    ProblemList problems("a.shp", raw);
    repairPolygons(polygons, problems);
    EXPECT_EQ(polygons.xy, before);
    EXPECT_TRUE(problems.take().empty());
}

} // namespace
} // namespace banlang
