// SPDX-License-Identifier: MIT
#include "core/base/parallel.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <latch>
#include <mutex>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

namespace banlang {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

std::vector<Range> rangesOf(std::size_t count, std::size_t grain) {
    std::mutex mutex;
    std::vector<Range> ranges;
    parallelRanges(count, grain, [&](std::size_t begin, std::size_t end) {
        const std::scoped_lock lock(mutex);
        ranges.emplace_back(begin, end);
    });
    std::sort(ranges.begin(), ranges.end());
    return ranges;
}

TEST(ParallelRanges, CoverEverythingOnceInPiecesOfTheGrain) {
    EXPECT_EQ(rangesOf(7, 3), (std::vector<Range>{{0, 3}, {3, 6}, {6, 7}}));
    EXPECT_EQ(rangesOf(3, 3), (std::vector<Range>{{0, 3}}));
    EXPECT_EQ(rangesOf(2, 0), (std::vector<Range>{{0, 1}, {1, 2}}));
    EXPECT_TRUE(rangesOf(0, 5).empty());
    EXPECT_EQ(rangesOf(10'000, 1).size(), 10'000U);
}

TEST(ParallelRanges, WithinOthersNeverUseMoreThreadsThanThereAreCores) {
    std::atomic<std::size_t> working = 0;
    std::atomic<std::size_t> most = 0;
    std::atomic<std::size_t> sum = 0;
    parallelRanges(8, 1, [&](std::size_t /*begin*/, std::size_t /*end*/) {
        parallelRanges(8, 1, [&](std::size_t /*inner*/, std::size_t /*end*/) {
            parallelRanges(8, 1, [&](std::size_t begin, std::size_t /*end*/) {
                const std::size_t now = ++working;
                std::size_t before = most;
                while (before < now && !most.compare_exchange_weak(before, now)) {}
                std::this_thread::sleep_for(std::chrono::microseconds(50));
                sum += begin;
                --working;
            });
        });
    });
    EXPECT_EQ(sum, 64U * 28U);
    EXPECT_LE(most, workerCount());
}

TEST(ParallelRanges, ALockMayBeHeldWhileTheyRun) {
    // A thread that waited for the inner ranges and took up an outer one meanwhile would want its own lock.
    std::mutex mutex;
    std::size_t sum = 0;
    parallelRanges(200, 1, [&](std::size_t /*begin*/, std::size_t /*end*/) {
        const std::scoped_lock lock(mutex);
        std::atomic<std::size_t> inner = 0;
        parallelRanges(64, 1, [&](std::size_t begin, std::size_t /*end*/) { inner += begin; });
        sum += inner;
    });
    EXPECT_EQ(sum, 200U * 2016U);
}

TEST(ParallelRanges, ThrowWhatARangeThrewAndLeaveOutTheRest) {
    std::atomic<int> done = 0;
    const auto failing = [&] {
        parallelRanges(100'000, 1, [&](std::size_t begin, std::size_t /*end*/) {
            if (begin == 10) throw std::runtime_error("eleventh");
            if (begin > 10) std::this_thread::sleep_for(std::chrono::microseconds(100));
            ++done;
        });
    };
    EXPECT_THROW(failing(), std::runtime_error);
    EXPECT_LT(done, 50'000);
}

TEST(ParallelRanges, LoopsBesideAFailedOneAreWhole) {
    std::atomic<int> whole = 0;
    const auto failing = [&] {
        parallelRanges(4, 1, [&](std::size_t begin, std::size_t /*end*/) {
            if (begin == 0) throw std::runtime_error("first");
            std::atomic<int> done = 0;
            parallelRanges(1'000, 1, [&](std::size_t /*inner*/, std::size_t /*end*/) { ++done; });
            if (done == 1'000) ++whole;
            EXPECT_EQ(done, 1'000);
        });
    };
    EXPECT_THROW(failing(), std::runtime_error);
}

TEST(ParallelRanges, WorkAtThePriorityOfTheirCaller) {
    const int own = getpriority(PRIO_PROCESS, 0);
    for (const auto& [priority, nice] : {std::pair{ThreadPriority::background, 10}, {ThreadPriority::idle, 19}}) {
        const int wanted = std::max(own, nice);
        std::atomic<int> others = 0;
        {
            const Thread thread("loop-test", priority, [&](const std::stop_token& /*stop*/) {
                parallelRanges(64, 1, [&](std::size_t /*begin*/, std::size_t /*end*/) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                    if (getpriority(PRIO_PROCESS, 0) != wanted) ++others;
                });
            });
        }
        EXPECT_EQ(others, 0) << nice;
    }
    EXPECT_EQ(getpriority(PRIO_PROCESS, 0), own);
}

TEST(PendingRanges, AreDoneWhenTheyWereWaitedFor) {
    PendingRanges pending;
    pending.wait(); // nothing was begun
    for (const std::size_t count : {0U, 1U, 5U, 1'000U}) {
        std::vector<std::size_t> values(count);
        pending.begin(count, 1, [&](std::size_t begin, std::size_t /*end*/) { values[begin] = begin; });
        pending.wait();
        EXPECT_EQ(std::accumulate(values.begin(), values.end(), std::size_t{0}), count == 0 ? 0 : count * (count - 1) / 2);
    }
}

TEST(PendingRanges, AreWaitedForWhenTheyGo) {
    std::atomic<int> done = 0;
    {
        PendingRanges pending;
        pending.begin(16, 1, [&](std::size_t /*begin*/, std::size_t /*end*/) { ++done; });
    }
    EXPECT_EQ(done, 16);
}

TEST(PendingRanges, ThrowWhereTheyAreWaitedFor) {
    PendingRanges pending;
    pending.begin(4, 1, [](std::size_t begin, std::size_t /*end*/) {
        if (begin == 2) throw std::runtime_error("third");
    });
    EXPECT_THROW(pending.wait(), std::runtime_error);
}

TEST(Thread, EndsWhenItIsAskedTo) {
    std::latch begun(1);
    bool stopped = false;
    {
        Thread thread("test", ThreadPriority::normal, [&](const std::stop_token& stop) {
            begun.count_down();
            while (!stop.stop_requested()) std::this_thread::yield();
            stopped = true;
        });
        begun.wait();
        thread.requestStop();
    }
    EXPECT_TRUE(stopped);
}

TEST(BackgroundTask, HandsOverItsValueOnce) {
    BackgroundTask<std::string> task;
    EXPECT_FALSE(task.started());
    EXPECT_FALSE(task.ready());
    task = {"test", ThreadPriority::normal, [] { return std::string("made"); }};
    EXPECT_TRUE(task.started());
    task.wait();
    EXPECT_TRUE(task.ready());
    EXPECT_EQ(task.take(), "made");
    EXPECT_FALSE(task.started());
}

TEST(BackgroundTask, ThrowsWhatItsWorkThrew) {
    BackgroundTask<int> task("test", ThreadPriority::normal, []() -> int { throw std::runtime_error("no value"); });
    EXPECT_THROW((void)task.take(), std::runtime_error);
}

TEST(BackgroundTask, IsWaitedForWhenItGoes) {
    std::atomic<bool> done = false;
    {
        const BackgroundTask<int> task("test", ThreadPriority::normal, [&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            done = true;
            return 1;
        });
    }
    EXPECT_TRUE(done);
}

} // namespace
} // namespace banlang
