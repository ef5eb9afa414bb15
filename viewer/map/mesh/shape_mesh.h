// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"

#include <span>
#include <vector>

namespace banlang::viewer::detail {

/// A corner of a ring or line as the graphics card reads it. One origin serves a whole set: 30 km away from it a float is still
/// exact to 1 mm, a twentieth of a pixel at 1:100.
struct MeshPoint {
    float x = 0; ///< metres from the mesh's origin
    float y = 0;
    float alongM = 0;  ///< from the start of its ring
    float segment = 0; ///< what the segment that starts here joins; see `segment_kind`
};

/// Values of MeshPoint::segment. Closed rings of n segments say how far their other end is: 8 + n on the first segment,
/// -(8 + n) on the last.
namespace segment_kind {
inline constexpr float none = 0;
inline constexpr float inner = 1;
inline constexpr float first = 2;
inline constexpr float last = 3;
inline constexpr float only = 4;
inline constexpr float closedBase = 8;
} // namespace segment_kind

/// A run of a buffer.
struct MeshRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// The features of one class that lie near each other.
struct MeshCell {
    MeshRange features{}; ///< in ShapeMesh::features
    MeshRange points{};   ///< in ShapeMesh::points
    MeshRange indices{};  ///< in ShapeMesh::triangles
};

/// The lines of a mesh with fewer vertices, for scales at which nobody sees the others.
struct MeshLevel {
    double toleranceM = 0; ///< how far they may lie off
    std::vector<MeshPoint> points{};
    std::vector<MeshRange> cells{}; ///< in `points`, in the order of ShapeMesh::cells
};

/// A shape set made ready for the graphics card: features sorted by class and, within a class, by place, so that a class or the
/// part of it that is in view is a few runs of each buffer. 16 bytes a vertex, half as much again for the coarser levels, and 12 a
/// triangle.
struct ShapeMesh {
    Point origin{};
    std::size_t classCount = 0;
    std::vector<Box> chunkBoxes{};
    std::vector<MeshCell> cells{}; ///< class by class, chunk by chunk
    std::vector<std::uint32_t> features{};
    std::vector<MeshPoint> points{};
    std::vector<MeshLevel> coarser{};       ///< by tolerance, finest first; only of sets with strokes
    std::vector<std::uint32_t> triangles{}; ///< only of classes that needsTriangles()

    [[nodiscard]] const MeshCell& cell(std::size_t classIndex, std::size_t chunk) const {
        return cells[classIndex * chunkBoxes.size() + chunk];
    }
};

/// The points of one ring or path, written from `out` on.
void addMeshRing(const GeometryColumn& geometry, std::size_t ring, Point origin, MeshPoint* out);
/// Says of each point of one ring or path what the segment that starts there joins.
void joinSegments(std::span<MeshPoint> ring, bool closed);
[[nodiscard]] bool isClosed(std::span<const double> xy);

/// A fill, or a band along the inner edge, which is kept inside by the same triangles.
[[nodiscard]] bool needsTriangles(const ClassStyle& style);

/// Uses all cores. No GL.
[[nodiscard]] ShapeMesh prepareMesh(const ShapeSet& set);

} // namespace banlang::viewer::detail
