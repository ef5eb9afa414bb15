// SPDX-License-Identifier: MIT
#include "document_with_commune.h"
#include "viewer/document/command_apply.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

TEST(ApplyCommand, ZoomAtKeepsThePlaceUnderThePointer) {
    Document document = withCommune();
    const PixelPoint pointer{100, 550};
    const Point before = document.view.toMap(pointer);
    const double scale = document.view.metresPerPx;
    ASSERT_TRUE(apply(document, parsed("zoom-at 2 100 550")).has_value());
    EXPECT_NEAR(document.view.toMap(pointer).x, before.x, 1e-6);
    EXPECT_NEAR(document.view.toMap(pointer).y, before.y, 1e-6);
    EXPECT_DOUBLE_EQ(document.view.metresPerPx, scale / 2);
}

TEST(ApplyCommand, DraggingMovesTheMapWithThePointer) {
    Document document = withCommune();
    document.view.centre = {0, 0};
    document.view.metresPerPx = 2;
    ASSERT_TRUE(apply(document, parsed("pan 10 -5")).has_value());
    EXPECT_DOUBLE_EQ(document.view.centre.x, -20);
    EXPECT_DOUBLE_EQ(document.view.centre.y, -10);
}

TEST(ApplyCommand, ZoomToShowsTheWholeThing) {
    Document document = withCommune();
    ASSERT_TRUE(apply(document, parsed("zoom-to communes 06001")).has_value());
    EXPECT_DOUBLE_EQ(document.view.centre.x, 2000);
    EXPECT_DOUBLE_EQ(document.view.centre.y, 3000);
    EXPECT_LE(2000 / document.view.metresPerPx, 600);
}

TEST(ApplyCommand, AFailingCommandLeavesTheDocumentAsItWas) {
    Document document = withCommune();
    const std::string before = toJson(document);
    for (const char* line :
         {"as-of 31-31-2021", "select roads nowhere", "zoom -1", "lang fr", "layer no-such-layer on", "zoom-to communes X"}) {
        EXPECT_FALSE(apply(document, parsed(line)).has_value()) << line;
        EXPECT_EQ(toJson(document), before) << line;
    }
}

TEST(ApplyCommand, TheMapIsSplitOnlyBetweenTwoDays) {
    Document document = withCommune();
    EXPECT_FALSE(apply(document, parsed("split on")).has_value());
    ASSERT_TRUE(apply(document, parsed("compare 2021-12-31")).has_value());
    ASSERT_TRUE(apply(document, parsed("split on")).has_value());
    EXPECT_TRUE(isSplit(document));
    ASSERT_TRUE(apply(document, parsed("compare none")).has_value());
    EXPECT_FALSE(document.split);
}

TEST(ApplyCommand, AnAnswerOfTheConclusionBringsItsLayerAlong) {
    Document document = withCommune();
    document.visibleLayers = {"roads", "donated-land"};
    ASSERT_TRUE(apply(document, parsed("conclusion V10 renovated-gardens")).has_value());
    EXPECT_EQ(document.directive, "V10");
    EXPECT_EQ(document.tab, BottomTab::directive);
    EXPECT_EQ(document.visibleLayers, (std::vector<std::string>{"renovated-gardens", "roads"}));
    ASSERT_TRUE(apply(document, parsed("conclusion W2")).has_value());
    EXPECT_EQ(document.activeTheme, "renovated-gardens");
    for (const char* line : {"conclusion X1", "conclusion V", "conclusion V10 parcels", "conclusion-of roads", "link-row 1"}) {
        EXPECT_FALSE(apply(document, parsed(line)).has_value()) << line;
    }
}

TEST(ApplyCommand, WhateverFailsLeavesTheDocumentAsItWas) {
    Document chosen = withCommune();
    auto log = std::make_shared<ImportLog>();
    log->rows.resize(2);
    chosen.importLog = log;
    ASSERT_TRUE(apply(chosen, parsed("import-row 2")).has_value());
    for (const VerbInfo& verb : verbs()) {
        // Any text names a legend, and `home` takes none.
        const bool cannotFail = verb.verb == Verb::legend || verb.verb == Verb::home;
        if (cannotFail || (verb.group != VerbGroup::document && verb.group != VerbGroup::view)) continue;
        Document document = chosen;
        const Command wrong{verb.verb, std::vector<std::string>(verb.leastArguments, "?")};
        EXPECT_FALSE(apply(document, wrong).has_value()) << verb.word;
        EXPECT_EQ(toJson(document), toJson(chosen)) << verb.word;
    }
}

TEST(ApplyCommand, MovingTheMapCopiesNothingOfTheDocument) {
    Document document = withCommune();
    document.messages.resize(10'000);
    document.visibleLayers = {"communes", "roads"};
    const Message* messages = document.messages.data();
    const std::string* layers = document.visibleLayers.data();
    for (const char* line : {"pan 10 -5", "zoom 2", "zoom-at 2 100 550", "search on"})
        ASSERT_TRUE(apply(document, parsed(line)).has_value()) << line;
    EXPECT_EQ(document.messages.data(), messages);
    EXPECT_EQ(document.visibleLayers.data(), layers);
}

TEST(ApplyCommand, ARowIsSelectedAsSuchWhateverItsKey) {
    Document document = withCommune();
    auto twice = std::make_shared<District>(*document.district);
    FeatureTable& communes = twice->table(Role::communes);
    for (Column& column : communes.columns) {
        if (column.name == "code") {
            column.text.append("06001");
        } else {
            column.appendMissing();
        }
    }
    communes.rowCount = 2;
    document.district = twice;
    ASSERT_TRUE(apply(document, {Verb::select, {}, RecordRef{Role::communes, 1}}).has_value());
    EXPECT_EQ(document.selected, (RecordRef{Role::communes, 1}));
    // A key alone names the first of them.
    ASSERT_TRUE(apply(document, parsed("select communes 06001")).has_value());
    EXPECT_EQ(document.selected, (RecordRef{Role::communes, 0}));
    EXPECT_FALSE(apply(document, {Verb::select, {}, RecordRef{Role::communes, 2}}).has_value());
    EXPECT_EQ(document.selected, (RecordRef{Role::communes, 0}));
}

} // namespace
} // namespace banlang::viewer
