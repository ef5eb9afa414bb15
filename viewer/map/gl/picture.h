// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/gl/pass.h"

namespace banlang::viewer::detail {

/// A texture of colours without repetition, linear between pixels; `rgba` may be null. It lies on the card blue first, as windows
/// do: between such pictures a copy is one of memory, and where the processor draws they take half the time.
[[nodiscard]] Texture makePicture(int widthPx, int heightPx, const void* rgba = nullptr);

/// Copies pictures pixel by pixel into a target; outside of any pass.
class PictureCopier {
public:
    /// Lays the lower left corner of the picture on that of `place`, which is as large; nothing outside `within`.
    void copy(const Texture& picture, const RenderTarget& to, PixelRectangle place, const PixelRectangle& within) const;

private:
    Framebuffer source_;
};

} // namespace banlang::viewer::detail
