// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/tiles/scene_painter.h"
#include "viewer/map/tiles/tile_cache.h"
#include "viewer/map/tiles/tile_preparer.h"
#include "viewer/map/tiles/tile_target.h"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace banlang::viewer::detail {

/// Paints missing tiles one after another, a few steps a frame.
class TileScheduler {
public:
    using Clock = std::chrono::steady_clock;

    TileScheduler(ScenePainter& painter, TileCache& cache) : painter_(painter), cache_(cache) {}

    /// Paints those of `tiles` that the cache lacks, in their order, until time is up; without `until` all of them. True when none
    /// is missing any more. Outside of any pass. At rest the lines of the base map are painted apart and kept for the next theme.
    [[nodiscard]] bool paint(const std::vector<TileKey>& tiles, double pixelRatio, std::optional<Clock::time_point> until,
                             bool atRest);
    /// Forgets what is half done; after that the painter's scene may change.
    void drop();
    /// The same, and what is kept: for another size of pixels.
    void forget();
    [[nodiscard]] std::size_t keptTiles() const { return lines_.size(); } ///< pictures beside those of the cache

private:
    struct Painting {
        TileKey tile{};
        Covers covers{};
        std::vector<PaintStep> steps{};
        std::size_t next = 0;
        bool lines = false; ///< only those of the base map, before the tile itself
    };
    void ingest(std::optional<Clock::time_point> until);
    /// The first missing tile for which everything is there; asks workers for what is not.
    [[nodiscard]] std::optional<TileKey> nextReady(const std::vector<TileKey>& missing, double pixelRatio);
    void begin(TileKey tile, double pixelRatio);
    /// What of the lines is kept is of another scene, or of more places than are seen.
    void tidyLines(const std::vector<TileKey>& tiles);
    /// Steps until the tile is finished: true, or time is up: false.
    [[nodiscard]] bool go(std::optional<Clock::time_point> until);
    void finish(double pixelRatio);

    ScenePainter& painter_;
    TileCache& cache_;
    TileTarget target_{};
    std::optional<Painting> painting_{};
    std::map<TileKey, Covers> covers_{};
    /// The base map's lines of tiles, whatever the version of the scene.
    std::map<TileKey, Texture> lines_{};
    std::vector<ScenePainter::LineLook> lineLooks_{}; ///< what they show
    std::set<TileKey> coversAsked_{};
    std::vector<MadeChunk> arrived_{};
    bool paintedInFrame_ = false;
    bool starved_ = false; ///< this frame has no time for painting
    bool atRest_ = false;
    double secondsPerVertex_ = 2e-8; ///< as measured lately
    TilePreparer preparer_{};        ///< last, so that its threads end first
};

} // namespace banlang::viewer::detail
