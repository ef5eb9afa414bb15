// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/gl/detail/gl_objects.h"
#include "viewer/map/tiles/map_tiles.h"

#include <map>
#include <vector>

namespace banlang::viewer::detail {

/// Finished tiles of several scenes and scales; those not used for longest leave when there are too many.
class TileCache {
public:
    [[nodiscard]] const Texture* find(const TileKey& tile);
    void put(const TileKey& tile, Texture picture);
    [[nodiscard]] bool holdsAll(const std::vector<TileKey>& tiles) const;
    /// Levels that have tiles, of this scene first and then nearest in scale; without `level` itself.
    [[nodiscard]] std::vector<TileLevel> substitutes(const TileLevel& level) const;
    /// What was found since the last call stays, and the whole of the coarsest level of a scene, so that there is always something.
    void tidy(std::size_t mostTiles);
    /// Forgets all scenes but these.
    void keepOnly(std::uint64_t version, std::uint64_t other);
    void clear() { tiles_.clear(); }
    [[nodiscard]] std::size_t count() const { return tiles_.size(); }

private:
    struct Slot {
        Texture picture{};
        std::uint64_t usedAt = 0;
    };
    std::map<TileKey, Slot> tiles_;
    std::uint64_t now_ = 1;
};

} // namespace banlang::viewer::detail
