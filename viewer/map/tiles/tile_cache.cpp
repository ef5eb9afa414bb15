// SPDX-License-Identifier: MIT
#include "viewer/map/tiles/tile_cache.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace banlang::viewer::detail {

const Texture* TileCache::find(const TileKey& tile) {
    const auto found = tiles_.find(tile);
    if (found == tiles_.end()) return nullptr;
    found->second.usedAt = now_;
    return &found->second.picture;
}

void TileCache::put(const TileKey& tile, Texture picture) {
    tiles_.insert_or_assign(tile, Slot{std::move(picture), now_});
}

bool TileCache::holdsAll(const std::vector<TileKey>& tiles) const {
    return std::ranges::all_of(tiles, [&](const TileKey& tile) { return tiles_.contains(tile); });
}

std::vector<TileLevel> TileCache::substitutes(const TileLevel& level) const {
    std::vector<TileLevel> levels;
    for (const auto& [tile, slot] : tiles_) {
        if (tile.level != level && (levels.empty() || levels.back() != tile.level)) levels.push_back(tile.level);
    }
    std::ranges::stable_sort(levels, {}, [&](const TileLevel& other) {
        return std::pair(other.version != level.version, std::abs(std::log2(other.metresPerPx / level.metresPerPx)));
    });
    return levels;
}

void TileCache::tidy(std::size_t mostTiles) {
    if (tiles_.size() > mostTiles) {
        double coarsest = 0;
        for (const auto& [tile, slot] : tiles_) coarsest = std::max(coarsest, tile.level.metresPerPx);
        std::vector<std::pair<std::uint64_t, TileKey>> byUse;
        for (const auto& [tile, slot] : tiles_) {
            if (slot.usedAt != now_ && tile.level.metresPerPx != coarsest) byUse.emplace_back(slot.usedAt, tile);
        }
        std::ranges::sort(byUse);
        for (std::size_t i = 0; i < byUse.size() && tiles_.size() > mostTiles; ++i) tiles_.erase(byUse[i].second);
    }
    ++now_;
}

void TileCache::keepOnly(std::uint64_t version, std::uint64_t other) {
    std::erase_if(tiles_,
                  [&](const auto& entry) { return entry.first.level.version != version && entry.first.level.version != other; });
}

} // namespace banlang::viewer::detail
