// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "viewer/results/derived.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

// Results come one by one, what is seen first.

namespace banlang::viewer {
namespace {

Document emptyDocument() {
    Document document;
    document.district = std::make_shared<District>(emptyDistrict(9209));
    document.rules = shippedRules();
    document.asOf = Date::fromYmd(2022, 5, 18);
    document.storePath = "a.gpkg";
    document.visibleLayers = {"parcels", "roads", "donated-land"};
    return document;
}

} // namespace

TEST(ResultCache, WhoeverDrawsTakesResultsWithoutAskingForNews) {
    ResultCache cache;
    const Document document = emptyDocument();
    for (int i = 0; i < 2000 && (cache.current().busy || !cache.current().scene); ++i) {
        cache.follow(document);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    ASSERT_NE(cache.current().scene, nullptr);
    EXPECT_FALSE(cache.current().busy);
    EXPECT_NE(cache.current().analysis.table("donated-land"), nullptr);
}

TEST(ResultCache, WhatIsSeenComesBeforeTheRestAndTheRestChangesNothingOfIt) {
    ResultCache cache;
    const Document document = emptyDocument();
    cache.waitUntilShown(document);
    const auto scene = cache.current().scene;
    const auto table = cache.current().analysis.table("donated-land");
    const auto chart = cache.current().analysis.chart("donated-land");
    ASSERT_TRUE(scene && table && chart);
    cache.waitUntilComplete(document);
    EXPECT_EQ(cache.current().scene, scene);
    EXPECT_EQ(cache.current().analysis.table("donated-land"), table);
    EXPECT_EQ(cache.current().analysis.chart("donated-land"), chart);
    EXPECT_TRUE(cache.current().awaited.empty());
    EXPECT_NE(cache.current().analysis.answers, nullptr);
    EXPECT_NE(cache.current().analysis.search, nullptr);
}

TEST(ResultCache, ALayerOfTheSceneIsTheOneOfTheLegend) {
    ResultCache cache;
    cache.waitUntilShown(emptyDocument());
    bool found = false;
    for (const auto& layer : cache.current().scene->layers) {
        if (layer->id != "roads") continue;
        found = true;
        EXPECT_EQ(cache.current().analysis.layer("roads"), layer.get());
    }
    EXPECT_TRUE(found);
}

TEST(ResultCache, AnotherThemeOfThePanelsTakesOverWhatDoesNotDependOnIt) {
    ResultCache cache;
    Document document = emptyDocument();
    cache.waitUntilComplete(document);
    const auto rightOfWayAcquisition = cache.current().analysis.rightOfWayAcquisition;
    const auto scene = cache.current().scene;
    document.colourScheme = UiColourScheme::dark;
    cache.waitUntilComplete(document);
    EXPECT_EQ(cache.current().analysis.rightOfWayAcquisition, rightOfWayAcquisition);
    EXPECT_NE(cache.current().scene, scene);
    EXPECT_EQ(cache.current().scene->colourScheme, MapColourScheme::dark);
}

TEST(ResultCache, FiguresForOneAudienceAreTakenAwayBeforeAnotherSees) {
    ResultCache cache;
    Document document = emptyDocument();
    document.audience = Audience::workingGroup;
    cache.waitUntilComplete(document);
    const auto full = cache.current().analysis.table("renovated-gardens");
    ASSERT_NE(full, nullptr);
    document.audience = Audience::meeting;
    cache.follow(document);
    EXPECT_NE(cache.current().analysis.table("renovated-gardens"), full);
}

TEST(ResultCache, AnotherDistrictLeavesNoFiguresOfTheFirst) {
    ResultCache cache;
    Document document = emptyDocument();
    cache.waitUntilComplete(document);
    const auto progress = cache.current().analysis.progress;
    document.district = std::make_shared<District>(emptyDistrict(9210));
    cache.waitUntilComplete(document);
    EXPECT_NE(cache.current().analysis.progress, progress);
    EXPECT_EQ(cache.current().scene->district, document.district);
}

TEST(ResultCache, AnUnknownLayerIsToldAndNothingWaits) {
    ResultCache cache;
    Document document = emptyDocument();
    document.visibleLayers = {"no-such-layer"};
    cache.waitUntilComplete(document);
    EXPECT_EQ(cache.takeErrors().size(), 1U);
    EXPECT_FALSE(cache.current().busy);
}

} // namespace banlang::viewer
