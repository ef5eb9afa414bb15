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

    /// Chooses the chunks that touch `box`, and lines as fine as pixels of that size show them.
    void choose(const Box& box, double metresPerPx);
    /// Of one class, what was chosen; the program must be current.
    void drawTriangles(std::size_t classIndex) const;
    void drawSegments(std::size_t classIndex) const;
    /// Points of one class that choose() would leave.
    [[nodiscard]] std::size_t pointsIn(std::size_t classIndex, const Box& box, double metresPerPx) const;

    [[nodiscard]] Point origin() const { return origin_; }
    [[nodiscard]] std::size_t classCount() const { return classCount_; }

private:
    /// Points that the line program fetches from a texture.
    struct Lines {
        Buffer points{};
        Texture texture{};
        double toleranceM = 0;
        std::vector<MeshRange> cells{};
    };
    [[nodiscard]] std::size_t levelFor(double metresPerPx) const;
    [[nodiscard]] std::vector<MeshRange> visibleRuns(std::size_t classIndex, const std::vector<MeshRange>& cells) const;

    Point origin_{};
    std::size_t classCount_ = 0;
    std::vector<Box> chunkBoxes_;
    std::vector<MeshRange> triangleCells_;
    std::vector<bool> visible_; ///< by chunk
    std::size_t level_ = 0;
    std::vector<Lines> lines_; ///< all points, then ever fewer
    VertexArray triangles_;
    VertexArray segments_; ///< without attributes
    Buffer indices_;
};

} // namespace banlang::viewer::detail
