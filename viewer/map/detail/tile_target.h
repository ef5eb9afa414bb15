// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/detail/gl_objects.h"
#include "viewer/map/detail/map_tiles.h"

namespace banlang::viewer::detail {

/// Where one tile is painted, step by step: four samples a pixel and a stencil. Its finished picture goes into a texture.
class TileTarget {
public:
    TileTarget();
    /// Binds it for drawing, with its whole square as viewport.
    void bind() const;
    /// The picture as it is now; leaves some framebuffer bound.
    [[nodiscard]] Texture finish() const;

private:
    Framebuffer painted_;
    Framebuffer finished_;
    Renderbuffer colour_;
    Renderbuffer depthAndStencil_;
};

} // namespace banlang::viewer::detail
