// SPDX-License-Identifier: MIT
#include "viewer/document/active_theme.h"
#include "viewer/panels/primitives/icons.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

TEST(ActiveTheme, WhatThemesAskOfTheWindowIsThere) {
    for (const Theme& theme : themes()) {
        EXPECT_TRUE(iconFromId(theme.icon).has_value()) << theme.id << ' ' << theme.icon;
        EXPECT_TRUE(theme.listedIn.empty() || bottomTabFromId(theme.listedIn)) << theme.id << ' ' << theme.listedIn;
    }
}

TEST(ActiveTheme, TheFirstOneIsShownWhereNobodyChose) {
    const Document document;
    EXPECT_EQ(document.activeTheme, "donated-land");
    EXPECT_EQ(document.openLegend, "donated-land");
    EXPECT_EQ(themeLayer(document), "donated-land");
}

TEST(ActiveTheme, OneQuestionOfTheSharedChoiceIsDrawn) {
    Document document;
    EXPECT_EQ(layerOfChoice(document, "gaps"), gapThemeId(shownGap(document)));
    activateTheme(document, *findTheme(gapThemeId("house-late")));
    EXPECT_EQ(document.activeTheme, "gaps");
    EXPECT_EQ(document.gap, "house-late");
    EXPECT_EQ(layerOfChoice(document, "gaps"), "gap-house-late");
    EXPECT_EQ(document.visibleLayers, (std::vector<std::string>{"gap-house-late"}));
    EXPECT_EQ(document.openLegend, "gap-house-late");
    EXPECT_EQ(layerOfChoice(document, "houses"), "houses");
}

TEST(ActiveTheme, TheThemeThatATabListsIsTheOneThatItsChartShows) {
    Document document;
    document.tab = BottomTab::candidates;
    EXPECT_EQ(figuresOf(document), "candidates");
    document.tab = BottomTab::gaps;
    EXPECT_EQ(figuresOf(document), gapThemeId(shownGap(document)));
    document.tab = BottomTab::criteria;
    EXPECT_EQ(figuresOf(document), "donated-land");
}

TEST(ActiveTheme, WhatMayBeChosenIsListedInDrawingOrder) {
    EXPECT_EQ(themeList(), "renovated-gardens criteria emulation donated-land new-roads green-routes houses candidates gaps");
}

} // namespace
} // namespace banlang::viewer
