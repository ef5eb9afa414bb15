// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "viewer/session/session.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <imgui/imgui.h>

#include <chrono>
#include <string_view>
#include <thread>

// When a session wants to be drawn again.

namespace banlang::viewer {
namespace {

TEST(SessionFrames, NewsStaysNewsUntilAFrameHasShownIt) {
    const Document settings;
    auto session = Session::create(settings, 1, {});
    ASSERT_TRUE(session);
    auto district = std::make_shared<District>(emptyDistrict(9209));
    (*session)->showDistrict(district, shippedRules(), "");
    (*session)->waitUntilShown(1600, 1000);
    ASSERT_FALSE((*session)->pictureDue());
    // A fast machine may have the result before the frame is over; then there is nothing to wait for.
    for (int day = 1; day <= 28 && !(*session)->derived().busy; ++day) {
        ASSERT_TRUE((*session)->run({Verb::asOf, {fmt::format("2022-02-{:02}", day)}}));
        (*session)->frame(1600, 1000, 1.0 / 60);
    }
    ASSERT_TRUE((*session)->derived().busy);
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while ((*session)->derived().busy && std::chrono::steady_clock::now() < patience) {
        (void)(*session)->pictureDue();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_TRUE((*session)->pictureDue());
    EXPECT_TRUE((*session)->needsFrame());
    (*session)->frame(1600, 1000, 1.0 / 60);
    EXPECT_FALSE((*session)->derived().busy);
}

/// Frames as long as the session asks for them, and no more; false when it never stops asking.
bool frames(Session& session) {
    for (int i = 0; i < 200; ++i) {
        if (!session.needsFrame()) return true;
        session.frame(1600, 1000, 1.0 / 60);
    }
    return false;
}

/// What of a menu is drawn, not what is merely asked for.
bool menuIsSeen(Session& session) {
    session.gui().makeCurrent();
    const ImDrawData& drawn = *ImGui::GetDrawData();
    for (int i = 0; i < drawn.CmdListsCount; ++i) {
        const ImDrawList& list = *drawn.CmdLists[i];
        if (std::string_view(list._OwnerName).starts_with("##Popup") && list.VtxBuffer.Size > 0) return true;
    }
    return false;
}

class SessionWithADistrict : public testing::Test {
protected:
    void SetUp() override {
        auto made = Session::create(Document(), 1, {});
        ASSERT_TRUE(made);
        session = std::move(*made);
        session->showDistrict(std::make_shared<District>(emptyDistrict(9209)), shippedRules(), "");
        session->waitUntilShown(1600, 1000);
        ASSERT_TRUE(frames(*session));
    }
    void click(const std::string& control) {
        const auto rect = session->gui().controlRegistry().find(control);
        ASSERT_TRUE(rect) << control;
        session->input().pushClick(rect->midX(), rect->midY());
        ASSERT_TRUE(frames(*session)) << control;
    }
    std::unique_ptr<Session> session;
};

TEST_F(SessionWithADistrict, EveryMenuIsSeenAfterTheFirstClick) {
    for (const char* control : {"menu.file", "menu.view", "as-of", "compare", "audience"}) {
        click(control);
        EXPECT_TRUE(menuIsSeen(*session)) << control;
        ASSERT_TRUE(session->input().pushKeys("esc"));
        ASSERT_TRUE(frames(*session));
        EXPECT_FALSE(menuIsSeen(*session)) << control;
    }
}

TEST_F(SessionWithADistrict, AFieldThatHoldsTheKeyboardWantsNoFrames) {
    ASSERT_TRUE(session->run({Verb::searchOpen, {"on"}}));
    ASSERT_TRUE(frames(*session));
    session->input().pushText("ba");
    ASSERT_TRUE(frames(*session));
    EXPECT_EQ(session->gui().state().searchText, "ba");
    EXPECT_TRUE(ImGui::GetIO().WantTextInput);
    EXPECT_FALSE(session->needsFrame());
}

TEST(SessionFrames, TheStartScreenComesToRest) {
    auto session = Session::create(Document(), 1, {});
    ASSERT_TRUE(session);
    ASSERT_TRUE(frames(**session));
    EXPECT_TRUE((*session)->atRest());
}

} // namespace
} // namespace banlang::viewer
