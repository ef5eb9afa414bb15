// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"

#include <cstdint>
#include <vector>

namespace banlang::viewer {

/// Triangles of one polygon feature, three indices each into the column's points, counter-clockwise. They cover what its rings wind
/// round (shells counter-clockwise, holes clockwise); rings may touch each other and themselves. True when their areas add up to
/// that of the rings to a billionth, as for all rings that do not cross. Where rings cross the cover is a near one, since no
/// corners are added: wrong by what overlaps. Points that are not finite are left out. n log n in the corners: a million take about
/// a second.
bool tessellate(const GeometryColumn& polygons, std::size_t feature, std::vector<std::uint32_t>& triangles);

} // namespace banlang::viewer
