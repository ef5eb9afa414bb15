// SPDX-License-Identifier: MIT
#include "core/analysis/gaps/gaps.h"
#include "layers/scene/scene.h"
#include "tests/support/analysis_context.h"
#include "tests/support/columns.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace banlang {
namespace {

/// Gardens with a loan that nobody inspected: three in Bản Sản, one in Sủng Chang.
LayerRequest loans(Audience audience) {
    test::DistrictBuilder builder = test::twoCommunes();
    const std::pair<std::string_view, std::string_view> gardens[] = {
        {"G1", "0087401"}, {"G2", "0087401"}, {"G3", "0087401"}, {"G4", "0087402"}};
    for (const auto& [id, village] : gardens) {
        builder.add(Role::gardens, {{"id", id},
                                    {"household_id", "H1"},
                                    {"village_code", village},
                                    {"commune_code", "00874"},
                                    {"registered_on", "2021-05-01"},
                                    {"disbursed_on", "2021-06-01"}});
    }
    return {test::contextOf(builder.linked(), Date::fromYmd(2022, 5, 18)), audience, MapColourScheme::light};
}

std::set<std::string> textsNear(const MapLayer& layer) {
    std::set<std::string> texts;
    for (const Marker& marker : layer.markers.at(0).markers) texts.insert(marker.text);
    return texts;
}

} // namespace

TEST(GapLayers, ThereIsOneForEveryQuestion) {
    for (const GapQuestion& question : gapQuestions()) {
        const std::string id = "gap-" + std::string(question.id);
        const auto catalogue = layerCatalogue();
        EXPECT_EQ(std::count_if(catalogue.begin(), catalogue.end(), [&](const LayerInfo& info) { return info.id == id; }), 1) << id;
    }
}

TEST(GapLayers, TheWorkingGroupSeesEachGardenInTheTable) {
    const auto layer = buildLayer("gap-loan-never-inspected", loans(Audience::workingGroup));
    ASSERT_TRUE(layer.has_value());
    const FeatureTable table = layer->attributes().rows;
    EXPECT_EQ(table.rowCount, 4U);
    EXPECT_EQ(test::textAt(table, "code", 0), "G1");
    EXPECT_EQ(textsNear(*layer), (std::set<std::string>{"1", "3"}));
    EXPECT_DOUBLE_EQ(*layer->legend[0].count, 4);
}

TEST(GapLayers, TheMeetingSeesVillagesAndNoCountThatPointsAtAFamily) {
    const auto layer = buildLayer("gap-loan-never-inspected", loans(Audience::meeting));
    ASSERT_TRUE(layer.has_value());
    const FeatureTable table = layer->attributes().rows;
    EXPECT_EQ(table.rowCount, 2U);
    EXPECT_EQ(table.columnNamed("code"), nullptr);
    // Four in the commune less three in one village would give the one in the other.
    EXPECT_TRUE(std::isnan(test::numberAt(table, "not_reached", 0)));
    EXPECT_TRUE(std::isnan(test::numberAt(table, "not_reached", 1)));
    EXPECT_EQ(textsNear(*layer), (std::set<std::string>{"<3", "…"}));
}

TEST(GapLayers, VillagesThatWereReachedAreDots) {
    test::DistrictBuilder builder = test::twoCommunes();
    builder.add(Role::greenRoutes, {{"id", "X1"},
                                    {"commune_code", "00874"},
                                    {"village_code", "0087401"},
                                    {"registered_on", "2021-02-01"},
                                    {"recognised_on", "2021-12-01"}});
    const LayerRequest asked{test::contextOf(builder.linked(), Date::fromYmd(2022, 5, 18)), Audience::meeting,
                             MapColourScheme::light};
    const auto layer = buildLayer("gap-village-without-green-route", asked);
    ASSERT_TRUE(layer.has_value());
    const std::vector<Marker>& markers = layer->markers[0].markers;
    ASSERT_EQ(markers.size(), 3U);
    EXPECT_LT(markers[0].radiusPx, markers[1].radiusPx);
    EXPECT_EQ(markers[0].fill, themePalette(MapColourScheme::light).reached);
    EXPECT_EQ(markers[1].fill, themePalette(MapColourScheme::light).notReached);
    EXPECT_DOUBLE_EQ(*layer->legend[0].count, 2) << "not reached";
    EXPECT_DOUBLE_EQ(*layer->legend.back().count, 1) << "reached";
    EXPECT_EQ(layer->attributes().rows.rowCount, 2U);
}

TEST(Houses, StepsFollowTheDayAndSmallVillagesStayInside) {
    test::DistrictBuilder builder = test::twoCommunes();
    for (const std::string_view id : {"N1", "N2", "N3", "N4"}) {
        builder.add(Role::houses, {{"id", id},
                                   {"household_id", "H1"},
                                   {"village_code", id == "N4" ? "0087402" : "0087401"},
                                   {"commune_code", "00874"},
                                   {"phase", "2022"},
                                   {"started_on", "2022-02-01"},
                                   {"foundation_on", "2022-03-01"},
                                   {"walls_on", "2022-06-01"}});
    }
    const auto district = std::make_shared<const District>(builder.linked());
    const auto built = [&](Date day, Audience audience) {
        const LayerRequest asked{AnalysisContext(district, shippedRules(), day), audience, MapColourScheme::light};
        return *buildLayer("houses", asked);
    };
    const FeatureTable may = built(Date::fromYmd(2022, 5, 18), Audience::meeting).attributes().rows;
    const FeatureTable june = built(Date::fromYmd(2022, 6, 2), Audience::meeting).attributes().rows;
    EXPECT_DOUBLE_EQ(test::numberAt(may, "houses_foundation", 0), 3);
    EXPECT_DOUBLE_EQ(test::numberAt(june, "houses_walls", 0), 3);
    EXPECT_TRUE(std::isnan(test::numberAt(may, "houses_foundation", 1))) << "one house is one family";
    const FeatureTable inside = built(Date::fromYmd(2022, 5, 18), Audience::workingGroup).attributes().rows;
    ASSERT_EQ(inside.rowCount, 4U) << "one row for each house";
    EXPECT_EQ(test::textAt(inside, "id", 3), "N4");
    EXPECT_DOUBLE_EQ(test::numberAt(inside, "step", 3), 2);
    EXPECT_EQ(built(Date::fromYmd(2022, 5, 18), Audience::meeting).markers.size(), 2U) << "no single house for a meeting";
}

TEST(GreenRoutes, ARouteIsRecognisedUntilItLapses) {
    test::DistrictBuilder builder = test::twoCommunes();
    builder.add(Role::roads, {{"id", "D1"}, {"class", "ĐTh"}, {"surface", "đất"}}, "LINESTRING (0 500,1000 500)");
    builder.add(Role::greenRoutes, {{"id", "X1"},
                                    {"commune_code", "00874"},
                                    {"road_id", "D1"},
                                    {"registered_on", "2021-02-01"},
                                    {"recognised_on", "2021-12-01"},
                                    {"lapsed_on", "2022-05-01"}});
    const auto district = std::make_shared<const District>(builder.linked());
    const auto stateOn = [&](Date day) {
        const LayerRequest asked{AnalysisContext(district, shippedRules(), day), Audience::meeting, MapColourScheme::light};
        const auto layer = buildLayer("green-routes", asked);
        return layer->featureCount == 0 ? std::string{} : std::string(test::textAt(layer->attributes().rows, "state", 0));
    };
    EXPECT_EQ(stateOn(Date::fromYmd(2021, 1, 1)), "");
    EXPECT_EQ(stateOn(Date::fromYmd(2021, 6, 1)), "đăng ký, chưa công nhận");
    EXPECT_EQ(stateOn(Date::fromYmd(2022, 1, 1)), "đã công nhận");
    EXPECT_EQ(stateOn(Date::fromYmd(2022, 5, 18)), "không còn đạt");
}

TEST(Candidates, BadgesFollowTheRanksAndReasonsStandInTheTable) {
    test::DistrictBuilder builder = test::twoCommunes();
    builder.add(Role::roads, {{"id", "D1"}, {"class", "ĐX"}, {"surface", "đất"}, {"bed_width_m", "3"}},
                "LINESTRING (0 500,1000 500)");
    builder.add(Role::roads, {{"id", "D2"}, {"class", "ĐTh"}, {"surface", "bê tông"}, {"bed_width_m", "3.5"}},
                "LINESTRING (2000 500,3000 500)");
    const LayerRequest asked{test::contextOf(builder.linked(), Date::fromYmd(2022, 5, 18)), Audience::meeting,
                             MapColourScheme::light};
    const auto layer = buildLayer("candidates", asked);
    ASSERT_TRUE(layer.has_value());
    const FeatureTable table = layer->attributes().rows;
    ASSERT_GE(table.rowCount, 1U);
    EXPECT_EQ(test::textAt(table, "id", 0), "D1");
    EXPECT_DOUBLE_EQ(test::numberAt(table, "rank", 0), 1);
    EXPECT_NE(test::textAt(table, "reasons_vi", 0).find("chưa cứng hóa"), std::string_view::npos);
    EXPECT_NE(test::textAt(table, "reasons_en", 0).find("not hardened"), std::string_view::npos);
    ASSERT_EQ(layer->markers[0].markers.size(), table.rowCount);
    EXPECT_EQ(layer->markers[0].markers.back().text, "1") << "the best is drawn last, on top";
}

} // namespace banlang
