// SPDX-License-Identifier: MIT
#include "viewer/map/tiles/tile_composer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace banlang::viewer::detail {
namespace {

/// Other scales that may lie under and over each other in one missing tile.
constexpr std::size_t mostSubstitutes = 2;
/// Of much finer scales it takes too many to fill one.
constexpr double finestShare = 1.0 / 2;

/// Where a box of ground lies in the framebuffer.
PixelRectangle placeOf(const Box& box, const Frame& frame) {
    const double perPx = frame.pixelRatio / frame.view.metresPerPx;
    const Box seen = frame.view.visible();
    const auto pixel = [&](double metres) { return static_cast<int>(std::lround(metres * perPx)); };
    const int left = pixel(box.minX - seen.minX);
    const int bottom = pixel(box.minY - seen.minY);
    return {frame.leftPx + left, frame.bottomPx + bottom, pixel(box.maxX - seen.minX) - left, pixel(box.maxY - seen.minY) - bottom};
}

std::vector<TileKey> ofVersion(std::vector<TileKey> tiles, std::uint64_t version) {
    for (TileKey& tile : tiles) tile.level.version = version;
    return tiles;
}

} // namespace

bool TileComposer::fits(const TileLevel& level, const Frame& frame) {
    return level.metresPerPx == frame.view.metresPerPx / frame.pixelRatio;
}

void TileComposer::place(const TileKey& tile, const Texture& picture, const Frame& frame, const PixelRectangle& within) const {
    const Box box = tile.box();
    if (fits(tile.level, frame)) {
        copier_.copy(picture, now_.target, placeOf(box, frame), within);
        return;
    }
    drawScaled(picture, box, frame, within);
}

void TileComposer::drawScaled(const Texture& picture, const Box& box, const Frame& frame, const PixelRectangle& within) const {
    const auto x = [&](double at) {
        return static_cast<float>((at - frame.view.centre.x) / frame.view.metresPerPx / frame.view.widthPx * 2);
    };
    const auto y = [&](double at) {
        return static_cast<float>((at - frame.view.centre.y) / frame.view.metresPerPx / frame.view.heightPx * 2);
    };
    const Pass pass(now_.target, {.within = within});
    drawPicture(programs_, picture, {x(box.minX), y(box.minY), x(box.maxX), y(box.maxY)});
}

void TileComposer::substitute(const TileKey& missing, const std::vector<TileLevel>& levels, const Frame& frame,
                              const PixelRectangle& within) const {
    const PixelRectangle place = common(placeOf(missing.box(), frame), within);
    if (place.empty()) return;
    std::vector<std::vector<TileKey>> layers; // best first
    bool whole = false;
    for (const TileLevel& level : levels) {
        if (level.metresPerPx < finestShare * missing.level.metresPerPx) continue;
        std::vector<TileKey> tiles = tilesIn(level, missing.box());
        whole = cache_.holdsAll(tiles);
        std::erase_if(tiles, [&](const TileKey& tile) { return cache_.find(tile) == nullptr; });
        if (!tiles.empty()) layers.push_back(std::move(tiles));
        if (whole || layers.size() == mostSubstitutes) break;
    }
    if (!whole) clear(now_.target, place, background_);
    for (auto tiles = layers.rbegin(); tiles != layers.rend(); ++tiles) {
        for (const TileKey& tile : *tiles) this->place(tile, *cache_.find(tile), frame, place);
    }
}

void TileComposer::compose(const std::vector<TileKey>& tiles, const Frame& frame) const {
    const std::vector<TileLevel> levels =
        cache_.holdsAll(tiles) ? std::vector<TileLevel>{} : cache_.substitutes(tiles.front().level);
    for (const TileKey& tile : tiles) {
        if (const Texture* picture = cache_.find(tile)) {
            place(tile, *picture, frame, mapOf(frame));
        } else {
            substitute(tile, levels, frame, mapOf(frame));
        }
    }
}

void TileComposer::composeZoomed(const std::vector<TileKey>& tiles, const Frame& frame) {
    const TileLevel level = tiles.front().level;
    if (!anchor_ || anchor_->level != level) {
        anchor_.reset();
        if (last_ && last_->level.version == level.version) {
            std::swap(scaled_, before_);
            anchor_ = Composed{level, last_->metresPerPx, last_->seen};
        }
    }
    const Box seen = frame.view.visible();
    const auto covered = [&](const Box& box) {
        return anchor_ && std::max(box.minX, seen.minX) >= anchor_->seen.minX &&
               std::max(box.minY, seen.minY) >= anchor_->seen.minY && std::min(box.maxX, seen.maxX) <= anchor_->seen.maxX &&
               std::min(box.maxY, seen.maxY) <= anchor_->seen.maxY;
    };
    std::vector<TileLevel> levels;
    if (!cache_.holdsAll(tiles)) levels = cache_.substitutes(level);
    for (const TileKey& tile : tiles) {
        if (cache_.find(tile) == nullptr && !covered(tile.box())) substitute(tile, levels, frame, mapOf(frame));
    }
    if (anchor_) drawScaled(scaled_.colour, anchor_->seen, frame, mapOf(frame));
    for (const TileKey& tile : tiles) {
        if (const Texture* picture = cache_.find(tile)) place(tile, *picture, frame, mapOf(frame));
    }
}

bool TileComposer::composeMoved(const std::vector<TileKey>& tiles, const Frame& frame) {
    const PixelRectangle map = mapOf(frame);
    PixelRectangle shown = placeOf(last_->seen, frame);
    shown.width = canvasSize_.width;
    shown.height = canvasSize_.height;
    const PixelRectangle known = common(shown, map);
    if (known.empty()) return false;
    copier_.copy(before_.colour, now_.target, shown, map);
    // What came in at a side, and what came in above and below in the breadth that was there.
    const PixelRectangle beside = known.left > map.left
                                      ? PixelRectangle{map.left, map.bottom, known.left - map.left, map.height}
                                      : PixelRectangle{known.left + known.width, map.bottom, map.width - known.width, map.height};
    const PixelRectangle beyond = known.bottom > map.bottom
                                      ? PixelRectangle{map.left, map.bottom, map.width, known.bottom - map.bottom}
                                      : PixelRectangle{map.left, known.bottom + known.height, map.width, map.height - known.height};
    std::vector<TileLevel> levels;
    if (!cache_.holdsAll(tiles)) levels = cache_.substitutes(tiles.front().level);
    for (const TileKey& tile : tiles) {
        if (const Texture* picture = cache_.find(tile)) {
            place(tile, *picture, frame, mapOf(frame));
            continue;
        }
        for (const PixelRectangle& fresh : {beside, beyond}) substitute(tile, levels, frame, fresh);
    }
    return true;
}

void TileComposer::resize(const PixelRectangle& size) {
    if (size == canvasSize_) return;
    for (Canvas* canvas : {&now_, &before_, &scaled_}) {
        canvas->colour = makePicture(size.width, size.height);
        canvas->target = targetOf(canvas->framebuffer, canvas->colour, size.width, size.height);
    }
    canvasSize_ = size;
    last_.reset();
    anchor_.reset();
}

void TileComposer::show(const RenderTarget& target, const std::vector<TileKey>& tiles, const Frame& frame, Colour background) {
    if (tiles.empty()) return;
    background_ = background;
    const TileLevel level = tiles.front().level;
    const PixelRectangle map = mapOf(frame);
    std::swap(now_, before_);
    resize({0, 0, map.width, map.height});
    Frame onCanvas = frame;
    onCanvas.leftPx = 0;
    onCanvas.bottomPx = 0;
    const auto before = ofVersion(tiles, level.version - 1);
    const bool sceneBefore = !cache_.holdsAll(tiles) && cache_.holdsAll(before);
    const bool zoomed = !sceneBefore && !fits(level, frame);
    if (zoomed) {
        composeZoomed(tiles, onCanvas);
    } else if (sceneBefore) {
        compose(before, onCanvas);
    } else if (!last_ || last_->level != level || last_->metresPerPx != frame.view.metresPerPx || !composeMoved(tiles, onCanvas)) {
        compose(tiles, onCanvas);
    }
    if (!zoomed) anchor_.reset();
    last_ = Composed{sceneBefore ? before.front().level : level, frame.view.metresPerPx, frame.view.visible()};
    copier_.copy(now_.colour, target, map, map);
}

} // namespace banlang::viewer::detail
