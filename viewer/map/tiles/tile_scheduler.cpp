// SPDX-License-Identifier: MIT
#include "viewer/map/tiles/tile_scheduler.h"

#include "viewer/map/gl/picture.h"

#include <algorithm>
#include <utility>

namespace banlang::viewer::detail {
namespace {

/// Steps are drawn together until they come to this much; then the card's time is taken.
constexpr double verticesPerBatch = 15'000;
constexpr std::size_t mostAreaBytes = 96U << 20U;

/// Lines are kept for what is seen and some ground around it.
constexpr std::size_t viewsOfLines = 2;

TileKey ofAnyVersion(TileKey tile) {
    tile.level.version = 0;
    return tile;
}

double seconds(TileScheduler::Clock::duration time) {
    return std::chrono::duration<double>(time).count();
}

} // namespace

void TileScheduler::drop() {
    painting_.reset();
    covers_.clear();
    coversAsked_.clear();
}

void TileScheduler::forget() {
    drop();
    lines_.clear();
}

void TileScheduler::ingest(std::optional<Clock::time_point> until) {
    for (MadeChunk& made : preparer_.takeChunks()) arrived_.push_back(std::move(made));
    std::size_t taken = 0;
    while (taken < arrived_.size() && (taken == 0 || !until || Clock::now() < *until)) {
        painter_.areas().put(arrived_[taken].chunk, arrived_[taken].mesh);
        ++taken;
    }
    arrived_.erase(arrived_.begin(), arrived_.begin() + static_cast<std::ptrdiff_t>(taken));
    for (const MadeCover& made : preparer_.takeCovers()) {
        if (!coversAsked_.contains(made.tile)) continue; // of a scene that is gone
        covers_[made.tile].insert_or_assign(made.set, makePicture(tileSidePx, tileSidePx, made.colours.data()));
    }
}

std::optional<TileKey> TileScheduler::nextReady(const std::vector<TileKey>& missing, double pixelRatio) {
    std::optional<TileKey> ready;
    for (const TileKey& tile : missing) {
        const TileNeeds needs = painter_.needs(tile.view(pixelRatio));
        for (const NeededChunk& needed : needs.chunks) {
            if (painter_.areas().askFor(needed.chunk)) preparer_.makeChunk(painter_.scene(), needed);
        }
        const auto covers = covers_.find(tile);
        const std::size_t covered = covers == covers_.end() ? 0 : covers->second.size();
        if (!needs.covered.empty() && coversAsked_.insert(tile).second) {
            for (const PreparedShapes* set : needs.covered) preparer_.makeCover(painter_.scene(), set, tile);
        }
        if (!ready && needs.chunks.empty() && covered == needs.covered.size()) ready = tile;
    }
    return ready;
}

void TileScheduler::begin(TileKey tile, double pixelRatio) {
    painting_.emplace(Painting{.tile = tile});
    const Frame frame{tile.view(pixelRatio), pixelRatio, 0, 0};
    const auto lines = lines_.find(ofAnyVersion(tile));
    const bool kept = lines != lines_.end();
    if (!kept && atRest_) {
        painting_->steps = painter_.lineSteps(frame);
        painting_->lines = painting_->steps.size() > 1; // more than an empty picture
        if (painting_->lines) return;
    }
    if (auto covers = covers_.extract(tile)) painting_->covers = std::move(covers.mapped());
    painting_->steps = painter_.steps(frame, painting_->covers, kept ? &lines->second : nullptr);
}

void TileScheduler::tidyLines(const std::vector<TileKey>& tiles) {
    if (lineLooks_ != painter_.lineLooks()) {
        lines_.clear();
        lineLooks_ = painter_.lineLooks();
    }
    if (lines_.size() <= viewsOfLines * tiles.size()) return;
    std::set<TileKey> seen;
    for (const TileKey& tile : tiles) seen.insert(ofAnyVersion(tile));
    if (painting_) seen.insert(ofAnyVersion(painting_->tile));
    std::erase_if(lines_, [&](const auto& kept) { return !seen.contains(kept.first); });
}

bool TileScheduler::go(std::optional<Clock::time_point> until) {
    Painting& painting = *painting_;
    Pass pass(target_.target(), {.blend = Blend::over});
    while (painting.next < painting.steps.size()) {
        const auto begin = Clock::now();
        double vertices = 0;
        while (painting.next < painting.steps.size() && vertices < verticesPerBatch) {
            const PaintStep& step = painting.steps[painting.next];
            const double wanted = (vertices + step.vertices) * secondsPerVertex_;
            if (until && paintedInFrame_ && seconds(*until - begin) < wanted) break;
            pass.blend(step.blend);
            step.paint();
            vertices += step.vertices;
            paintedInFrame_ = true;
            ++painting.next;
        }
        if (vertices == 0) return false;
        glFinish();
        // One shader that had to be compiled says nothing of the others.
        const double measured = std::clamp(seconds(Clock::now() - begin) / vertices, secondsPerVertex_ / 2, secondsPerVertex_ * 2);
        secondsPerVertex_ += 0.1 * (measured - secondsPerVertex_);
    }
    return true;
}

void TileScheduler::finish(double pixelRatio) {
    if (painting_->lines) {
        lines_.insert_or_assign(ofAnyVersion(painting_->tile), target_.finish());
        begin(painting_->tile, pixelRatio);
        return;
    }
    cache_.put(painting_->tile, target_.finish());
    coversAsked_.erase(painting_->tile);
    painting_.reset();
    painter_.areas().tidy(mostAreaBytes);
}

bool TileScheduler::paint(const std::vector<TileKey>& tiles, double pixelRatio, std::optional<Clock::time_point> until,
                          bool atRest) {
    // A frame that is late already may go without painting, but not two in a row.
    starved_ = until && Clock::now() >= *until && !starved_;
    paintedInFrame_ = starved_;
    atRest_ = atRest;
    std::vector<TileKey> missing;
    for (const TileKey& tile : tiles) {
        if (cache_.find(tile) == nullptr) missing.push_back(tile);
    }
    if (painting_ && std::ranges::find(missing, painting_->tile) == missing.end()) drop();
    tidyLines(tiles);
    while (!missing.empty()) {
        ingest(until);
        const std::optional<TileKey> ready = nextReady(missing, pixelRatio);
        if (!painting_) {
            if (ready) {
                begin(*ready, pixelRatio);
            } else if (until || !preparer_.working()) {
                return false;
            } else {
                preparer_.wait();
                continue;
            }
        }
        if (!go(until)) return false;
        if (!painting_->lines) std::erase(missing, painting_->tile);
        finish(pixelRatio);
    }
    return true;
}

} // namespace banlang::viewer::detail
