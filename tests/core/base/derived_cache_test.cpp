// SPDX-License-Identifier: MIT
#include "core/base/derived_cache.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

namespace banlang {
namespace {

using Key = DerivedCache::Key;

std::size_t noBytes(int /*value*/) {
    return 0;
}

std::shared_ptr<const int> kept(const DerivedCache& cache, const Key& key, int value, std::size_t bytes = 0) {
    return cache.get<int>(
        key, {}, [&] { return value; }, [&](int /*made*/) { return bytes; });
}

TEST(DerivedCache, EightThreadsThatAskForOneThingGetItFromOne) {
    const DerivedCache cache;
    std::atomic<int> made{0};
    std::latch all(8);
    std::vector<std::shared_ptr<const int>> got(8);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < got.size(); ++i) {
            threads.emplace_back([&, i] {
                all.arrive_and_wait();
                got[i] = cache.get<int>(
                    {"slow", "day"}, {},
                    [&] {
                        std::this_thread::sleep_for(std::chrono::milliseconds(20));
                        return ++made;
                    },
                    noBytes);
            });
        }
    }
    EXPECT_EQ(made, 1);
    for (const auto& value : got) EXPECT_EQ(value, got.front());
}

TEST(DerivedCache, NameTypeAndWhatItDependsOnTellResultsApart) {
    const DerivedCache cache;
    EXPECT_EQ(*kept(cache, {"a", "1"}, 1), 1);
    EXPECT_EQ(*kept(cache, {"a", "2"}, 2), 2);
    EXPECT_EQ(*kept(cache, {"b", "1"}, 3), 3);
    const auto text = cache.get<std::string>(
        {"a", "1"}, {}, [] { return std::string("4"); }, [](const std::string& made) { return made.size(); });
    EXPECT_EQ(*text, "4");
    EXPECT_EQ(*kept(cache, {"a", "1"}, 9), 1) << "still the first";
}

TEST(DerivedCache, OneMayBeMadeOfAnother) {
    const DerivedCache cache;
    const auto twice = cache.get<int>(
        {"twice", ""}, {},
        [&] {
            return 2 * *kept(cache, {"once", ""}, 5);
        },
        noBytes);
    EXPECT_EQ(*twice, 10);
}

TEST(DerivedCache, WhatWasUsedLongestAgoGoesWhenTheLimitIsReached) {
    const DerivedCache cache(100);
    const auto first = kept(cache, {"day", "1"}, 1, 40 - sizeof(int));
    (void)kept(cache, {"day", "2"}, 2, 40 - sizeof(int));
    EXPECT_EQ(cache.recentBytes(), 80U);
    EXPECT_EQ(*kept(cache, {"day", "1"}, 9), 1) << "used again";
    (void)kept(cache, {"day", "3"}, 3, 40 - sizeof(int));
    EXPECT_EQ(cache.recentBytes(), 80U);
    EXPECT_EQ(*kept(cache, {"day", "1"}, 9), 1);
    EXPECT_EQ(*kept(cache, {"day", "3"}, 9), 3);
    EXPECT_EQ(*kept(cache, {"day", "2"}, 22, 40 - sizeof(int)), 22) << "made anew";
    EXPECT_EQ(*first, 1) << "who holds a value keeps it";
}

TEST(DerivedCache, WhatIsLargerThanTheLimitIsHandedOutAndNotKept) {
    const DerivedCache cache(100);
    (void)kept(cache, {"small", ""}, 5, 40 - sizeof(int));
    EXPECT_EQ(*kept(cache, {"huge", ""}, 1, 1'000), 1);
    EXPECT_EQ(*kept(cache, {"huge", ""}, 2, 1'000), 2);
    EXPECT_EQ(*kept(cache, {"small", ""}, 6), 5) << "nothing had to go for it";
    EXPECT_EQ(cache.recentBytes(), 40U);
}

TEST(DerivedCache, WhatDependsOnNothingElseStaysWithTheDataOneOfEachName) {
    const DerivedCache cache(100);
    const auto network = [&](std::string rules, int value) {
        return *kept(cache, {"network", std::move(rules), Retention::withData}, value, 1'000);
    };
    EXPECT_EQ(network("a", 1), 1);
    EXPECT_EQ(network("a", 2), 1);
    EXPECT_EQ(cache.recentBytes(), 0U) << "not counted against what comes and goes";
    EXPECT_EQ(network("b", 3), 3);
    EXPECT_EQ(network("a", 4), 4) << "the other took its place";
}

TEST(DerivedCache, WhatWasCutShortIsGivenToItsCallerAndKeptByNobody) {
    const DerivedCache cache;
    std::stop_source stop;
    const auto partial = cache.get<int>(
        {"long", ""}, stop.get_token(),
        [&] {
            stop.request_stop();
            return -1;
        },
        noBytes);
    EXPECT_EQ(*partial, -1);
    EXPECT_EQ(*kept(cache, {"long", ""}, 7), 7);
}

TEST(DerivedCache, WhoWaitsForOneThatIsCutShortMakesItAnew) {
    const DerivedCache cache;
    std::stop_source stop;
    std::latch begun(1);
    std::jthread first([&] {
        (void)cache.get<int>(
            {"long", ""}, stop.get_token(),
            [&] {
                begun.count_down();
                while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return -1;
            },
            noBytes);
    });
    begun.wait();
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        stop.request_stop();
    });
    EXPECT_EQ(*kept(cache, {"long", ""}, 7), 7);
}

TEST(DerivedCache, WhoIsStoppedWhileWaitingDoesNotWaitOn) {
    const DerivedCache cache;
    std::stop_source stop;
    std::latch begun(1);
    std::atomic<bool> done{false};
    std::jthread first([&] {
        (void)cache.get<int>(
            {"long", ""}, {},
            [&] {
                begun.count_down();
                while (!done) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return 7;
            },
            noBytes);
    });
    begun.wait();
    stop.request_stop();
    const auto partial = cache.get<int>(
        {"long", ""}, stop.get_token(), [] { return -1; }, noBytes);
    EXPECT_EQ(*partial, -1);
    done = true;
    first.join();
    EXPECT_EQ(*kept(cache, {"long", ""}, 9), 7) << "the first was not disturbed";
}

TEST(DerivedCache, AFailureIsForgotten) {
    const DerivedCache cache;
    const auto fail = [&] {
        return cache.get<int>(
            {"a", ""}, {}, []() -> int { throw std::runtime_error("full"); }, noBytes);
    };
    EXPECT_THROW((void)fail(), std::runtime_error);
    EXPECT_EQ(*kept(cache, {"a", ""}, 3), 3);
}

TEST(DerivedCache, CopiesAndChangedDataStartAnew) {
    DerivedCache cache;
    const auto first = kept(cache, {"a", ""}, 1, 50);
    const DerivedCache copy(cache);
    EXPECT_EQ(*kept(copy, {"a", ""}, 2), 2);
    cache.forget();
    EXPECT_EQ(cache.recentBytes(), 0U);
    EXPECT_EQ(*kept(cache, {"a", ""}, 3), 3);
    EXPECT_EQ(*first, 1);
}

} // namespace
} // namespace banlang
