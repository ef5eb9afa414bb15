// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/detail/gl_objects.h"

namespace banlang::viewer::detail {

/// A texture of colours without repetition, linear between pixels; `rgba` may be null. It lies on the card blue first, as windows
/// do: between such pictures a copy is one of memory, and where the processor draws they take half the time.
[[nodiscard]] Texture makePicture(int widthPx, int heightPx, const void* rgba = nullptr);

/// A rectangle of pixels, from the lower left corner.
struct PixelRectangle {
    int left = 0;
    int bottom = 0;
    int width = 0;
    int height = 0;
    bool operator==(const PixelRectangle&) const = default;
};
[[nodiscard]] PixelRectangle common(const PixelRectangle& a, const PixelRectangle& b);

/// Copies pictures pixel by pixel into the framebuffer that is bound for drawing.
class PictureCopier {
public:
    /// Lays the lower left corner of the picture on (left, bottom) of the framebuffer; nothing outside `within`. The scissor
    /// counts for nothing: it would make the copy thirty times as slow where the processor draws.
    void copy(const Texture& picture, PixelRectangle place, const PixelRectangle& within) const;

private:
    Framebuffer source_;
};

} // namespace banlang::viewer::detail
