// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"

#include <cstdint>
#include <vector>

namespace banlang {

inline constexpr std::int32_t noNeighbour = -1;

/// The borders of neighbouring polygons, each stretch once, as long as it has the same polygons on its two sides.
/// The left polygon lies on the left of the line's direction.
struct SharedArcs {
    GeometryColumn lines; ///< one part each
    std::vector<std::int32_t> left;
    std::vector<std::int32_t> right; ///< noNeighbour where the whole ends
};

/// Vertices closer than 1 cm count as the same. Where neighbours were drawn apart (slivers, overlaps) a border stays double, but
/// each side still knows its neighbour if that lies within 20 m.
[[nodiscard]] SharedArcs sharedArcs(const GeometryColumn& polygons);

} // namespace banlang
