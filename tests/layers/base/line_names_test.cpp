// SPDX-License-Identifier: MIT
#include "layers/base/home_marks.h"
#include "layers/base/line_names.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;

TEST(LineNames, ANameFollowsTheLongestPart) {
    DistrictBuilder builder;
    builder.add(Role::roads, {{"id", "R0"}, {"name", "Đường khác"}}, "LINESTRING (0 0,1 1)");
    builder.add(Role::roads, {{"id", "R1"}, {"name", "Đường Bản Lạn"}},
                "MULTILINESTRING ((0 0,100 0),(0 10,50 10,100 60,150 60),(0 20,90 20))");
    const District district = builder.unlinked();
    const MapLabel label = lineName(district.table(Role::roads), 1, LabelKind::road, rgb(0x112233));
    EXPECT_EQ(label.text, "Đường Bản Lạn");
    EXPECT_EQ(label.kind, LabelKind::road);
    EXPECT_EQ(label.id, 1U);
    EXPECT_EQ(label.colour, rgb(0x112233));
    EXPECT_EQ(label.path, (std::vector<Point>{{0, 10}, {50, 10}, {100, 60}, {150, 60}}));
    EXPECT_EQ(label.at, (Point{100, 60}));
}

MapLayer homesFor(Audience audience, MapColourScheme scheme = MapColourScheme::light) {
    DistrictBuilder builder;
    builder.add(Role::households, {{"id", "h1"}}, "POINT (10 20)");
    builder.add(Role::households, {{"id", "h2"}});
    builder.add(Role::households, {{"id", "h3"}}, "POINT (30 40)");
    LayerRequest request{test::contextOf(builder.linked())};
    request.audience = audience;
    request.colourScheme = scheme;
    MapLayer layer;
    addHomes(layer, {request}, 7);
    return layer;
}

TEST(HomeMarks, OneForEachHouseholdThatHasAPlace) {
    const MapLayer layer = homesFor(Audience::workingGroup);
    ASSERT_EQ(layer.markers.size(), 1U);
    const std::vector<Marker>& markers = layer.markers[0].markers;
    ASSERT_EQ(markers.size(), 2U);
    EXPECT_EQ(markers[0].at, (Point{10, 20}));
    EXPECT_EQ(markers[1].row, 2);
    EXPECT_EQ(markers[1].role, Role::households);
    EXPECT_FALSE(layer.markers[0].scales.shows(groundPlanBelow)) << "only on a ground plan";
    EXPECT_TRUE(layer.markers[0].scales.shows(groundPlanBelow - 1));
    ASSERT_EQ(layer.legend.size(), 1U);
    EXPECT_EQ(layer.legend[0].key, 7);
    EXPECT_EQ(markers[0].keys, std::vector<LegendKey>{7});
}

TEST(HomeMarks, NoHouseholdIsShownToWhomItMayNot) {
    for (const Audience audience : {Audience::meeting, Audience::publicNotice}) {
        const MapLayer layer = homesFor(audience);
        EXPECT_TRUE(layer.markers.empty()) << id(audience);
        EXPECT_TRUE(layer.legend.empty()) << id(audience);
    }
}

TEST(HomeMarks, WithoutHouseholdsThereIsNothingToExplain) {
    LayerRequest request{test::contextOf(emptyDistrict(9209))};
    request.audience = Audience::workingGroup;
    MapLayer layer;
    addHomes(layer, {request}, 7);
    EXPECT_TRUE(layer.markers.empty());
    EXPECT_TRUE(layer.legend.empty());
}

} // namespace
} // namespace banlang
