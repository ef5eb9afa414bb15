// SPDX-License-Identifier: MIT
#include "viewer/results/job_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <new>
#include <thread>

namespace banlang::viewer {
namespace {

Job jobOf(std::string key, std::function<void()> act = {}, bool visible = false) {
    Job job = jobFor(ResultKey<int>{std::move(key)}, {}, [act = std::move(act)](const JobInputs&) {
        if (act) act();
        return 1;
    });
    job.visible = visible;
    return job;
}

TEST(JobQueue, MakesWhatIsSeenAndTheRest) {
    JobQueue queue;
    queue.want({jobOf("seen", {}, true), jobOf("rest")});
    queue.wait({"seen", "rest"});
    EXPECT_TRUE(queue.find("seen"));
    EXPECT_TRUE(queue.find("rest"));
}

TEST(JobQueue, WhileHeldBeginsOnlyWhatIsSeen) {
    JobQueue queue;
    queue.hold(true);
    queue.want({jobOf("rest"), jobOf("seen", {}, true)});
    queue.wait({"seen"});
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_FALSE(queue.find("rest"));
    queue.hold(false);
    queue.wait({"rest"});
    EXPECT_TRUE(queue.find("rest"));
}

TEST(JobQueue, JobsThatNobodyWantsAnyMoreAreNotDone) {
    JobQueue queue;
    std::atomic<bool> open{false};
    std::atomic<int> done{0};
    const auto waiting = [&] {
        while (!open) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    };
    queue.want({jobOf("slow", waiting), jobOf("dropped", [&] { ++done; })});
    queue.want({jobOf("slow", waiting), jobOf("kept")});
    open = true;
    queue.wait({"slow", "kept"});
    EXPECT_EQ(done, 0);
    EXPECT_FALSE(queue.find("dropped"));
}

TEST(JobQueue, WhatIsSeenNeedNotWaitForALongJobInTheBackground) {
    JobQueue queue;
    std::atomic<bool> open{false};
    queue.want({jobOf("long",
                      [&] {
                          while (!open) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                      }),
                jobOf("seen", {}, true)});
    queue.wait({"seen"});
    EXPECT_FALSE(queue.find("long"));
    open = true;
    queue.wait({"long"});
}

TEST(JobQueue, GivesAJobWhatItIsMadeOf) {
    JobQueue queue;
    const ResultKey<int> count{"count"};
    const ResultKey<std::string> unit{"unit"};
    const ResultKey<std::string> text{"text"};
    Job sentence =
        jobFor(text, textsOf(unit, count), [=](const JobInputs& made) { return std::to_string(made.at(count)) + made.at(unit); });
    sentence.visible = true;
    queue.want({std::move(sentence), jobFor(unit, {}, [](const JobInputs&) { return std::string(" ha"); }),
                jobFor(count, {}, [](const JobInputs&) { return 12; })});
    queue.wait({"text"});
    EXPECT_EQ(*queue.find("text").as(text), "12 ha");
}

TEST(JobQueue, SharesWhatOthersKeepAlready) {
    JobQueue queue;
    const ResultKey<std::string> key{"kept"};
    const auto kept = std::make_shared<const std::string>("land");
    queue.want({jobFor(key, {}, [kept](const JobInputs&) { return kept; })});
    queue.wait({"kept"});
    EXPECT_EQ(queue.find("kept").as(key), kept);
}

TEST(JobQueue, WhatAJobThrowsComesOutWhereItsProductIsAskedFor) {
    JobQueue queue;
    std::atomic<int> told{0};
    queue.onDone([&] { ++told; });
    queue.want({jobOf("large", [] { throw std::bad_alloc(); })});
    EXPECT_THROW(queue.wait({"large"}), std::bad_alloc);
    EXPECT_THROW((void)queue.find("large"), std::bad_alloc);
    EXPECT_THROW(queue.want({}), std::bad_alloc);
    while (told == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1)); // the window is woken to hear of it
}

} // namespace
} // namespace banlang::viewer
