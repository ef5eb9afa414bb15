// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "viewer/document/command.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

Document withCommune() {
    auto district = std::make_shared<District>(emptyDistrict(9209));
    FeatureTable& communes = district->table(Role::communes);
    for (Column& column : communes.columns) {
        if (column.name == "code") {
            column.text.append("06001");
        } else {
            column.appendMissing();
        }
    }
    communes.rowCount = 1;
    communes.geometry.kind = GeometryKind::polygon;
    for (const Point point : {Point{1000, 2000}, Point{3000, 2000}, Point{3000, 4000}, Point{1000, 4000}, Point{1000, 2000}}) {
        communes.geometry.addPoint(point);
    }
    communes.geometry.endRing();
    communes.geometry.endPart();
    communes.geometry.endFeature();
    Document document;
    document.district = district;
    document.rules = shippedRules();
    return document;
}

Command parsed(std::string_view line) {
    auto command = parseCommand(line);
    EXPECT_TRUE(command.has_value() && command->has_value()) << line;
    return command && *command ? **command : Command{};
}

TEST(Command, TextAndBackIsTheSameCommand) {
    for (const char* line : {"layer donated-land on",
                             "as-of 2021-12-31",
                             "zoom-to roads R17",
                             "zoom 2",
                             "pan -30 12.5",
                             "lang en",
                             "theme dark",
                             "tab gaps",
                             "tab conclusion",
                             "conclusion V10",
                             "conclusion-of housing",
                             "split off",
                             "link-view decided",
                             "link-row 3",
                             "decide-link donations village_code \"Bản Mới\" \"\"",
                             "withdraw-link donations village_code X 001",
                             "select none",
                             "browse store /tmp",
                             "choose \"/tmp/a b.gpkg\"",
                             "quit stop",
                             "key ctrl+k",
                             "click 10 20 2",
                             "home",
                             "legend"}) {
        EXPECT_EQ(toText(parsed(line)), line);
    }
    const Command odd{Verb::type, {"Bản \"Sản\" \\ # x"}};
    EXPECT_EQ(parsed(toText(odd)), odd);
    const Command empty{Verb::type, {""}};
    EXPECT_EQ(parsed(toText(empty)), empty);
}

TEST(Command, EmptyLinesAndCommentsAreNoCommands) {
    for (const char* line : {"", "   ", "# zoom 2"}) {
        const auto command = parseCommand(line);
        ASSERT_TRUE(command.has_value());
        EXPECT_FALSE(command->has_value());
    }
}

TEST(Command, UnknownWordsAndWrongArgumentsAreUsageErrors) {
    for (const char* line : {"fly", "zoom", "zoom 1 2", "type \"open"}) {
        const auto command = parseCommand(line);
        ASSERT_FALSE(command.has_value()) << line;
        EXPECT_EQ(command.error().kind, ErrorKind::usage);
        EXPECT_FALSE(command.error().hint.vi.empty());
    }
}

TEST(Command, ZoomAtKeepsThePlaceUnderThePointer) {
    Document document = withCommune();
    const PixelPoint pointer{100, 550};
    const Point before = document.view.toMap(pointer);
    const double scale = document.view.metresPerPx;
    ASSERT_TRUE(apply(document, parsed("zoom-at 2 100 550")).has_value());
    EXPECT_NEAR(document.view.toMap(pointer).x, before.x, 1e-6);
    EXPECT_NEAR(document.view.toMap(pointer).y, before.y, 1e-6);
    EXPECT_DOUBLE_EQ(document.view.metresPerPx, scale / 2);
}

TEST(Command, DraggingMovesTheMapWithThePointer) {
    Document document = withCommune();
    document.view.centre = {0, 0};
    document.view.metresPerPx = 2;
    ASSERT_TRUE(apply(document, parsed("pan 10 -5")).has_value());
    EXPECT_DOUBLE_EQ(document.view.centre.x, -20);
    EXPECT_DOUBLE_EQ(document.view.centre.y, -10);
}

TEST(Command, ZoomToShowsTheWholeThing) {
    Document document = withCommune();
    ASSERT_TRUE(apply(document, parsed("zoom-to communes 06001")).has_value());
    EXPECT_DOUBLE_EQ(document.view.centre.x, 2000);
    EXPECT_DOUBLE_EQ(document.view.centre.y, 3000);
    EXPECT_LE(2000 / document.view.metresPerPx, 600);
}

TEST(Command, AFailingCommandLeavesTheDocumentAsItWas) {
    Document document = withCommune();
    const std::string before = toJson(document);
    for (const char* line :
         {"as-of 31-31-2021", "select roads nowhere", "zoom -1", "lang fr", "layer no-such-layer on", "zoom-to communes X"}) {
        EXPECT_FALSE(apply(document, parsed(line)).has_value()) << line;
        EXPECT_EQ(toJson(document), before) << line;
    }
}

TEST(Command, TheMapIsSplitOnlyBetweenTwoDays) {
    Document document = withCommune();
    EXPECT_FALSE(apply(document, parsed("split on")).has_value());
    ASSERT_TRUE(apply(document, parsed("compare 2021-12-31")).has_value());
    ASSERT_TRUE(apply(document, parsed("split on")).has_value());
    EXPECT_TRUE(isSplit(document));
    ASSERT_TRUE(apply(document, parsed("compare none")).has_value());
    EXPECT_FALSE(document.split);
}

TEST(Command, AnAnswerOfTheConclusionBringsItsLayerAlong) {
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

TEST(History, UndoAndRedoWalkThroughTheSteps) {
    Document document = withCommune();
    History history;
    ASSERT_TRUE(history.apply(document, parsed("select communes 06001")).has_value());
    ASSERT_TRUE(history.apply(document, parsed("as-of 2021-12-31")).has_value());
    ASSERT_TRUE(history.apply(document, {Verb::undo, {}}).has_value());
    EXPECT_FALSE(document.asOf.known());
    EXPECT_TRUE(document.selected.has_value());
    ASSERT_TRUE(history.apply(document, {Verb::undo, {}}).has_value());
    EXPECT_FALSE(document.selected.has_value());
    EXPECT_FALSE(history.canUndo());
    ASSERT_TRUE(history.apply(document, {Verb::redo, {}}).has_value());
    ASSERT_TRUE(history.apply(document, {Verb::redo, {}}).has_value());
    EXPECT_EQ(toIso(document.asOf), "2021-12-31");
    EXPECT_FALSE(history.canRedo());
}

TEST(History, MovingTheMapIsNoStep) {
    Document document = withCommune();
    History history;
    ASSERT_TRUE(history.apply(document, parsed("zoom 2")).has_value());
    EXPECT_FALSE(history.canUndo());
}

} // namespace
} // namespace banlang::viewer
