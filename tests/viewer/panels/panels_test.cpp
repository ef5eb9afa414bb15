// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "viewer/session/gui.h"

#include <gtest/gtest.h>
#include <imgui/imgui.h>

#include <algorithm>

// The panels without any GL: synthetic input in, commands out. Controls are found by their stable ids.

namespace banlang::viewer {
namespace {

class Panels : public testing::Test {
protected:
    void SetUp() override {
        auto created = Gui::create(1);
        ASSERT_TRUE(created.has_value());
        gui = std::move(*created);
        auto district = std::make_shared<District>(emptyDistrict(9209));
        document.district = district;
        document.rules = shippedRules();
        document.asOf = Date::fromYmd(2022, 5, 18);
        frame();
        frame();
    }

    std::vector<Command> frame(float width = 1600, float height = 1000) {
        auto given = gui->frame(document, derived, input, width, height, 1.0 / 60);
        commands.insert(commands.end(), given.begin(), given.end());
        return given;
    }
    void waitUntilShown() {
        for (int i = 0; i < 8 || !input.empty(); ++i) frame();
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

    std::unique_ptr<Gui> gui;
    Document document;
    Derived derived;
    InputQueue input;
    std::vector<Command> commands;
};

TEST_F(Panels, ClickingAnEyeShowsOrHidesItsLayer) {
    click("layer.roads.eye");
    EXPECT_TRUE(gave(Verb::layer, {"roads", "on"}));
    document.visibleLayers = {"roads"};
    click("layer.roads.eye");
    EXPECT_TRUE(gave(Verb::layer, {"roads", "off"}));
}

TEST_F(Panels, AsOfArrowsGoToTheEndsOfMonths) {
    click("as-of.earlier");
    EXPECT_TRUE(gave(Verb::asOf, {"2022-04-30"}));
    click("as-of.later");
    EXPECT_TRUE(gave(Verb::asOf, {"2022-05-31"}));
}

TEST_F(Panels, AnotherMonitorGetsLettersOfItsOwn) {
    const int before = ImGui::GetIO().Fonts->TexWidth * ImGui::GetIO().Fonts->TexHeight;
    ASSERT_TRUE(gui->setPixelRatio(2));
    EXPECT_EQ(gui->pixelRatio(), 2);
    waitUntilShown();
    EXPECT_GT(ImGui::GetIO().Fonts->TexWidth * ImGui::GetIO().Fonts->TexHeight, before);
    click("lang.en");
    EXPECT_TRUE(gave(Verb::language, {"en"}));
}

TEST_F(Panels, LanguageSwitchTabsAndToolsGiveTheirCommands) {
    click("lang.en");
    EXPECT_TRUE(gave(Verb::language, {"en"}));
    click("tab.candidates");
    EXPECT_TRUE(gave(Verb::tab, {"candidates"}));
    click("map.zoom-in");
    EXPECT_TRUE(gave(Verb::zoom, {"2"}));
    click("map.home");
    EXPECT_TRUE(gave(Verb::home, {}));
}

TEST_F(Panels, WheelOnTheMapZoomsAtThePointer) {
    const Rect map = gui->layout().map;
    input.push({InputEvent::Kind::move, map.x + 100, map.y + 200, 0, false, false});
    input.push({InputEvent::Kind::wheel, 0, 1, 0, false, false});
    waitUntilShown();
    EXPECT_TRUE(gave(Verb::zoomAt, {"2", "100", "200"}));
}

TEST_F(Panels, DraggingTheMapPansByTheWay) {
    const Rect map = gui->layout().map;
    input.push({InputEvent::Kind::move, map.x + 300, map.y + 200, 0, false, false});
    input.push({InputEvent::Kind::button, 0, 0, 0, true, false});
    input.push({InputEvent::Kind::move, map.x + 340, map.y + 190, 0, false, false});
    input.push({InputEvent::Kind::button, 0, 0, 0, false, false});
    waitUntilShown();
    EXPECT_TRUE(gave(Verb::pan, {"40", "-10"}));
}

TEST_F(Panels, KeysGiveTheCommandsOfTheManual) {
    for (const auto& [keys, verb] :
         {std::pair{"ctrl+k", Verb::searchOpen}, std::pair{"f5", Verb::projector}, std::pair{"f11", Verb::fullScreen},
          std::pair{"ctrl+z", Verb::undo}, std::pair{"ctrl+shift+z", Verb::redo}, std::pair{"home", Verb::home}}) {
        commands.clear();
        ASSERT_TRUE(input.pushKeys(keys));
        waitUntilShown();
        ASSERT_EQ(commands.size(), 1U) << keys;
        EXPECT_EQ(commands[0].verb, verb) << keys;
    }
}

TEST_F(Panels, ABurstOfAnInputMethodArrivesInOrder) {
    document.searchOpen = true;
    waitUntilShown();
    // Telex: a, a, backspace, backspace, â.
    input.pushText("aa");
    ASSERT_TRUE(input.pushKeys("backspace"));
    ASSERT_TRUE(input.pushKeys("backspace"));
    input.pushText("â");
    waitUntilShown();
    EXPECT_EQ(gui->state().searchText, "â");
}

TEST_F(Panels, EveryPanelKeepsItsLeastSize) {
    document.selected = RecordRef{Role::communes, 0};
    for (const auto& [width, height] : {std::pair{1280.0F, 720.0F}, std::pair{1600.0F, 1000.0F}, std::pair{1920.0F, 1080.0F}}) {
        const Layout layout = layOut(document, width, height);
        EXPECT_GE(layout.map.w, 480) << width;
        EXPECT_GE(layout.map.h, 320) << height;
        EXPECT_FLOAT_EQ(layout.inspector.bottom(), layout.status.y);
    }
    document.selected.reset();
    frame(1280, 720);
    for (const char* control : {"as-of", "search", "audience", "compare"}) {
        const auto rect = gui->controlRegistry().find(control);
        ASSERT_TRUE(rect.has_value()) << control;
        EXPECT_GE(rect->x, 0) << control;
        EXPECT_LE(rect->right(), 1280) << control;
    }
}

TEST_F(Panels, WithoutADistrictThreeWaysToStartAreOffered) {
    document.district.reset();
    waitUntilShown();
    click("empty.open");
    click("empty.import");
    click("empty.sample");
    EXPECT_TRUE(gave(Verb::open, {}));
    EXPECT_TRUE(gave(Verb::import, {}));
    EXPECT_TRUE(gave(Verb::sample, {}));
}

TEST(Fonts, EveryVietnameseLetterAndSignIsInBothWeights) {
    auto gui = Gui::create(1);
    ASSERT_TRUE(gui.has_value());
    const std::string_view letters =
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
        "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ₫–—“”‘’…²³°×·±→←↑↓≤≥✓⚠−";
    const char* end = letters.data() + letters.size();
    for (const ImFont* font : ImGui::GetIO().Fonts->Fonts) {
        for (const char* cursor = letters.data(); cursor < end;) {
            unsigned int letter = 0;
            const auto lead = static_cast<unsigned char>(*cursor);
            const int length = lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
            letter = length == 1 ? lead : lead & (length == 2 ? 0x1FU : 0x0FU);
            for (int i = 1; i < length; ++i) letter = (letter << 6U) | (static_cast<unsigned char>(cursor[i]) & 0x3FU);
            EXPECT_NE(font->FindGlyphNoFallback(static_cast<ImWchar>(letter)), nullptr)
                << std::string_view(cursor, static_cast<std::size_t>(length));
            cursor += length;
        }
    }
}

} // namespace
} // namespace banlang::viewer
