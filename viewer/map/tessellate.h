// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"

#include <cstdint>
#include <vector>

namespace banlang::viewer {

/// Triangles of one polygon feature, three indices each into the column's points. Their areas add up to that of the polygon when
/// its rings do not cross; for broken rings the result is some cover without crashes, and points that are not finite are left out.
/// Large rings cost the square of their corners: 5 000 take about 20 ms, 20 000 a third of a second.
void tessellate(const GeometryColumn& polygons, std::size_t feature, std::vector<std::uint32_t>& triangles);

} // namespace banlang::viewer
