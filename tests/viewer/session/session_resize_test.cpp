// SPDX-License-Identifier: MIT
#include "viewer/session/session.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

TEST(SessionResize, ASizeThatNobodyCanDrawAsksNothingOfTheWindow) {
    std::vector<std::pair<int, int>> asked;
    HostServices services;
    services.resize = [&](int width, int height) { asked.emplace_back(width, height); };
    auto session = Session::create({}, 1, std::move(services));
    ASSERT_TRUE(session);
    for (const char* size : {"99999999x99999999", "100x100", "large"}) {
        const auto done = (*session)->run({Verb::resize, {size}});
        ASSERT_FALSE(done) << size;
        EXPECT_EQ(done.error().code, "bad-window-size");
    }
    ASSERT_TRUE((*session)->run({Verb::resize, {"1280x800"}}));
    EXPECT_EQ(asked, (std::vector<std::pair<int, int>>{{1280, 800}}));
}

} // namespace
} // namespace banlang::viewer
