// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/gl/pass.h"
#include "viewer/map/tiles/map_tiles.h"

namespace banlang::viewer::detail {

/// Where one tile is painted, step by step: four samples a pixel and a stencil. Its finished picture goes into a texture.
class TileTarget {
public:
    TileTarget();
    [[nodiscard]] const RenderTarget& target() const { return target_; }
    /// The picture as it is now; outside of any pass.
    [[nodiscard]] Texture finish() const;

private:
    Framebuffer painted_;
    Framebuffer finished_;
    Renderbuffer colour_;
    Renderbuffer depthAndStencil_;
    RenderTarget target_{};
};

} // namespace banlang::viewer::detail
