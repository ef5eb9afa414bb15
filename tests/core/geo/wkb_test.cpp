// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"

#include <gtest/gtest.h>

#include <array>

namespace banlang {
namespace {

constexpr std::string_view lakeWithIsland = "POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,2 4,4 4,4 2,2 2))";

GeometryColumn column(GeometryKind kind, std::string_view wkt) {
    return geometryFromWkt(kind, std::array{wkt});
}

TEST(Wkb, GivesBackWhatItWrote) {
    for (const auto& [kind, wkt] : std::initializer_list<std::pair<GeometryKind, std::string_view>>{
             {GeometryKind::polygon, lakeWithIsland},
             {GeometryKind::polygon, "MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))"},
             {GeometryKind::line, "LINESTRING (0 0,3 4,5 5)"},
             {GeometryKind::line, "MULTILINESTRING ((0 0,3 4),(7 7,8 8))"},
             {GeometryKind::point, "POINT (447210.25 2535100.5)"}}) {
        const GeometryColumn first = column(kind, wkt);
        GeometryColumn second;
        second.kind = kind;
        ASSERT_TRUE(appendWkb(second, toWkb(first, 0))) << wkt;
        EXPECT_EQ(toWkt(second, 0), toWkt(first, 0));
        EXPECT_EQ(kindOfWkb(toWkb(first, 0)), kind);
    }
}

TEST(Wkb, TurnsShellsAgainstTheClockAndHolesWithIt) {
    const GeometryColumn turned = column(GeometryKind::polygon, "POLYGON ((0 0,0 10,10 10,10 0,0 0),(2 2,4 2,4 4,2 4,2 2))");
    EXPECT_EQ(toWkt(turned, 0, 0), "POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,2 4,4 4,4 2,2 2))");
}

TEST(Wkb, DropsHeights) {
    EXPECT_EQ(toWkt(column(GeometryKind::line, "LINESTRING Z (0 0 100,1 1 200)"), 0, 0), "LINESTRING (0 0,1 1)");
    EXPECT_EQ(toWkt(column(GeometryKind::point, "POINT ZM (3 4 5 6)"), 0, 0), "POINT (3 4)");
}

TEST(Wkb, AppendsNothingFromDamagedBytes) {
    const GeometryColumn good = column(GeometryKind::polygon, lakeWithIsland);
    const auto bytes = toWkb(good, 0);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        GeometryColumn damaged;
        damaged.kind = GeometryKind::polygon;
        EXPECT_FALSE(appendWkb(damaged, std::span(bytes).first(length)));
        EXPECT_EQ(damaged.featureCount(), 1U);
        EXPECT_TRUE(damaged.isEmpty(0));
        EXPECT_EQ(damaged.pointCount(), 0U);
    }
}

TEST(Wkb, RefusesAnotherKind) {
    GeometryColumn lines;
    lines.kind = GeometryKind::line;
    EXPECT_FALSE(appendWkt(lines, lakeWithIsland));
    EXPECT_TRUE(lines.isEmpty(0));
}

TEST(GeometryColumn, SelectsFeaturesInTheOrderAsked) {
    const GeometryColumn all = geometryFromWkt(
        GeometryKind::line,
        std::array<std::string_view, 3>{"LINESTRING (0 0,1 1)", "MULTILINESTRING ((2 2,3 3),(4 4,5 5))", "LINESTRING (6 6,7 7)"});
    const GeometryColumn some = all.selected(std::array<std::uint32_t, 2>{2, 1});
    ASSERT_EQ(some.featureCount(), 2U);
    EXPECT_EQ(toWkt(some, 0, 0), "LINESTRING (6 6,7 7)");
    EXPECT_EQ(toWkt(some, 1, 0), "MULTILINESTRING ((2 2,3 3),(4 4,5 5))");
    EXPECT_EQ(some.boxes[1], (Box{2, 2, 5, 5}));
}

} // namespace
} // namespace banlang
