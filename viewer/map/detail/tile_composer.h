// SPDX-License-Identifier: MIT
#pragma once

#include "layers/style.h"
#include "viewer/map/detail/shaders.h"
#include "viewer/map/detail/tile_cache.h"

#include <vector>

namespace banlang::viewer::detail {

/// Puts tiles on the screen. Where one is missing, what other scales have of its ground is stretched into its place; while a new
/// scene is being painted, the whole picture of the one before stays.
class TileComposer {
public:
    TileComposer(const Programs& programs, TileCache& cache);
    /// Into the viewport and scissor as they are.
    void show(const std::vector<TileKey>& tiles, const Frame& frame, Colour paper) const;

private:
    void place(const TileKey& tile, const Texture& picture, const Frame& frame) const;
    void standIn(const TileKey& missing, const std::vector<TileLevel>& levels, const Frame& frame) const;

    const Programs& programs_;
    TileCache& cache_;
    Sampler exact_; ///< for tiles whose pixels fall on those of the screen
};

} // namespace banlang::viewer::detail
