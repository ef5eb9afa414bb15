// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/gl/detail/gl_objects.h"
#include "viewer/map/mesh/shape_mesh.h"

#include <vector>

namespace banlang::viewer::detail {

/// What of a mesh is drawn in one go.
struct MeshPart {
    std::size_t classIndex = 0;
    std::size_t level = 0;               ///< of the lines: 0 has all points
    std::vector<std::uint32_t> chunks{}; ///< rising
    std::size_t points = 0;
};

/// A mesh on the graphics card, and what of it stays here to choose what to draw.
class ShapeBuffers {
public:
    explicit ShapeBuffers(const ShapeMesh& mesh);

    /// The chunks of a class that touch `box`, with lines as fine as pixels of that size show them; cut into parts of about so many
    /// points.
    [[nodiscard]] std::vector<MeshPart> linesIn(std::size_t classIndex, const Box& box, double metresPerPx,
                                                std::size_t pointsPerPart) const;
    /// The same of what is filled.
    [[nodiscard]] std::vector<MeshPart> trianglesIn(std::size_t classIndex, const Box& box, std::size_t pointsPerPart) const;
    /// The program must be current.
    void drawTriangles(const MeshPart& part) const;
    void drawSegments(const MeshPart& part) const;

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
    [[nodiscard]] std::vector<MeshPart> partsIn(std::size_t classIndex, const Box& box, std::size_t level,
                                                std::size_t pointsPerPart) const;
    [[nodiscard]] std::vector<MeshRange> runsOf(const MeshPart& part, const std::vector<MeshRange>& cells) const;

    Point origin_{};
    std::size_t classCount_ = 0;
    std::vector<Box> chunkBoxes_;
    std::vector<MeshRange> triangleCells_;
    std::vector<Lines> lines_; ///< all points, then ever fewer
    VertexArray triangles_;
    VertexArray segments_; ///< without attributes
    Buffer indices_;
};

} // namespace banlang::viewer::detail
