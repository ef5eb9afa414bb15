// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/detail/picture.h"

namespace banlang::viewer::detail {

/// A framebuffer with stencil that outlives the frame.
class KeptPicture {
public:
    KeptPicture(int widthPx, int heightPx);
    void bind() const;
    /// Copies all of it and leaves the target bound.
    void copyTo(GLuint framebuffer) const;
    [[nodiscard]] int widthPx() const { return widthPx_; }
    [[nodiscard]] int heightPx() const { return heightPx_; }

private:
    int widthPx_;
    int heightPx_;
    Framebuffer framebuffer_;
    Texture colour_;
    Renderbuffer depthAndStencil_;
};

} // namespace banlang::viewer::detail
