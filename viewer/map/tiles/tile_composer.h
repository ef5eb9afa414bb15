// SPDX-License-Identifier: MIT
#pragma once

#include "layers/style/style.h"
#include "viewer/map/gl/picture.h"
#include "viewer/map/gl/shaders.h"
#include "viewer/map/tiles/tile_cache.h"

#include <optional>
#include <vector>

namespace banlang::viewer::detail {

/// Puts tiles on the screen. Where one is missing, what other scales have of its ground is stretched into its place; while a new
/// scene is being painted, the whole picture of the one before stays. Keeps what it composed: a map that is only moved is copied,
/// and composed anew where ground comes in and where a tile has become ready; one whose scale changes is stretched, with the tiles
/// over it that are ready for that scale.
class TileComposer {
public:
    TileComposer(const Programs& programs, TileCache& cache) : programs_(programs), cache_(cache) {}
    /// Into the map's rectangle of a target with one sample a pixel; outside of any pass.
    void show(const RenderTarget& target, const std::vector<TileKey>& tiles, const Frame& frame, Colour background);

private:
    struct Canvas {
        Texture colour{};
        Framebuffer framebuffer{};
        RenderTarget target{};
    };
    /// What of the ground a canvas shows, at which scale, and the level of the tiles that it is made of or serves.
    struct Composed {
        TileLevel level{};
        double metresPerPx = 0; ///< of a style pixel
        Box seen{};
    };
    /// Whether the pixels of its tiles fall on those of the screen.
    [[nodiscard]] static bool fits(const TileLevel& level, const Frame& frame);
    void place(const TileKey& tile, const Texture& picture, const Frame& frame, const PixelRectangle& within) const;
    void substitute(const TileKey& missing, const std::vector<TileLevel>& levels, const Frame& frame,
                    const PixelRectangle& within) const;
    void compose(const std::vector<TileKey>& tiles, const Frame& frame) const;
    /// The picture from when the scale began to change, stretched, with what is ready of the tiles over it.
    void composeZoomed(const std::vector<TileKey>& tiles, const Frame& frame);
    void drawScaled(const Texture& picture, const Box& box, const Frame& frame, const PixelRectangle& within) const;
    /// The picture that was shown last, moved; then what is new in it. False when none of it is seen any more.
    [[nodiscard]] bool composeMoved(const std::vector<TileKey>& tiles, const Frame& frame);
    void resize(const PixelRectangle& size);

    const Programs& programs_;
    TileCache& cache_;
    PictureCopier copier_;
    Colour background_{}; ///< where there is nothing to show
    Canvas now_{};        ///< what is composed, and the picture before
    Canvas before_{};
    Canvas scaled_{};
    PixelRectangle canvasSize_{};
    std::optional<Composed> last_{};   ///< what was shown last
    std::optional<Composed> anchor_{}; ///< what is stretched while the scale changes, and for which tiles
};

} // namespace banlang::viewer::detail
