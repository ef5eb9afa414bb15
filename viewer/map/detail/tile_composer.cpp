// SPDX-License-Identifier: MIT
#include "viewer/map/detail/tile_composer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang::viewer::detail {
namespace {

/// Other scales that may lie under and over each other in one missing tile.
constexpr std::size_t mostStandIns = 3;
/// Of much finer scales it takes too many to fill one.
constexpr double finestShare = 1.0 / 8;

/// Limits drawing further, to the place of a box on the screen, while it lives.
class BoxScissor {
public:
    BoxScissor(const Box& box, const Frame& frame) {
        glGetIntegerv(GL_SCISSOR_BOX, before_.data());
        const auto pixel = [&](double px) { return static_cast<GLint>(std::lround(px * frame.pixelRatio)); };
        const PixelPoint topLeft = frame.view.toPixel({box.minX, box.maxY});
        const PixelPoint bottomRight = frame.view.toPixel({box.maxX, box.minY});
        const GLint left = std::max(before_[0], frame.leftPx + pixel(topLeft.x));
        const GLint bottom = std::max(before_[1], frame.bottomPx + pixel(frame.view.heightPx - bottomRight.y));
        const GLint right = std::min(before_[0] + before_[2], frame.leftPx + pixel(bottomRight.x));
        const GLint top = std::min(before_[1] + before_[3], frame.bottomPx + pixel(frame.view.heightPx - topLeft.y));
        glScissor(left, bottom, std::max(0, right - left), std::max(0, top - bottom));
    }
    ~BoxScissor() { glScissor(before_[0], before_[1], before_[2], before_[3]); }
    BoxScissor(const BoxScissor&) = delete;
    BoxScissor& operator=(const BoxScissor&) = delete;

private:
    std::array<GLint, 4> before_{};
};

std::vector<TileKey> ofVersion(std::vector<TileKey> tiles, std::uint64_t version) {
    for (TileKey& tile : tiles) tile.level.version = version;
    return tiles;
}

} // namespace

bool TileComposer::fits(const TileLevel& level, const Frame& frame) {
    return level.metresPerPx * frame.pixelRatio == frame.view.metresPerPx;
}

void TileComposer::place(const TileKey& tile, const Texture& picture, const Frame& frame) const {
    const Box box = tile.box();
    if (fits(tile.level, frame)) {
        const Box seen = frame.view.visible();
        const auto pixel = [&](double metres) { return static_cast<int>(std::lround(metres / tile.level.metresPerPx)); };
        const PixelRectangle map{frame.leftPx, frame.bottomPx, pixel(seen.width()), pixel(seen.height())};
        copier_.copy(
            picture,
            {frame.leftPx + pixel(box.minX - seen.minX), frame.bottomPx + pixel(box.minY - seen.minY), tileSidePx, tileSidePx},
            map);
        return;
    }
    const auto x = [&](double at) {
        return static_cast<float>((at - frame.view.centre.x) / frame.view.metresPerPx / frame.view.widthPx * 2);
    };
    const auto y = [&](double at) {
        return static_cast<float>((at - frame.view.centre.y) / frame.view.metresPerPx / frame.view.heightPx * 2);
    };
    drawPicture(programs_, picture, {x(box.minX), y(box.minY), x(box.maxX), y(box.maxY)});
}

void TileComposer::standIn(const TileKey& missing, const std::vector<TileLevel>& levels, const Frame& frame) const {
    const BoxScissor scissor(missing.box(), frame);
    glClear(GL_COLOR_BUFFER_BIT);
    std::vector<std::vector<TileKey>> layers; // best first
    for (const TileLevel& level : levels) {
        if (level.metresPerPx < finestShare * missing.level.metresPerPx) continue;
        std::vector<TileKey> tiles = tilesIn(level, missing.box());
        const bool all = cache_.holdsAll(tiles);
        std::erase_if(tiles, [&](const TileKey& tile) { return cache_.find(tile) == nullptr; });
        if (!tiles.empty()) layers.push_back(std::move(tiles));
        if (all || layers.size() == mostStandIns) break;
    }
    for (auto tiles = layers.rbegin(); tiles != layers.rend(); ++tiles) {
        for (const TileKey& tile : *tiles) place(tile, *cache_.find(tile), frame);
    }
}

void TileComposer::show(const std::vector<TileKey>& tiles, const Frame& frame, Colour paper) const {
    glDisable(GL_BLEND);
    const auto part = [](std::uint8_t value) { return static_cast<float>(value) / 255.0F; };
    glClearColor(part(paper.r), part(paper.g), part(paper.b), 1);
    std::vector<TileLevel> levels;
    if (!tiles.empty() && !cache_.holdsAll(tiles)) {
        levels = cache_.standIns(tiles.front().level);
        const auto before = ofVersion(tiles, tiles.front().level.version - 1);
        if (cache_.holdsAll(before)) {
            for (const TileKey& tile : before) place(tile, *cache_.find(tile), frame);
            return;
        }
    }
    for (const TileKey& tile : tiles) {
        if (const Texture* picture = cache_.find(tile)) {
            place(tile, *picture, frame);
        } else {
            standIn(tile, levels, frame);
        }
    }
}

} // namespace banlang::viewer::detail
