// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/gl/picture.h"

namespace banlang::viewer::detail {

/// A framebuffer with stencil that outlives the frame.
class RetainedPicture {
public:
    RetainedPicture(int widthPx, int heightPx);
    [[nodiscard]] const RenderTarget& target() const { return target_; }
    [[nodiscard]] PixelRectangle all() const { return {0, 0, target_.widthPx, target_.heightPx}; }

private:
    Framebuffer framebuffer_;
    Texture colour_;
    Renderbuffer depthAndStencil_;
    RenderTarget target_{};
};

} // namespace banlang::viewer::detail
