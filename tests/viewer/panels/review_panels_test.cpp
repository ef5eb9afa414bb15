// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "tests/support/district_builder.h"
#include "viewer/session/gui.h"

#include <gtest/gtest.h>

#include <algorithm>

// Split map, tabs that find no room, answers of the directives, and the review of open links: input in, commands out.

namespace banlang::viewer {
namespace {

class ReviewPanels : public testing::Test {
protected:
    void SetUp() override {
        auto created = Gui::create(1);
        ASSERT_TRUE(created.has_value());
        gui = std::move(*created);
        document.district = std::make_shared<District>(test::DistrictBuilder().add(Role::communes, {{"code", "00715"}}).unlinked());
        document.rules = shippedRules();
        document.asOf = Date::fromYmd(2022, 5, 18);
        waitUntilShown();
    }
    void waitUntilShown() {
        for (int i = 0; i < 8 || !input.empty(); ++i) {
            auto given = gui->frame(document, derived, input, widthPx, heightPx, 1.0 / 60);
            commands.insert(commands.end(), given.begin(), given.end());
        }
    }
    void click(const std::string& control) {
        const auto rect = gui->controlRegistry().find(control);
        ASSERT_TRUE(rect.has_value()) << "no control " << control;
        input.pushClick(rect->midX(), rect->midY());
        waitUntilShown();
    }
    [[nodiscard]] bool gave(Verb verb, const std::vector<std::string>& arguments) const {
        return std::ranges::find(commands, Command{verb, arguments}) != commands.end();
    }
    /// Two donations said a village that nobody knows, another a parcel.
    void openTwoLinks(const Bilingual& whyNotWritable = {}) {
        LinkReview review;
        review.unresolved = {{{Role::donations, 0, "village_code", "Bản Mới", "06001", "unknown", {"không có", "unknown"}}, 2},
                             {{Role::donations, 2, "number", "7/81", "", "unknown", {"không có", "unknown"}}, 1}};
        review.whyNotWritable = whyNotWritable;
        document.links = std::make_shared<const LinkReview>(std::move(review));
        document.tab = BottomTab::links;
        waitUntilShown();
    }

    float widthPx = 1600;
    float heightPx = 1000;
    std::unique_ptr<Gui> gui;
    Document document;
    Derived derived;
    InputQueue input;
    std::vector<Command> commands;
};

TEST_F(ReviewPanels, HalvesOfASplitMapAreOfOneSizeAndDragTogether) {
    document.compareWith = Date::fromYmd(2021, 12, 31);
    document.split = true;
    waitUntilShown();
    const Layout& layout = gui->layout();
    EXPECT_FLOAT_EQ(layout.mapBefore.w, layout.map.w);
    EXPECT_FLOAT_EQ(layout.mapBefore.h, layout.map.h);
    EXPECT_LT(layout.mapBefore.right(), layout.map.x);
    const Rect left = layout.mapBefore;
    input.push({InputEvent::Kind::move, left.x + 100, left.y + 200, 0, false, false});
    input.push({InputEvent::Kind::wheel, 0, 1, 0, false, false});
    waitUntilShown();
    EXPECT_TRUE(gave(Verb::zoomAt, {"2", "100", "200"}));
    click("split");
    EXPECT_TRUE(gave(Verb::split, {"off"}));
}

TEST_F(ReviewPanels, TabsWithoutRoomLieInAMenuAndTheChosenOneIsSeen) {
    widthPx = 1280;
    heightPx = 720;
    document.selected = RecordRef{Role::communes, 0};
    document.tab = BottomTab::messages;
    waitUntilShown();
    const Rect bottom = gui->layout().bottom;
    for (const auto& [control, rect] : gui->controlRegistry().all()) {
        if (!control.starts_with("tab.")) continue;
        EXPECT_LE(rect.right(), bottom.right()) << control;
    }
    EXPECT_TRUE(gui->controlRegistry().find("tab.messages").has_value());
    EXPECT_FALSE(gui->controlRegistry().find("tab.import").has_value());
    click("tab.more");
    click("tab.import");
    EXPECT_TRUE(gave(Verb::tab, {"import"}));
}

TEST_F(ReviewPanels, AStatementOfTheConclusionIsChosenByAClick) {
    Answer first;
    first.id = "E1";
    Answer second;
    second.id = "V12";
    second.programme = Programme::housing;
    second.needs = {Role::houses};
    derived.analysis.answers = std::make_shared<const std::vector<Answer>>(std::vector{first, second});
    document.tab = BottomTab::directive;
    waitUntilShown();
    click("conclusion.V12");
    EXPECT_TRUE(gave(Verb::conclusion, {"V12"}));
    click("conclusion.of.gardens");
    EXPECT_TRUE(gave(Verb::conclusionOf, {"gardens"}));
    document.directiveProgramme = "gardens";
    waitUntilShown();
    EXPECT_FALSE(gui->controlRegistry().find("conclusion.V12").has_value());
    document.directive = "V12";
    waitUntilShown();
    click("conclusion.import");
    EXPECT_TRUE(gave(Verb::import, {}));
}

TEST_F(ReviewPanels, WhatIsNoPlaceIsDecidedForAllWhoSayIt) {
    openTwoLinks();
    click("links.nowhere");
    EXPECT_TRUE(gave(Verb::decideLink, {"donations", "village_code", "Bản Mới", "06001", ""}));
}

TEST_F(ReviewPanels, KeysWalkThroughTheOpenLinksAndDecide) {
    openTwoLinks();
    click("links.row.1");
    ASSERT_TRUE(input.pushKeys("down"));
    waitUntilShown();
    EXPECT_TRUE(gave(Verb::linkRow, {"2"}));
    document.linkRow = 1;
    ASSERT_TRUE(input.pushKeys("delete"));
    waitUntilShown();
    EXPECT_TRUE(gave(Verb::decideLink, {"donations", "number", "7/81", ""}));
}

TEST_F(ReviewPanels, AStoreThatCannotBeWrittenTakesNoDecision) {
    openTwoLinks({"Kho này chỉ đọc.", "This store is read-only."});
    click("links.nowhere");
    EXPECT_TRUE(std::ranges::none_of(commands, [](const Command& command) { return command.verb == Verb::decideLink; }));
}

TEST_F(ReviewPanels, TheHistoryIsATabOfTheInspector) {
    document.selected = RecordRef{Role::communes, 0};
    waitUntilShown();
    click("inspector.tab.history");
    EXPECT_TRUE(gave(Verb::inspect, {"history"}));
    document.inspectorTab = InspectorTab::history;
    waitUntilShown();
    click("inspector.tab.record");
    EXPECT_TRUE(gave(Verb::inspect, {"record"}));
}

} // namespace
} // namespace banlang::viewer
