// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/mesh/shape_mesh.h"

namespace banlang::viewer::detail {

/// The lines of a mesh (whose features, points and cells are there; `starts`: first point of each of its features) at ever coarser
/// tolerances. A level that would save little is left out. Uses all cores.
[[nodiscard]] std::vector<MeshLevel> coarserLevels(const GeometryColumn& geometry, const ShapeMesh& mesh,
                                                   const std::vector<std::uint32_t>& starts);

} // namespace banlang::viewer::detail
