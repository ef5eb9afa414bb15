// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "viewer/session/gui.h"

#include <gtest/gtest.h>

#include <algorithm>

// The dialog without any GL: clicks and letters in, commands out.

namespace banlang::viewer {
namespace {

class OfficeDialog : public testing::Test {
protected:
    void SetUp() override {
        auto created = Gui::create(1);
        ASSERT_TRUE(created.has_value());
        gui_ = std::move(*created);
        document_.rules = shippedRules();
        document_.asOf = Date::fromYmd(2022, 5, 18);
    }
    void open(const Office& office) {
        auto district = std::make_shared<District>(emptyDistrict(9209));
        district->office = office;
        document_.district = district;
        document_.officeOpen = true;
        waitUntilShown();
    }
    void waitUntilShown() {
        for (int i = 0; i < 8 || !input_.empty(); ++i) {
            auto given = gui_->frame(document_, derived_, input_, 1600, 1000, 1.0 / 60);
            commands_.insert(commands_.end(), given.begin(), given.end());
        }
    }
    void click(const std::string& control) {
        const auto rect = gui_->controlRegistry().find(control);
        ASSERT_TRUE(rect.has_value()) << "no control " << control;
        input_.pushClick(rect->midX(), rect->midY());
        waitUntilShown();
    }
    void press(std::string_view keys) {
        ASSERT_TRUE(input_.pushKeys(keys));
        waitUntilShown();
    }
    [[nodiscard]] bool gave(Verb verb, const std::vector<std::string>& arguments) const {
        return std::ranges::find(commands_, Command{verb, arguments}) != commands_.end();
    }
    [[nodiscard]] bool saved() const {
        return std::ranges::any_of(commands_, [](const Command& one) { return one.verb == Verb::setOffice; });
    }

    std::unique_ptr<Gui> gui_;
    Document document_;
    Derived derived_;
    InputQueue input_;
    std::vector<Command> commands_;
};

TEST_F(OfficeDialog, BeginsWithWhatIsKnownAndKeepsItOnlyWhenAsked) {
    open({.name = "Lũng Cú", .level = OfficeLevel::commune, .authority = "UBND tỉnh Tuyên Quang"});
    EXPECT_FALSE(saved());
    click("office.save");
    EXPECT_TRUE(gave(Verb::setOffice, {"Xã Lũng Cú", "commune"})) << "a line that was guessed and not touched stays a guess";
}

TEST_F(OfficeDialog, ALineThatIsTypedIsSaid) {
    open({.name = "Lũng Cú", .level = OfficeLevel::commune});
    click("office.authority");
    input_.pushText("UBND huyện Đồng Văn");
    waitUntilShown();
    click("office.save");
    EXPECT_TRUE(gave(Verb::setOffice, {"Xã Lũng Cú", "commune", "UBND huyện Đồng Văn"}));
}

TEST_F(OfficeDialog, AnotherLevelAndNameAreTaken) {
    open({.name = "Lũng Cú", .level = OfficeLevel::commune});
    click("office.level.province");
    click("office.name");
    press("ctrl+a");
    input_.pushText("Tỉnh Bắc Ninh");
    waitUntilShown();
    click("office.save");
    EXPECT_TRUE(gave(Verb::setOffice, {"Tỉnh Bắc Ninh", "province"}));
}

TEST_F(OfficeDialog, NothingCanBeKeptWithoutNameAndLevel) {
    open({});
    input_.pushText("Sở Xây dựng"); // the field for the name is ready
    waitUntilShown();
    click("office.save");
    EXPECT_FALSE(saved()) << "no level yet";
    click("office.level.agency");
    click("office.save");
    EXPECT_TRUE(gave(Verb::setOffice, {"Sở Xây dựng", "agency"}));
    commands_.clear();
    click("office.name");
    press("ctrl+a");
    press("backspace");
    click("office.save");
    EXPECT_FALSE(saved()) << "no name";
}

TEST_F(OfficeDialog, CancelAndEscapeLeaveItAsItWas) {
    open({.name = "Lũng Cú", .level = OfficeLevel::commune});
    click("office.cancel");
    EXPECT_TRUE(gave(Verb::officeOpen, {"off"}));
    commands_.clear();
    press("esc");
    EXPECT_TRUE(gave(Verb::officeOpen, {"off"}));
    EXPECT_FALSE(saved());
}

} // namespace
} // namespace banlang::viewer
