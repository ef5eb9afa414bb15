// SPDX-License-Identifier: MIT
#include "viewer/map/detail/tile_composer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang::viewer::detail {
namespace {

/// Other scales that may lie under and over each other in one missing tile.
constexpr std::size_t mostStandIns = 3;

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

TileComposer::TileComposer(const Programs& programs, TileCache& cache) : programs_(programs), cache_(cache) {
    glSamplerParameteri(exact_.name(), GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glSamplerParameteri(exact_.name(), GL_TEXTURE_MAG_FILTER, GL_NEAREST);
}

void TileComposer::place(const TileKey& tile, const Texture& picture, const Frame& frame) const {
    const Box box = tile.box();
    const auto x = [&](double at) {
        return static_cast<float>((at - frame.view.centre.x) / frame.view.metresPerPx / frame.view.widthPx * 2);
    };
    const auto y = [&](double at) {
        return static_cast<float>((at - frame.view.centre.y) / frame.view.metresPerPx / frame.view.heightPx * 2);
    };
    const bool exact = tile.level.metresPerPx * frame.pixelRatio == frame.view.metresPerPx;
    glBindSampler(0, exact ? exact_.name() : 0);
    drawPicture(programs_, picture, {x(box.minX), y(box.minY), x(box.maxX), y(box.maxY)});
    glBindSampler(0, 0);
}

void TileComposer::standIn(const TileKey& missing, const std::vector<TileLevel>& levels, const Frame& frame) const {
    const BoxScissor scissor(missing.box(), frame);
    std::vector<std::vector<TileKey>> layers; // best first
    for (const TileLevel& level : levels) {
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
    const bool complete = cache_.holdsAll(tiles);
    std::vector<TileLevel> levels;
    if (!complete && !tiles.empty()) {
        levels = cache_.standIns(tiles.front().level);
        const auto before = ofVersion(tiles, tiles.front().level.version - 1);
        if (cache_.holdsAll(before)) {
            for (const TileKey& tile : before) place(tile, *cache_.find(tile), frame);
            return;
        }
        const auto part = [](std::uint8_t value) { return static_cast<float>(value) / 255.0F; };
        glClearColor(part(paper.r), part(paper.g), part(paper.b), 1);
        glClear(GL_COLOR_BUFFER_BIT);
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
