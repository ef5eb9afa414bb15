// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/detail/scene_painter.h"
#include "viewer/map/detail/tile_cache.h"
#include "viewer/map/detail/tile_preparer.h"
#include "viewer/map/detail/tile_target.h"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace banlang::viewer::detail {

/// Paints missing tiles one after another, a few steps a frame.
class TileWorks {
public:
    using Clock = std::chrono::steady_clock;

    TileWorks(ScenePainter& painter, TileCache& cache) : painter_(painter), cache_(cache) {}

    /// Paints those of `tiles` that the cache lacks, in their order, until time is up; without `until` all of them. True when none
    /// is missing any more. Leaves some framebuffer bound.
    [[nodiscard]] bool paint(const std::vector<TileKey>& tiles, double pixelRatio, std::optional<Clock::time_point> until);
    /// Forgets what is half done; after that the painter's scene may change.
    void drop();

private:
    struct Painting {
        TileKey tile{};
        Covers covers{};
        std::vector<PaintStep> steps{};
        std::size_t next = 0;
    };
    void takeIn(std::optional<Clock::time_point> until);
    /// The first missing tile for which everything is there; asks workers for what is not.
    [[nodiscard]] std::optional<TileKey> nextReady(const std::vector<TileKey>& missing, double pixelRatio);
    void begin(const TileKey& tile, double pixelRatio);
    /// Steps until the tile is finished: true, or time is up: false.
    [[nodiscard]] bool go(std::optional<Clock::time_point> until);
    void finish();

    ScenePainter& painter_;
    TileCache& cache_;
    TileTarget target_{};
    std::optional<Painting> painting_{};
    std::map<TileKey, Covers> covers_{};
    std::set<TileKey> coversAsked_{};
    std::vector<MadeChunk> arrived_{};
    bool paintedInFrame_ = false;
    double secondsPerVertex_ = 2e-8; ///< as measured lately
    TilePreparer preparer_{};        ///< last, so that its threads end first
};

} // namespace banlang::viewer::detail
