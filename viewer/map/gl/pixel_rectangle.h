// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>

namespace banlang::viewer::detail {

/// A rectangle of pixels, from the lower left corner.
struct PixelRectangle {
    int left = 0;
    int bottom = 0;
    int width = 0;
    int height = 0;
    bool operator==(const PixelRectangle&) const = default;
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
};

[[nodiscard]] inline PixelRectangle common(const PixelRectangle& a, const PixelRectangle& b) {
    const int left = std::max(a.left, b.left);
    const int bottom = std::max(a.bottom, b.bottom);
    const int right = std::min(a.left + a.width, b.left + b.width);
    const int top = std::min(a.bottom + a.height, b.bottom + b.height);
    return {left, bottom, std::max(0, right - left), std::max(0, top - bottom)};
}

} // namespace banlang::viewer::detail
