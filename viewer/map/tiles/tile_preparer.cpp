// SPDX-License-Identifier: MIT
#include "viewer/map/tiles/tile_preparer.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace banlang::viewer::detail {
namespace {

constexpr std::size_t mostThreads = 8;

PixelColours coverOf(const PreparedShapes& set, const TileKey& tile) {
    const Box box = tile.box();
    const PixelGrid grid{{box.minX, box.maxY}, tile.level.metresPerPx, tileSidePx, tileSidePx};
    std::vector<std::uint32_t> features;
    set.chunks->search(*set.set->geometry, box, [&](std::uint32_t feature) { features.push_back(feature); });
    return coverAreas(*set.set, features, grid);
}

/// What cannot be read leaves the background.
PixelColours rasterBasemapIn(const RasterBasemap& rasterBasemap, const TileKey& tile) {
    auto pixels = rasterBasemap.source->read(tile.box(), tileSidePx, tileSidePx);
    if (!pixels) return PixelColours(std::size_t{4} * tileSidePx * tileSidePx);
    for (std::uint8_t& part : pixels->rgba) part = static_cast<std::uint8_t>(std::lround(part * rasterBasemap.opacity));
    return std::move(pixels->rgba);
}

} // namespace

TilePreparer::TilePreparer() : queue_(std::min(workerCount(), mostThreads), "tile", ThreadPriority::background) {}

template <class Made> void TilePreparer::post(std::function<Made()> make, std::vector<Made>& into) {
    {
        const std::scoped_lock lock(mutex_);
        ++underWay_;
    }
    queue_.post([this, make = std::move(make), &into] {
        std::optional<Made> made;
        std::exception_ptr failure;
        try {
            made.emplace(make());
        } catch (...) {
            failure = std::current_exception(); // as where no memory is left
        }
        const std::scoped_lock lock(mutex_);
        if (made) into.push_back(std::move(*made));
        if (failure) failure_ = failure;
        --underWay_;
        news_.notify_all();
    });
}

void TilePreparer::throwFailure() const {
    if (failure_) std::rethrow_exception(failure_);
}

void TilePreparer::makeChunk(std::shared_ptr<const PreparedScene> scene, NeededChunk needed) {
    post<MadeChunk>(
        [scene = std::move(scene), needed = std::move(needed)] {
            const AreaChunk& chunk = needed.chunk;
            return MadeChunk{chunk, prepareAreaMesh(*needed.set->set->geometry, chunk.of->chunk(chunk.index))};
        },
        chunks_);
}

void TilePreparer::makeCover(std::shared_ptr<const PreparedScene> scene, const PreparedShapes* set, TileKey tile) {
    post<MadeCover>(
        [scene = std::move(scene), set, tile] {
            return MadeCover{tile, set, set != nullptr ? coverOf(*set, tile) : rasterBasemapIn(scene->scene->rasterBasemap, tile)};
        },
        covers_);
}

std::vector<MadeChunk> TilePreparer::takeChunks() {
    const std::scoped_lock lock(mutex_);
    throwFailure();
    return std::exchange(chunks_, {});
}

std::vector<MadeCover> TilePreparer::takeCovers() {
    const std::scoped_lock lock(mutex_);
    throwFailure();
    return std::exchange(covers_, {});
}

void TilePreparer::wait() {
    std::unique_lock lock(mutex_);
    news_.wait(lock, [this] { return !chunks_.empty() || !covers_.empty() || underWay_ == 0; });
    throwFailure();
}

bool TilePreparer::working() const {
    const std::scoped_lock lock(mutex_);
    return underWay_ > 0 || !chunks_.empty() || !covers_.empty();
}

} // namespace banlang::viewer::detail
