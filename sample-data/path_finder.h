// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/drainage.h"

#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace banlang::sample {

/// Least-cost ways over the land for roads. Steps go to 16 neighbours, so that ways are not bound to eight directions.
class PathFinder {
public:
    PathFinder(const Frame& frame, const Field& heights, const Drainage& drainage);

    /// Cells from `from` to the first cell that `isGoal(cell index)` accepts, both included; empty when none is within reach.
    /// `roadShare(cell index)` below 1 makes cells with a road cheaper.
    template <class IsGoal, class RoadShare>
    [[nodiscard]] std::vector<std::int32_t> find(Cell from, double gradeLimit, IsGoal&& isGoal, RoadShare&& roadShare);

private:
    static constexpr Cell steps[] = {{1, 0}, {-1, 0}, {0, 1},  {0, -1},  {1, 1}, {1, -1}, {-1, 1}, {-1, -1},
                                     {2, 1}, {2, -1}, {-2, 1}, {-2, -1}, {1, 2}, {1, -2}, {-1, 2}, {-1, -2}};
    [[nodiscard]] double stepCost(std::size_t from, std::size_t to, Cell step, double gradeLimit) const;
    void startAfresh();

    const Frame& frame_;
    const Field& heights_;
    const Drainage& drainage_;
    std::vector<float> cost_;
    std::vector<std::int32_t> before_;
    std::vector<std::int32_t> touched_; ///< what the last search has to undo
};

template <class IsGoal, class RoadShare>
std::vector<std::int32_t> PathFinder::find(Cell from, double gradeLimit, IsGoal&& isGoal, RoadShare&& roadShare) {
    using Entry = std::pair<float, std::int32_t>;
    startAfresh();
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    const std::size_t start = frame_.index(from);
    cost_[start] = 0;
    touched_.push_back(static_cast<std::int32_t>(start));
    open.emplace(0.0F, static_cast<std::int32_t>(start));
    while (!open.empty()) {
        const auto [soFar, entry] = open.top();
        open.pop();
        const auto index = static_cast<std::size_t>(entry);
        if (soFar > cost_[index]) continue;
        if (index != start && isGoal(index)) {
            std::vector<std::int32_t> path;
            for (std::int32_t at = entry; at >= 0; at = before_[static_cast<std::size_t>(at)]) path.push_back(at);
            return {path.rbegin(), path.rend()};
        }
        const Cell cell = frame_.cell(index);
        for (const Cell step : steps) {
            const Cell next{cell.column + step.column, cell.row + step.row};
            if (!frame_.holds(next)) continue;
            const std::size_t nextIndex = frame_.index(next);
            const double share = std::max(roadShare(index), roadShare(nextIndex));
            const auto reached =
                static_cast<float>(static_cast<double>(soFar) + share * stepCost(index, nextIndex, step, gradeLimit));
            if (reached >= cost_[nextIndex]) continue;
            if (cost_[nextIndex] == std::numeric_limits<float>::infinity())
                touched_.push_back(static_cast<std::int32_t>(nextIndex));
            cost_[nextIndex] = reached;
            before_[nextIndex] = entry;
            open.emplace(reached, static_cast<std::int32_t>(nextIndex));
        }
    }
    return {};
}

} // namespace banlang::sample
