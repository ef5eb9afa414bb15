// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace banlang {

/// Calls body(begin, end) for consecutive ranges that together cover [0, count), on all cores. The body must not throw;
/// ranges run in any order, so results must not depend on it.
template <class Body> void parallelRanges(std::size_t count, std::size_t grain, Body&& body) {
    grain = std::max<std::size_t>(grain, 1);
    const std::size_t rangeCount = (count + grain - 1) / grain;
    const std::size_t threadCount = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), rangeCount);
    std::atomic<std::size_t> next{0};
    auto work = [&] {
        for (std::size_t range = next++; range < rangeCount; range = next++) {
            body(range * grain, std::min(count, (range + 1) * grain));
        }
    };
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < threadCount; ++i) helpers.emplace_back(work);
    work();
}

} // namespace banlang
