// SPDX-License-Identifier: MIT
#include "core/base/work_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

namespace banlang {
namespace {

TEST(WorkQueue, CarriesOutEveryTask) {
    std::atomic<int> done{0};
    WorkQueue queue(2);
    for (int i = 0; i < 100; ++i) queue.post([&] { ++done; });
    queue.finish();
    EXPECT_EQ(done, 100);
}

TEST(WorkQueue, DropsWhatHasNotBegunWhenItGoes) {
    std::atomic<int> done{0};
    std::latch begun(1);
    std::latch goOn(1);
    {
        WorkQueue queue(1);
        queue.post([&] {
            begun.count_down();
            goOn.wait();
            ++done;
        });
        for (int i = 0; i < 10; ++i) queue.post([&] { ++done; });
        begun.wait();
        queue.clear();
        goOn.count_down();
    }
    EXPECT_EQ(done, 1);
}

} // namespace
} // namespace banlang
