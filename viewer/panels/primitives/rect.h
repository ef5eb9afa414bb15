// SPDX-License-Identifier: MIT
#pragma once

namespace banlang::viewer {

/// A part of the window in style pixels, x to the right, y down.
struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] float midX() const { return x + w / 2; }
    [[nodiscard]] float midY() const { return y + h / 2; }
    [[nodiscard]] bool contains(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }
    [[nodiscard]] bool contains(const Rect& other) const {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }
    [[nodiscard]] Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    [[nodiscard]] Rect inset(float byX, float byY) const { return {x + byX, y + byY, w - 2 * byX, h - 2 * byY}; }
    [[nodiscard]] Rect movedBy(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    bool operator==(const Rect&) const = default;

    // Cut a piece off one side and keep the rest.
    Rect takeLeft(float width) {
        const Rect piece{x, y, width, h};
        x += width;
        w -= width;
        return piece;
    }
    Rect takeRight(float width) {
        w -= width;
        return {x + w, y, width, h};
    }
    Rect takeTop(float height) {
        const Rect piece{x, y, w, height};
        y += height;
        h -= height;
        return piece;
    }
    Rect takeBottom(float height) {
        h -= height;
        return {x, y + h, w, height};
    }
};

} // namespace banlang::viewer
