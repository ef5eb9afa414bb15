// SPDX-License-Identifier: MIT
#include "viewer/results/job_queue.h"

#include <gtest/gtest.h>

#include <chrono>

namespace banlang::viewer {
namespace {

Job job(std::string key, bool visible) {
    return {std::move(key), {}, [](std::span<const Product>) -> Product { return std::make_shared<const int>(1); }, visible};
}

TEST(JobQueue, MakesWhatIsSeenAndTheRest) {
    JobQueue queue;
    queue.want({job("seen", true), job("rest", false)});
    queue.wait({"seen", "rest"});
    EXPECT_NE(queue.find("seen"), nullptr);
    EXPECT_NE(queue.find("rest"), nullptr);
}

TEST(JobQueue, WhileHeldBeginsOnlyWhatIsSeen) {
    JobQueue queue;
    queue.hold(true);
    queue.want({job("rest", false), job("seen", true)});
    queue.wait({"seen"});
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_EQ(queue.find("rest"), nullptr);
    queue.hold(false);
    queue.wait({"rest"});
    EXPECT_NE(queue.find("rest"), nullptr);
}

TEST(JobQueue, GivesAJobWhatItIsMadeOf) {
    JobQueue queue;
    Job sum{"sum",
            {"a", "b"},
            [](std::span<const Product> taken) -> Product {
                return std::make_shared<const int>(*static_cast<const int*>(taken[0].get()) +
                                                   *static_cast<const int*>(taken[1].get()));
            },
            true};
    queue.want({std::move(sum), job("a", true), job("b", false)});
    queue.wait({"sum"});
    EXPECT_EQ(*static_cast<const int*>(queue.find("sum").get()), 2);
}

} // namespace
} // namespace banlang::viewer
