// SPDX-License-Identifier: MIT
#include "viewer/session.h"

#include <fmt/format.h>
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

} // namespace
} // namespace banlang::viewer
