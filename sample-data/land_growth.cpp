// SPDX-License-Identifier: MIT
#include "sample-data/land_growth.h"

#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace banlang::sample {
namespace {

double costToEnter(const Drainage& drainage, std::size_t from, std::size_t to, double cellM) {
    const double climb = static_cast<double>(drainage.aboveStreamM[to]) / 45;
    const double steep = static_cast<double>(drainage.slope[to]) * 3;
    const bool crosses = drainage.isRiver[to] != 0 && drainage.isRiver[from] == 0;
    const double river = crosses ? 350 + 60 * std::min(20.0, static_cast<double>(drainage.flowKm2[to]) / 10) : 0;
    return cellM * (1 + climb + steep) + river;
}

} // namespace

std::vector<std::int32_t> grownLand(const Frame& frame, const Drainage& drainage, std::span<const Cell> seeds,
                                    std::span<const std::int32_t> within) {
    using Entry = std::pair<float, std::int32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    std::vector<float> cost(frame.count(), std::numeric_limits<float>::infinity());
    std::vector<std::int32_t> owner(frame.count(), -1);
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        const std::size_t index = frame.index(seeds[i]);
        cost[index] = 0;
        owner[index] = static_cast<std::int32_t>(i);
        open.emplace(0.0F, static_cast<std::int32_t>(index));
    }
    constexpr Cell steps[] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    while (!open.empty()) {
        const auto [soFar, entry] = open.top();
        open.pop();
        const auto index = static_cast<std::size_t>(entry);
        if (soFar > cost[index]) continue;
        const Cell cell = frame.cell(index);
        for (const Cell step : steps) {
            const Cell next{cell.column + step.column, cell.row + step.row};
            if (!frame.holds(next)) continue;
            const std::size_t nextIndex = frame.index(next);
            if (!within.empty() && within[nextIndex] != within[index]) continue;
            const auto reached =
                static_cast<float>(static_cast<double>(soFar) + costToEnter(drainage, index, nextIndex, frame.cellM));
            if (reached >= cost[nextIndex]) continue;
            cost[nextIndex] = reached;
            owner[nextIndex] = owner[index];
            open.emplace(reached, static_cast<std::int32_t>(nextIndex));
        }
    }
    return owner;
}

} // namespace banlang::sample
