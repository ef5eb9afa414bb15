// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"
#include "core/intake/georeferencing.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace banlang {
namespace {

DistrictFootprint district() {
    constexpr std::array<std::string_view, 1> square = {
        "POLYGON((450000 2530000,460000 2530000,460000 2540000,450000 2540000,450000 2530000))"};
    DistrictFootprint footprint;
    footprint.addPolygons(geometryFromWkt(GeometryKind::polygon, square));
    return footprint;
}

RawLayer pointLayer(const std::vector<std::string_view>& wkts, int epsg = 0) {
    RawLayer raw;
    raw.table.name = "points";
    raw.table.rowCount = wkts.size();
    raw.table.geometry = geometryFromWkt(GeometryKind::point, wkts);
    if (epsg > 0) raw.crsWkt = Crs::fromEpsg(epsg)->wkt();
    return raw;
}

/// What placing a layer came to.
struct Placing {
    DistrictFootprint footprint = district();
    CrsDetector finder{defaultStoreEpsg};
    std::vector<Question> questions;
    std::vector<RowProblem> problems;

    Result<GeoreferencedGeometry> place(RawLayer raw, const ImportProfile& profile = {}) {
        ProblemList list("a.shp", raw);
        const GeoreferencingContext help{finder, footprint, {}, defaultStoreEpsg, questions};
        auto placed = georeference(raw, profile, help, {"a.shp", raw.table.name, -1, {}}, list);
        problems = list.take();
        return placed;
    }
    [[nodiscard]] std::vector<std::string> rules() const {
        std::vector<std::string> rules;
        for (const RowProblem& problem : problems) rules.emplace_back(problem.rule);
        return rules;
    }
};

TEST(Placing, ALayerThatSaysWhereItIsGetsThereWithoutAWord) {
    Placing placing;
    const auto placed = placing.place(pointLayer({"POINT(451000 2531000)", "POINT(452000 2532000)"}, 9209));
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->crs, "EPSG:9209");
    EXPECT_EQ(placed->geometry.point(0), (Point{451000, 2531000}));
    EXPECT_TRUE(placing.problems.empty());
    EXPECT_TRUE(placing.questions.empty());
}

TEST(Placing, WhatTheUserSaysIsNotQuestioned) {
    Placing placing;
    ImportProfile profile;
    profile.epsg = 9209;
    profile.swapAxes = true;
    const auto placed = placing.place(pointLayer({"POINT(31000 51000)"}, 4326), profile);
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->geometry.point(0), (Point{51000, 31000}));
    EXPECT_TRUE(placed->axesSwapped);
    EXPECT_TRUE(placing.problems.empty());
}

TEST(Placing, ALayerThatNothingPlacesWaitsForAnAnswer) {
    Placing placing;
    placing.footprint = DistrictFootprint();
    const auto placed = placing.place(pointLayer({"POINT(451000 2531000)", "POINT(452000 2532000)"}));
    ASSERT_FALSE(placed);
    EXPECT_EQ(placed.error().code, "no-crs");
    ASSERT_EQ(placing.questions.size(), 1U);
    EXPECT_EQ(placing.questions[0].kind, "crs");
    EXPECT_TRUE(placing.questions[0].blocking);
    ASSERT_FALSE(placing.questions[0].options.empty());
    EXPECT_EQ(placing.questions[0].options[0].value, "EPSG:9209");
    EXPECT_THAT(placing.questions[0].options[0].label.en, testing::HasSubstr("its middle lies at 105."));
}

TEST(Placing, ATableWhoseCoordinatesWereLeftBlankNeedsNoAnswer) {
    Placing placing;
    RawLayer blank;
    blank.table = test::placed(test::headers({"Mã hộ", "X", "Y"}), {""});
    blank.table.geometry.kind = GeometryKind::point;
    const auto placed = placing.place(blank);
    ASSERT_TRUE(placed) << placed.error().code;
    ASSERT_EQ(placed->geometry.featureCount(), 1U);
    EXPECT_TRUE(placed->geometry.isEmpty(0));
    EXPECT_EQ(placed->crs, "");
    EXPECT_TRUE(placing.questions.empty());
}

TEST(Placing, ALayerFarFromTheDistrictKeepsItsCrsAndIsTold) {
    Placing placing;
    const auto placed = placing.place(pointLayer({"POINT(451000 1531000)", "POINT(452000 1532000)"}, 9209));
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->epsg, 9209);
    EXPECT_THAT(placing.rules(), testing::ElementsAre("outside-district"));
}

TEST(Placing, SinglePointsWithTheirAxesExchangedAreTurned) {
    RawLayer raw = pointLayer({"POINT(451000 2531000)", "POINT(2531000 451000)", "POINT(900000 900000)"}, 9209);
    ProblemList problems("a.shp", raw);
    fixAxisOrder(raw.table.geometry, district(), problems);
    EXPECT_EQ(raw.table.geometry.point(0), (Point{451000, 2531000}));
    EXPECT_EQ(raw.table.geometry.point(1), (Point{451000, 2531000}));
    EXPECT_EQ(raw.table.geometry.point(2), (Point{900000, 900000}));
    const auto listed = problems.take();
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].rule, "axes-swapped");
    EXPECT_EQ(listed[0].where.row, 2);
}

} // namespace
} // namespace banlang
