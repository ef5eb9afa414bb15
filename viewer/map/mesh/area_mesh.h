// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/mesh/shape_mesh.h"

#include <cstdint>
#include <span>
#include <vector>

namespace banlang::viewer::detail {

/// A chunk of polygons made ready for the graphics card. It knows no class: that is looked up by feature while drawing, so it stays
/// as it is whatever theme or day is shown. 18 bytes a vertex and 12 a triangle.
struct AreaMesh {
    Point origin{};
    std::vector<MeshPoint> points{};
    std::vector<std::uint16_t> featureOf{}; ///< per point: place of its feature within the chunk
    std::vector<std::uint32_t> triangles{};
};

/// At most 65 536 features.
[[nodiscard]] AreaMesh prepareAreaMesh(const GeometryColumn& geometry, std::span<const std::uint32_t> features);

} // namespace banlang::viewer::detail
