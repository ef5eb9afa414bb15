// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/detail/shaders.h"
#include "viewer/map/detail/shape_buffers.h"

namespace banlang::viewer::detail {

/// Counts on the stencil, so that strokes that one sees through are laid once where they cross. Clears it when the numbers run out.
class StencilCounter {
public:
    void begin() const;
    /// From here on every pixel takes colour once.
    void onceEach();
    /// From here on what is drawn only marks the pixels; after coverOnlyMarked() only those take colour, once.
    void mark();
    void coverOnlyMarked() const;
    void off() const;

private:
    void advance();
    GLint value_ = 0;
};

/// The ground from which strokes may reach into a view.
[[nodiscard]] inline Box reachOf(const MapView& view) {
    constexpr double widestStrokePx = 30;
    return view.visible().widenedBy(widestStrokePx * view.metresPerPx);
}

/// One class of a set, fill before strokes, of what was chosen from the buffers.
void drawClass(const ShapeSet& set, const ShapeBuffers& buffers, std::size_t classIndex, const Programs& programs,
               const Frame& frame, StencilCounter& stencil);

} // namespace banlang::viewer::detail
