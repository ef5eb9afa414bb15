// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace banlang::viewer {

/// A framebuffer of the current GL context, as data. Whoever draws is handed one; nothing ever asks GL what is bound.
struct RenderTarget {
    unsigned int framebuffer = 0; ///< its GL name; 0: the window's own
    int widthPx = 0;
    int heightPx = 0;
    bool operator==(const RenderTarget&) const = default;
};

/// What was drawn there: RGBA, 8 bits each, opaque, top row first. Waits for the drawing to finish. One sample a pixel.
[[nodiscard]] std::vector<std::uint8_t> readPixels(const RenderTarget& target);

} // namespace banlang::viewer
