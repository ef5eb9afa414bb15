// SPDX-License-Identifier: MIT
#include "viewer/session.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

// When a session wants to be drawn again.

namespace banlang::viewer {
namespace {

TEST(SessionFrames, NewsStaysNewsUntilAFrameHasShownIt) {
    const Document settings;
    auto session = Session::create(settings, 1, {});
    ASSERT_TRUE(session);
    auto district = std::make_shared<District>(emptyDistrict(9209));
    (*session)->showDistrict(district, "");
    (*session)->settle(1600, 1000);
    ASSERT_FALSE((*session)->pictureDue());
    ASSERT_TRUE((*session)->run({Verb::programme, {"houses"}}));
    (*session)->frame(1600, 1000, 1.0 / 60);
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

} // namespace
} // namespace banlang::viewer
