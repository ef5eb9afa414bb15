// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"

namespace banlang {

/// A polygon that is the same inside `box`, with as few vertices outside as that takes; what it covers outside has no meaning.
/// One pass over the vertices. Rings keep their direction.
[[nodiscard]] GeometryColumn reducedToBox(const GeometryColumn& polygons, std::size_t feature, const Box& box);

} // namespace banlang
