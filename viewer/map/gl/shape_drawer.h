// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/gl/shaders.h"
#include "viewer/map/gl/shape_buffers.h"

#include <optional>
#include <vector>

namespace banlang::viewer::detail {

/// A call itself costs about as much as this many vertices.
inline constexpr double verticesPerCall = 1500;
inline constexpr double verticesPerSegment = 6;

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

/// One thing that is drawn of one class of a set. Cut into parts it looks the same as in one piece, as long as its areas do not
/// overlap.
struct ShapeStep {
    double vertices = 0; ///< about what it costs
    MeshPart part{};
    std::optional<std::size_t> stroke{}; ///< of the class's style; none: its fill
};
/// What of a class is drawn in a view, fill before strokes.
[[nodiscard]] std::vector<ShapeStep> stepsOf(const ShapeSet& set, const ShapeBuffers& buffers, std::size_t classIndex,
                                             const Frame& frame);
void draw(const ShapeStep& step, const ShapeSet& set, const ShapeBuffers& buffers, const Programs& programs, const Frame& frame,
          StencilCounter& stencil);

} // namespace banlang::viewer::detail
