// SPDX-License-Identifier: MIT
#include "layers/scene/scene.h"
#include "layers/themes/land_side_bands.h"
#include "tests/support/analysis_context.h"
#include "tests/support/columns.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace banlang {
namespace {

/// A village road along y = 500 through Nà Sáng: two parcels north of it (left) and two south, then a road nobody reported on.
LayerRequest request(Audience audience = Audience::meeting, Date asOf = Date::fromYmd(2022, 5, 18)) {
    test::DistrictBuilder builder = test::twoCommunes();
    builder.add(Role::roads, {{"id", "D1"}, {"name", "Bản Sản"}, {"class", "ĐTh"}, {"surface", "đất"}, {"bed_width_m", "3"}},
                "LINESTRING (0 500,1000 500)");
    builder.add(Role::roads, {{"id", "D2"}, {"class", "ĐTh"}, {"surface", "đất"}, {"bed_width_m", "3"}},
                "LINESTRING (2000 500,3000 500)");
    const auto parcel = [&](std::string_view commune, std::string_view number, std::string_view wkt) {
        builder.add(Role::parcels,
                    {{"commune_code", commune},
                     {"sheet", "21"},
                     {"number", number},
                     {"land_use", "NHK"},
                     {"holder_name", "Người A"},
                     {"household_id", "H1"}},
                    wkt);
    };
    parcel("00874", "1", "POLYGON ((0 501.5,400 501.5,400 600,0 600,0 501.5))");
    parcel("00874", "2", "POLYGON ((400 501.5,1000 501.5,1000 600,400 600,400 501.5))");
    parcel("00874", "3", "POLYGON ((0 400,500 400,500 498.5,0 498.5,0 400))");
    parcel("00874", "4", "POLYGON ((500 400,1000 400,1000 498.5,500 498.5,500 400))");
    parcel("00877", "5", "POLYGON ((2000 501.5,3000 501.5,3000 600,2000 600,2000 501.5))");
    const auto gave = [&](std::string_view id, std::string_view number, std::string_view pledged, std::string_view donated) {
        builder.add(Role::donations, {{"id", id},
                                      {"commune_code", "00874"},
                                      {"sheet", "21"},
                                      {"number", number},
                                      {"road_id", "D1"},
                                      {"declared_area_m2", "100"},
                                      {"pledged_on", pledged},
                                      {"donated_on", donated}});
    };
    gave("B1", "1", "2022-01-10", "2022-04-01");
    gave("B2", "3", "2022-02-10", "2022-06-01");
    builder.add(Role::roadWorks, {{"id", "W1"}, {"road_id", "D1"}, {"kind", "nâng cấp"}, {"target_bed_width_m", "5"}});
    builder.add(Role::roadWorks, {{"id", "W2"}, {"road_id", "D2"}, {"kind", "nâng cấp"}, {"target_bed_width_m", "5"}});
    return {test::contextOf(builder.linked(), asOf), audience, MapColourScheme::light};
}

double columnSum(const FeatureTable& table, std::string_view name) {
    const Column* column = table.columnNamed(name);
    return column == nullptr ? Column::missingNumber : std::accumulate(column->numbers.begin(), column->numbers.end(), 0.0);
}

} // namespace

TEST(DonatedLand, LegendAddsUpToTheTableAndToTheNeedOfTheRoads) {
    const LayerRequest asked = request();
    const auto layer = buildLayer("donated-land", asked);
    ASSERT_TRUE(layer.has_value());
    double parcels = 0;
    double amount = 0;
    for (const LegendEntry& entry : layer->legend) {
        parcels += entry.count.value_or(0);
        amount += entry.amount.value_or(0);
    }
    double needed = 0;
    const auto acquisitions = rightOfWayAcquisition(asked.analysis);
    for (const RoadAcquisition& acquisition : *acquisitions) needed += acquisition.neededM2;
    const FeatureTable table = layer->attributes().rows;
    EXPECT_EQ(parcels, 5);
    EXPECT_EQ(table.rowCount, 5U);
    EXPECT_EQ(table.geometry.featureCount(), 5U);
    EXPECT_NEAR(needed, 3000, 30);
    EXPECT_NEAR(amount, needed, 1e-6);
    EXPECT_NEAR(columnSum(table, "area_m2"), needed, 1e-6);
}

TEST(DonatedLand, StatesFollowTheDay) {
    const auto stateOfThird = [](Date day) {
        const auto layer = buildLayer("donated-land", request(Audience::workingGroup, day));
        const FeatureTable table = layer->attributes().rows;
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            if (test::textAt(table, "number", row) == "3") return std::string(test::textAt(table, "state", row));
        }
        return std::string("missing");
    };
    EXPECT_EQ(stateOfThird(Date::fromYmd(2022, 1, 20)), "còn cần");
    EXPECT_EQ(stateOfThird(Date::fromYmd(2022, 5, 18)), "đã cam kết");
    EXPECT_EQ(stateOfThird(Date::fromYmd(2022, 6, 2)), "đã hiến");
}

TEST(DonatedLand, SleevePiecesLieOnTheSideOfTheirParcels) {
    const auto layer = buildLayer("donated-land", request());
    ASSERT_TRUE(layer.has_value());
    const ShapeSet& bands = layer->shapes[1];
    ASSERT_EQ(bands.geometry->featureCount(), 6U) << "two on each side of the reported road, one on each side of the other";
    for (std::size_t piece = 0; piece < 4; ++piece) {
        const StrokeStyle& stroke = bands.styles[bands.classOf[piece]].strokes[0];
        const bool left = stroke.offsetPx.at10k > 0;
        const Colour donated = themePalette(MapColourScheme::light).land[1];
        if (stroke.colour == donated) {
            EXPECT_TRUE(left) << "parcel 1 is north of a road that runs east";
            EXPECT_NEAR(bands.geometry->boxes[piece].width(), 400, 1);
        }
        EXPECT_GT(std::abs(stroke.offsetPx.at10k), 4.2 / 2 + 0.9) << "outside the casing";
    }
    EXPECT_TRUE(bands.styles[bands.classOf[0]].strokes[0].dashPx.empty()) << "donated is solid";
}

TEST(DonatedLand, CommunesAreFilledByTheirShareAndARoadWithoutMinutesIsNotZero) {
    const auto layer = buildLayer("donated-land", request());
    ASSERT_TRUE(layer.has_value());
    const ShapeSet& communes = layer->ground[0];
    EXPECT_EQ(communes.classOf[0], 1) << "100 of about 2,000 m²";
    EXPECT_EQ(communes.styles[communes.classOf[1]].fill->pattern, Pattern::dots) << "no minutes";
    EXPECT_FALSE(communes.scales.shows(10'000));
    EXPECT_FALSE(layer->shapes[0].scales.shows(100'000));
}

TEST(DonatedLand, MeetingSeesNeitherPersonsNorParcelNumbers) {
    const FeatureTable meeting = buildLayer("donated-land", request())->attributes().rows;
    for (const std::string_view name : {"holder_name", "household_id", "sheet", "number"})
        EXPECT_EQ(meeting.columnNamed(name), nullptr);
    const FeatureTable inside = buildLayer("donated-land", request(Audience::workingGroup))->attributes().rows;
    EXPECT_NE(inside.columnNamed("sheet"), nullptr);
    EXPECT_EQ(inside.columnNamed("household_id"), nullptr);
}

TEST(DonatedLand, AreasLieUnderTheBaseMapsLinesAndSleevesAboveThem) {
    const auto scene = buildScene({"donated-land"}, request());
    ASSERT_TRUE(scene.has_value());
    std::vector<std::string_view> ids;
    for (const auto& layer : scene->layers) ids.push_back(layer->id);
    EXPECT_EQ(ids, (std::vector<std::string_view>{"parcels", "ground", "rivers", "villages", "communes", "roads", "donated-land"}));
}

} // namespace banlang
