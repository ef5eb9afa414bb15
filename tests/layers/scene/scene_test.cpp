// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"
#include "layers/scene/scene.h"
#include "tests/support/analysis_context.h"
#include "tests/support/columns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace banlang {
namespace {

void setText(FeatureTable& table, std::string_view column, std::vector<std::string_view> values) {
    TextValues text;
    for (const std::string_view value : values) text.append(value);
    table.columnNamed(column)->text = std::move(text);
}

/// Fills every other column with missing values.
void close(FeatureTable& table, std::size_t rows) {
    table.rowCount = rows;
    for (Column& column : table.columns) {
        while (column.size() < rows) column.appendMissing();
    }
}

std::shared_ptr<const District> smallDistrict() {
    auto district = std::make_shared<District>(emptyDistrict(9209));
    const std::string_view areas[] = {"POLYGON((0 0,1000 0,1000 1000,0 1000,0 0))",
                                      "POLYGON((1000 0,2000 0,2000 1000,1000 1000,1000 0))"};
    FeatureTable& communes = district->table(Role::communes);
    setText(communes, "name", {"Nà Sáng", "Thèn Lĩnh"});
    setText(communes, "kind", {"Xã", "Thị trấn"});
    communes.geometry = geometryFromWkt(GeometryKind::polygon, areas);
    close(communes, 2);

    const std::string_view lines[] = {"LINESTRING(0 500,2000 500)", "LINESTRING(500 0,500 1000)"};
    FeatureTable& roads = district->table(Role::roads);
    setText(roads, "class", {"QL", "ĐTh"});
    setText(roads, "surface", {"nhựa", "đất"});
    setText(roads, "name", {"QL.4P", ""});
    roads.geometry = geometryFromWkt(GeometryKind::line, lines);
    close(roads, 2);

    const std::string_view parcelAreas[] = {"POLYGON((0 0,100 0,100 100,0 100,0 0))",
                                            "POLYGON((100 0,200 0,200 100,100 100,100 0))",
                                            "POLYGON((200 0,300 0,300 100,200 100,200 0))"};
    FeatureTable& parcels = district->table(Role::parcels);
    setText(parcels, "land_use", {"RSX", "CQP", "Hg/b"});
    setText(parcels, "holder_name", {"Người A", "Người B", "Người C"});
    parcels.geometry = geometryFromWkt(GeometryKind::polygon, parcelAreas);
    close(parcels, 3);
    return district;
}

/// The same with one upgrade of the main road, 40 % done by report.
std::shared_ptr<const District> districtWithWork() {
    auto district = std::make_shared<District>(*smallDistrict());
    FeatureTable& works = district->table(Role::roadWorks);
    setText(works, "kind", {"nâng cấp"});
    works.columnNamed("percent_done")->numbers = {40};
    works.columnNamed("started_on")->dates = {Date::fromYmd(2022, 2, 1)};
    works.columnNamed("reported_on")->dates = {Date::fromYmd(2022, 5, 1)};
    close(works, 1);
    district->linksOf(Role::roadWorks).road = {0};
    return district;
}

LayerRequest request(Audience audience = Audience::meeting) {
    return {AnalysisContext(smallDistrict(), shippedRules(), Date::fromYmd(2022, 5, 18)), audience, MapColourScheme::light};
}

} // namespace

TEST(Scene, BaseMapComesInDrawingOrderWithoutBeingAsked) {
    const auto scene = buildScene({}, request());
    ASSERT_TRUE(scene.has_value());
    std::vector<std::string_view> ids;
    for (const auto& layer : scene->layers) ids.push_back(layer->id);
    EXPECT_EQ(ids, (std::vector<std::string_view>{"parcels", "rivers", "villages", "communes", "roads"}));
}

TEST(Scene, UnknownLayerIsAUsageErrorThatNamesTheOthers) {
    const auto scene = buildScene({"pagodas"}, request());
    ASSERT_FALSE(scene.has_value());
    EXPECT_EQ(scene.error().kind, ErrorKind::usage);
    EXPECT_NE(scene.error().hint.en.find("parcels"), std::string::npos);
}

TEST(Scene, GeometryIsSharedWithTheDistrict) {
    const LayerRequest asked = request();
    const auto layer = buildLayer("parcels", asked);
    ASSERT_TRUE(layer.has_value());
    EXPECT_EQ(layer->shapes[0].geometry.get(), &asked.analysis.district().table(Role::parcels).geometry);
}

TEST(Parcels, DefenceLandIsNeitherDrawnNorCountedNorExported) {
    const auto layer = buildLayer("parcels", request(Audience::workingGroup));
    ASSERT_TRUE(layer.has_value());
    EXPECT_NE(layer->shapes[0].classOf[0], noClass);
    EXPECT_EQ(layer->shapes[0].classOf[1], noClass);
    EXPECT_EQ(layer->featureCount, 2U);
    EXPECT_EQ(layer->attributes().rows.rowCount, 2U);
    EXPECT_EQ(layer->attributes().rows.geometry.featureCount(), 2U);
}

TEST(Parcels, HoldersAreNamedInTheWorkingGroupOnly) {
    const auto meeting = buildLayer("parcels", request());
    const auto inside = buildLayer("parcels", request(Audience::workingGroup));
    EXPECT_EQ(meeting->attributes().rows.columnNamed("holder_name"), nullptr);
    EXPECT_EQ(meeting->attributes().rows.columnNamed("household_id"), nullptr);
    ASSERT_NE(inside->attributes().rows.columnNamed("holder_name"), nullptr);
    EXPECT_EQ(test::textAt(inside->attributes().rows, "holder_name", 0), "Người A");
}

TEST(Layers, EveryLayerNamesEveryColumnInBothLanguages) {
    for (const LayerInfo& info : layerCatalogue()) {
        const auto layer = buildLayer(info.id, request());
        ASSERT_TRUE(layer.has_value()) << info.id;
        const FeatureTable table = layer->attributes().rows;
        ASSERT_EQ(table.columns.size(), layer->attributeNames.size()) << info.id;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            EXPECT_EQ(table.columns[i].name, layer->attributeNames[i].column);
            EXPECT_FALSE(layer->attributeNames[i].label.vi.empty());
            EXPECT_FALSE(layer->attributeNames[i].label.en.empty());
        }
    }
}

TEST(Communes, TheOuterBorderIsTheDistricts) {
    const auto layer = buildLayer("communes", request());
    ASSERT_TRUE(layer.has_value());
    const ShapeSet& lines = layer->shapes.back();
    EXPECT_EQ(std::count(lines.classOf.begin(), lines.classOf.end(), 0), 1);
    EXPECT_EQ(std::count(lines.classOf.begin(), lines.classOf.end(), 1), 2);
}

TEST(Roads, UnhardenedOnesHaveADashedCasing) {
    const auto layer = buildLayer("roads", request());
    ASSERT_TRUE(layer.has_value());
    const ShapeSet& near = layer->shapes.front();
    EXPECT_TRUE(near.styles[near.classOf[0]].strokes[0].dashPx.empty());
    EXPECT_FALSE(near.styles[near.classOf[1]].strokes[0].dashPx.empty());
    EXPECT_EQ(layer->shapes.back().classOf[1], noClass) << "village roads are not drawn from afar";
}

TEST(NewRoads, WorkUnderWayIsSolidUpToItsPercentAndDashedBeyond) {
    const LayerRequest asked{AnalysisContext(districtWithWork(), shippedRules(), Date::fromYmd(2022, 5, 18))};
    const auto layer = buildLayer("new-roads", asked);
    ASSERT_TRUE(layer.has_value());
    const ShapeSet& set = layer->shapes[0];
    ASSERT_EQ(set.geometry->featureCount(), 2U);
    EXPECT_DOUBLE_EQ(set.geometry->boxes[0].width(), 800);
    EXPECT_DOUBLE_EQ(set.geometry->boxes[1].width(), 1200);
    EXPECT_TRUE(set.styles[set.classOf[0]].strokes[1].dashPx.empty());
    EXPECT_FALSE(set.styles[set.classOf[1]].strokes[1].dashPx.empty());
    ASSERT_EQ(layer->labels[0].labels.size(), 1U);
    EXPECT_EQ(layer->labels[0].labels[0].text, "40 %");
    ASSERT_EQ(layer->legend.size(), 1U);
    EXPECT_DOUBLE_EQ(*layer->legend[0].amount, 2.0);
}

TEST(NewRoads, BeforeTheReportThereIsNoFigureRatherThanZero) {
    const LayerRequest asked{AnalysisContext(districtWithWork(), shippedRules(), Date::fromYmd(2022, 4, 1))};
    const auto layer = buildLayer("new-roads", asked);
    ASSERT_TRUE(layer.has_value());
    EXPECT_TRUE(layer->labels[0].labels.empty());
    EXPECT_TRUE(layer->legend.back().noReport);
    EXPECT_TRUE(std::isnan(test::numberAt(layer->attributes().rows, "percent_on_day", 0)));
}

TEST(RenovatedGardens, CountsOfOneAndTwoLeaveTheWorkingGroupNeitherInRingNorTable) {
    auto district = std::make_shared<District>(*smallDistrict());
    const std::string_view area[] = {"POLYGON((0 0,1000 0,1000 1000,0 1000,0 0))"};
    FeatureTable& villages = district->table(Role::villages);
    villages.geometry = geometryFromWkt(GeometryKind::polygon, area);
    close(villages, 1);
    FeatureTable& gardens = district->table(Role::gardens);
    const Date day = Date::fromYmd(2022, 3, 1);
    gardens.columnNamed("registered_on")->dates = std::vector<Date>(5, day);
    gardens.columnNamed("finished_on")->dates = {day, day, day, day, Date{}};
    close(gardens, 5);
    district->linksOf(Role::gardens).village = std::vector<std::int32_t>(5, 0);
    for (const Audience audience : {Audience::meeting, Audience::workingGroup}) {
        const LayerRequest asked{AnalysisContext(district, shippedRules(), Date::fromYmd(2022, 5, 18)), audience};
        const auto layer = buildLayer("renovated-gardens", asked);
        ASSERT_TRUE(layer.has_value());
        EXPECT_EQ(layer->shapes[0].classOf[0], 3) << "four of five are finished";
        ASSERT_EQ(layer->markers[0].markers.size(), 1U);
        EXPECT_EQ(layer->markers[0].markers[0].text, "5");
        const bool hidden = audience == Audience::meeting;
        const FeatureTable table = layer->attributes().rows;
        EXPECT_EQ(table.rowCount, hidden ? 1U : 5U) << "villages for the meeting, gardens for the working group";
        if (hidden) {
            EXPECT_TRUE(std::isnan(test::numberAt(table, "gardens_registered", 0)));
            // With the total in the ring, four of five would give the fifth away.
            EXPECT_TRUE(std::isnan(test::numberAt(table, "gardens_finished", 0)));
        } else {
            EXPECT_EQ(test::textAt(table, "state", 0), "đã cải tạo");
            EXPECT_EQ(test::textAt(table, "state", 4), "đăng ký, chưa làm");
        }
        EXPECT_EQ(layer->markers[0].markers[0].shareFills.back().colour == themePalette(MapColourScheme::light).gardenHidden,
                  hidden);
        EXPECT_EQ(layer->legend[2].countHidden, hidden);
    }
}

TEST(Hillshade, LevelGroundIsBareAndSlopesAwayFromTheLightAreDark) {
    HeightGrid grid{{0, 0, 2000, 2000}, 20, 20, std::vector<float>(400, 100)};
    const Hillshade level = shade(grid);
    EXPECT_EQ(*std::max_element(level.alpha.begin(), level.alpha.end()), 0);
    for (int row = 0; row < 20; ++row) {
        // Falls to the south-east, away from the light in the north-west.
        for (int column = 0; column < 20; ++column) {
            grid.heightM[static_cast<std::size_t>(row * 20 + column)] = static_cast<float>(2000 - 40 * (row + column));
        }
    }
    const Hillshade slope = shade(grid);
    EXPECT_GT(slope.alpha[10 * 20 + 10], 20);
    EXPECT_LE(*std::max_element(slope.alpha.begin(), slope.alpha.end()), 102);
    EXPECT_EQ(slope.alpha[0], 0) << "fades out at the edge";
    EXPECT_LE(std::set<std::uint8_t>(slope.alpha.begin(), slope.alpha.end()).size(), 15U);
}

} // namespace banlang
