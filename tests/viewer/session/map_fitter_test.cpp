// SPDX-License-Identifier: MIT
#include "viewer/session/map_fitter.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

/// A district of one commune of ten by ten kilometres.
Document withCommune() {
    auto district = std::make_shared<District>(emptyDistrict(9209));
    FeatureTable& communes = district->table(Role::communes);
    for (Column& column : communes.columns) column.appendMissing();
    communes.rowCount = 1;
    communes.geometry.kind = GeometryKind::polygon;
    for (const Point point : {Point{0, 0}, Point{10'000, 0}, Point{10'000, 10'000}, Point{0, 10'000}, Point{0, 0}})
        communes.geometry.addPoint(point);
    communes.geometry.endRing();
    communes.geometry.endPart();
    communes.geometry.endFeature();
    Document document;
    document.district = district;
    return document;
}

bool showsAll(const MapView& view) {
    const Box seen = view.visible();
    return seen.contains({0, 0}) && seen.contains({10'000, 10'000});
}

TEST(MapFitter, ShowsAWholeDistrictWhenTold) {
    Document document = withCommune();
    document.view.metresPerPx = 1;
    MapFitter fitter;
    fitter.follow(document, 1600, 1000);
    EXPECT_FALSE(showsAll(document.view));
    fitter.showWhole();
    fitter.follow(document, 1600, 1000);
    EXPECT_TRUE(showsAll(document.view));
}

TEST(MapFitter, APanelAtTheSideShiftsNothingOnTheMap) {
    Document document = withCommune();
    document.view.metresPerPx = 1;
    MapFitter fitter;
    fitter.follow(document, 1600, 1000);
    const PixelPoint before = document.view.toPixel({5'000, 5'000});
    const double widthPx = document.view.widthPx;
    document.selected = RecordRef{Role::communes, 0};
    fitter.follow(document, 1600, 1000);
    EXPECT_LT(document.view.widthPx, widthPx);
    EXPECT_NEAR(document.view.toPixel({5'000, 5'000}).x, before.x, 1e-6);
    EXPECT_NEAR(document.view.toPixel({5'000, 5'000}).y, before.y, 1e-6);
}

TEST(MapFitter, WhatWasZoomedToIsFittedAgainIntoLessRoom) {
    Document document = withCommune();
    MapFitter fitter;
    fitter.showWhole();
    fitter.follow(document, 1600, 1000);
    showBox(document, {0, 0, 10'000, 10'000}, 40);
    document.selected = RecordRef{Role::communes, 0};
    fitter.follow(document, 1280, 800);
    EXPECT_TRUE(showsAll(document.view));
    ASSERT_TRUE(document.fitted);
    EXPECT_EQ(document.fitted->view, document.view);
}

} // namespace
} // namespace banlang::viewer
