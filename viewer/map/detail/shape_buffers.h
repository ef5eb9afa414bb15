// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/detail/gl_objects.h"
#include "viewer/map/detail/shape_mesh.h"

#include <vector>

namespace banlang::viewer::detail {

/// A mesh on the graphics card, and what of it stays here to choose what to draw.
class ShapeBuffers {
public:
    explicit ShapeBuffers(const ShapeMesh& mesh);

    /// Chooses the chunks that touch `box`.
    void cull(const Box& box);
    /// Of one class, what cull() left; the program must be current.
    void drawTriangles(std::size_t classIndex) const;
    void drawSegments(std::size_t classIndex) const;
    /// Points of one class in the chunks that touch `box`.
    [[nodiscard]] std::size_t pointsIn(std::size_t classIndex, const Box& box) const;

    [[nodiscard]] Point origin() const { return origin_; }
    [[nodiscard]] std::size_t classCount() const { return classCount_; }

private:
    [[nodiscard]] std::vector<MeshRange> visibleRuns(std::size_t classIndex, MeshRange MeshCell::*part) const;

    Point origin_{};
    std::size_t classCount_ = 0;
    std::vector<Box> chunkBoxes_;
    std::vector<MeshCell> cells_;
    std::vector<bool> visible_; ///< by chunk
    VertexArray triangles_;
    VertexArray segments_; ///< without attributes: the line program fetches from the texture
    Buffer points_;
    Buffer indices_;
    Texture texture_;
};

} // namespace banlang::viewer::detail
