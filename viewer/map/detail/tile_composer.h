// SPDX-License-Identifier: MIT
#pragma once

#include "layers/style.h"
#include "viewer/map/detail/picture.h"
#include "viewer/map/detail/shaders.h"
#include "viewer/map/detail/tile_cache.h"

#include <optional>
#include <vector>

namespace banlang::viewer::detail {

/// Puts tiles on the screen. Where one is missing, what other scales have of its ground is stretched into its place; while a new
/// scene is being painted, the whole picture of the one before stays. Keeps what it composed: a map that is only moved is copied,
/// and composed anew where ground comes in and where a tile has become ready.
class TileComposer {
public:
    TileComposer(const Programs& programs, TileCache& cache) : programs_(programs), cache_(cache) {}
    /// Into the map's rectangle, which must be viewport and scissor, of a framebuffer with one sample a pixel.
    void show(const std::vector<TileKey>& tiles, const Frame& frame, Colour paper);

private:
    struct Canvas {
        Texture colour{};
        Framebuffer framebuffer{};
    };
    /// What was shown last, at the scale of its tiles.
    struct Composed {
        TileLevel level{};
        Box seen{};
    };
    /// Whether the pixels of its tiles fall on those of the screen.
    [[nodiscard]] static bool fits(const TileLevel& level, const Frame& frame);
    void place(const TileKey& tile, const Texture& picture, const Frame& frame) const;
    void standIn(const TileKey& missing, const std::vector<TileLevel>& levels, const Frame& frame,
                 const PixelRectangle& within) const;
    void compose(const std::vector<TileKey>& tiles, const Frame& frame) const;
    /// The picture that was shown last, moved; then what is new in it. False when none of it is seen any more.
    [[nodiscard]] bool composeMoved(const std::vector<TileKey>& tiles, const Frame& frame);
    void resize(const PixelRectangle& size);

    const Programs& programs_;
    TileCache& cache_;
    PictureCopier copier_;
    Canvas now_{};
    Canvas before_{};
    PixelRectangle canvasSize_{};
    std::optional<Composed> last_{};
};

} // namespace banlang::viewer::detail
