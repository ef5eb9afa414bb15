// SPDX-License-Identifier: MIT
#include "core/base/progress.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace banlang {
namespace {

TEST(Progress, OneThatNobodyWatchesGoesOn) {
    const Progress nobody;
    nobody.tell(0.5, {"đang đọc", "reading"});
    EXPECT_FALSE(nobody.shouldStop());
}

TEST(Progress, TellsWhatItDoesAndHearsThatItShouldStop) {
    std::vector<std::pair<double, Bilingual>> told;
    std::stop_source stop;
    const Progress progress{[&](double done, const Bilingual& step) { told.emplace_back(done, step); }, stop.get_token()};
    progress.tell(0.25, {"đang đọc", "reading"});
    const Progress handedOn = progress;
    EXPECT_FALSE(handedOn.shouldStop());
    stop.request_stop();
    EXPECT_TRUE(handedOn.shouldStop()) << "a copy hears it as well";
    handedOn.tell(1, {"xong", "done"});
    const std::vector<std::pair<double, Bilingual>> both{{0.25, {"đang đọc", "reading"}}, {1, {"xong", "done"}}};
    EXPECT_EQ(told, both);
}

} // namespace
} // namespace banlang
