// SPDX-License-Identifier: MIT
#include "core/base/work_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <future>
#include <memory>
#include <numeric>
#include <thread>

namespace banlang {
namespace {

using namespace std::chrono_literals;

WorkQueue queueOf(std::size_t threads) {
    return {threads, "test", ThreadPriority::normal};
}

/// A task that has begun and goes on until it is let go.
class HeldTask {
public:
    explicit HeldTask(WorkQueue& queue) {
        queue.post([this] {
            begun_.set_value();
            released_.get_future().wait();
            ended = true;
        });
        begun_.get_future().wait();
    }
    void release() { released_.set_value(); }

    std::atomic<bool> ended = false;

private:
    std::promise<void> begun_;
    std::promise<void> released_;
};

TEST(WorkQueue, OneThreadKeepsTheOrderOfPosting) {
    WorkQueue queue = queueOf(1);
    std::vector<int> done;
    for (int i = 0; i < 500; ++i) queue.post([&done, i] { done.push_back(i); });
    queue.finish();
    std::vector<int> inOrder(500);
    std::iota(inOrder.begin(), inOrder.end(), 0);
    EXPECT_EQ(done, inOrder);
}

TEST(WorkQueue, ManyThreadsDoEachTaskOnce) {
    WorkQueue queue = queueOf(4);
    std::vector<std::atomic<int>> times(2'000);
    for (std::atomic<int>& count : times) queue.post([&count] { ++count; });
    queue.finish();
    for (const std::atomic<int>& count : times) EXPECT_EQ(count, 1);
}

TEST(WorkQueue, TwoThreadsWorkBesideEachOther) {
    WorkQueue queue = queueOf(2);
    HeldTask one(queue);
    HeldTask other(queue); // begins while the first is still held
    one.release();
    other.release();
    queue.finish();
    EXPECT_TRUE(one.ended && other.ended);
}

TEST(WorkQueue, FinishWaitsForATaskThatHasBegun) {
    WorkQueue queue = queueOf(1);
    std::promise<void> begun;
    std::atomic<bool> ended = false;
    queue.post([&] {
        begun.set_value();
        std::this_thread::sleep_for(20ms);
        ended = true;
    });
    begun.get_future().wait();
    queue.finish();
    EXPECT_TRUE(ended);
}

TEST(WorkQueue, FinishWaitsForWhatTasksPost) {
    WorkQueue queue = queueOf(2);
    queue.finish(); // of nothing: returns
    std::atomic<bool> last = false;
    queue.post([&] {
        std::this_thread::sleep_for(20ms);
        queue.post([&] {
            std::this_thread::sleep_for(20ms);
            last = true;
        });
    });
    queue.finish();
    EXPECT_TRUE(last);
}

TEST(WorkQueue, ClearDropsOnlyWhatHasNotBegun) {
    WorkQueue queue = queueOf(1);
    std::atomic<int> dropped = 0;
    HeldTask held(queue);
    for (int i = 0; i < 10; ++i) queue.post([&] { ++dropped; });
    queue.clear();
    std::atomic<bool> later = false;
    queue.post([&] { later = true; });
    held.release();
    queue.finish();
    EXPECT_TRUE(held.ended);
    EXPECT_TRUE(later) << "what is posted after it is done as ever";
    EXPECT_EQ(dropped, 0);
}

TEST(WorkQueue, AtItsEndItWaitsForWhatRunsAndDropsTheRest) {
    std::atomic<int> dropped = 0;
    std::atomic<bool> ended = false;
    std::promise<void> begun;
    {
        WorkQueue queue = queueOf(1);
        queue.post([&] {
            begun.set_value();
            std::this_thread::sleep_for(50ms);
            ended = true;
        });
        begun.get_future().wait();
        for (int i = 0; i < 10; ++i) queue.post([&] { ++dropped; });
    }
    EXPECT_TRUE(ended);
    EXPECT_EQ(dropped, 0);
}

TEST(WorkQueue, LetsGoOfATaskWhenItIsDone) {
    WorkQueue queue = queueOf(1);
    auto held = std::make_shared<int>(7);
    queue.post([held] {});
    queue.finish();
    queue.post([] {});
    queue.finish();
    EXPECT_EQ(held.use_count(), 1);
}

TEST(WorkQueue, WhoWaitsForTheEndIsToldWhenWhatIsLeftIsDropped) {
    WorkQueue queue = queueOf(0);
    queue.post([] {});
    std::future<void> finished = std::async(std::launch::async, [&] { queue.finish(); });
    EXPECT_EQ(finished.wait_for(50ms), std::future_status::timeout) << "a task is still there";
    queue.clear();
    const bool told = finished.wait_for(10s) == std::future_status::ready;
    EXPECT_TRUE(told);
    if (!told) std::_Exit(1); // the future would wait for ever
}

} // namespace
} // namespace banlang
