// SPDX-License-Identifier: MIT
#include "sample-data/drainage.h"

#include "sample-data/height_field.h"
#include "sample-data/random.h"

#include <functional>
#include <queue>
#include <utility>

namespace banlang::sample {
namespace {

constexpr double streamKm2 = 0.45; ///< where a stream begins that counts for HAND
constexpr double riverKm2 = 2.2;   ///< where a river begins that is drawn
constexpr int rounds = 6;
constexpr double cutting = 0.13;
constexpr float upliftShare = 0.07F;

/// Priority flood: from the edge inwards, always the lowest cell next. A cell lower than the one that the water came from is
/// raised just above it when asked, so every cell drains.
void flood(const Frame& frame, Field& heights, Drainage& drainage, bool raise) {
    using Entry = std::pair<float, std::int32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    std::vector<std::uint8_t> seen(frame.count(), 0);
    drainage.downstream.assign(frame.count(), -1);
    drainage.order.clear();
    drainage.order.reserve(frame.count());
    for (std::size_t i = 0; i < frame.count(); ++i) {
        if (!frame.atEdge(frame.cell(i))) continue;
        open.emplace(heights[i], static_cast<std::int32_t>(i));
        seen[i] = 1;
    }
    while (!open.empty()) {
        const auto index = static_cast<std::size_t>(open.top().second);
        open.pop();
        drainage.order.push_back(static_cast<std::int32_t>(index));
        const Cell cell = frame.cell(index);
        for (int dr = -1; dr <= 1; ++dr) {
            for (int dc = -1; dc <= 1; ++dc) {
                const Cell next{cell.column + dc, cell.row + dr};
                if (!frame.holds(next) || seen[frame.index(next)] != 0) continue;
                const std::size_t nextIndex = frame.index(next);
                seen[nextIndex] = 1;
                if (raise) heights[nextIndex] = std::max(heights[nextIndex], heights[index] + 0.02F);
                drainage.downstream[nextIndex] = static_cast<std::int32_t>(index);
                open.emplace(heights[nextIndex], static_cast<std::int32_t>(nextIndex));
            }
        }
    }
}

/// The flood reaches a cell from whichever neighbour came first; water takes the steepest way among lower ones. Which way looks
/// steepest depends a little on chance, else all valleys would run in eight directions.
void steepen(const Frame& frame, const Field& heights, Drainage& drainage, std::uint64_t seed) {
    for (std::size_t i = 0; i < frame.count(); ++i) {
        if (drainage.downstream[i] < 0) continue;
        const Cell cell = frame.cell(i);
        float steepest = 0;
        for (int dr = -1; dr <= 1; ++dr) {
            for (int dc = -1; dc <= 1; ++dc) {
                const Cell next{cell.column + dc, cell.row + dr};
                if (!frame.holds(next) || (dr == 0 && dc == 0)) continue;
                const bool diagonal = dr != 0 && dc != 0;
                const auto chance = static_cast<float>(unitOf(hashOf(seed, i, frame.index(next))));
                const float run = diagonal ? 2 - chance : 1.0F;
                const float fall = (heights[i] - heights[frame.index(next)]) / run;
                if (fall <= steepest) continue;
                steepest = fall;
                drainage.downstream[i] = static_cast<std::int32_t>(frame.index(next));
            }
        }
    }
}

void accumulate(const Frame& frame, Drainage& drainage) {
    const double cellKm2 = frame.cellM * frame.cellM / 1e6;
    drainage.flowKm2.assign(frame.count(), static_cast<float>(cellKm2));
    for (auto cell = drainage.order.rbegin(); cell != drainage.order.rend(); ++cell) {
        const std::int32_t below = drainage.downstream[static_cast<std::size_t>(*cell)];
        if (below >= 0) drainage.flowKm2[static_cast<std::size_t>(below)] += drainage.flowKm2[static_cast<std::size_t>(*cell)];
    }
}

/// Water leaves a hollow along its lowest ground and cuts down through the sill: filling hollows would leave plains as flat as a
/// table.
void drainHollows(const Frame& frame, Field& heights, Drainage& drainage) {
    flood(frame, heights, drainage, false);
    for (auto cell = drainage.order.rbegin(); cell != drainage.order.rend(); ++cell) {
        const auto i = static_cast<std::size_t>(*cell);
        if (drainage.downstream[i] < 0) continue;
        float& below = heights[static_cast<std::size_t>(drainage.downstream[i])];
        below = std::min(below, heights[i] - 0.05F);
    }
}

void follow(const Frame& frame, Field& heights, Drainage& drainage, std::uint64_t seed) {
    drainHollows(frame, heights, drainage);
    flood(frame, heights, drainage, true);
    steepen(frame, heights, drainage, seed);
    accumulate(frame, drainage);
}

void measureHeightAboveStreams(const Frame& frame, const Field& heights, Drainage& drainage) {
    Field base(heights);
    for (const std::int32_t entry : drainage.order) {
        const auto i = static_cast<std::size_t>(entry);
        const std::int32_t below = drainage.downstream[i];
        if (below >= 0 && static_cast<double>(drainage.flowKm2[i]) < streamKm2) base[i] = base[static_cast<std::size_t>(below)];
    }
    drainage.aboveStreamM.resize(frame.count());
    for (std::size_t i = 0; i < frame.count(); ++i) drainage.aboveStreamM[i] = std::max(0.0F, heights[i] - base[i]);
}

void measureSlopes(const Frame& frame, const Field& heights, Drainage& drainage) {
    drainage.slope.resize(frame.count());
    for (std::size_t i = 0; i < frame.count(); ++i) {
        const Cell cell = frame.cell(i);
        const auto at = [&](int dc, int dr) {
            return static_cast<double>(heights[frame.index(
                {std::clamp(cell.column + dc, 0, frame.columns - 1), std::clamp(cell.row + dr, 0, frame.rows - 1)})]);
        };
        const double x = (at(1, 0) - at(-1, 0)) / (2 * frame.cellM);
        const double y = (at(0, 1) - at(0, -1)) / (2 * frame.cellM);
        drainage.slope[i] = static_cast<float>(std::sqrt(x * x + y * y));
    }
}

/// Rivers cut towards what lies downstream of them, more where more water runs: the stream power law, solved from the outlets up,
/// so that it is stable however long a round lasts. The land rises meanwhile, and slopes creep.
void wear(const Frame& frame, const Field& uplift, Field& heights, Drainage& drainage, std::uint64_t seed) {
    follow(frame, heights, drainage, seed);
    for (std::size_t i = 0; i < frame.count(); ++i) heights[i] += uplift[i];
    for (const std::int32_t entry : drainage.order) {
        const auto i = static_cast<std::size_t>(entry);
        if (drainage.downstream[i] < 0) continue;
        const float below = heights[static_cast<std::size_t>(drainage.downstream[i])];
        const auto cut = static_cast<float>(cutting * std::sqrt(static_cast<double>(drainage.flowKm2[i])));
        if (heights[i] > below) heights[i] = (heights[i] + cut * below) / (1 + cut);
    }
}

} // namespace

Drainage erode(const Frame& frame, Field& heights, std::uint64_t seed) {
    Drainage drainage;
    rescale(heights, 180, 1430);
    Field uplift(frame.count());
    for (std::size_t i = 0; i < frame.count(); ++i) uplift[i] = (heights[i] - 180) * upliftShare;
    for (int round = 0; round < rounds; ++round) {
        wear(frame, uplift, heights, drainage, hashOf(seed, 0x77656172, static_cast<std::uint64_t>(round)));
        if (round % 3 == 2) soften(frame, heights);
    }
    rescale(heights, 180, 1430);
    follow(frame, heights, drainage, hashOf(seed, 0x77656172, rounds));
    measureHeightAboveStreams(frame, heights, drainage);
    measureSlopes(frame, heights, drainage);
    drainage.isRiver.resize(frame.count());
    for (std::size_t i = 0; i < frame.count(); ++i)
        drainage.isRiver[i] = static_cast<double>(drainage.flowKm2[i]) >= riverKm2 ? 1 : 0;
    return drainage;
}

} // namespace banlang::sample
