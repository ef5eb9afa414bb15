// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"

#include <string>

namespace banlang {

// Set operations on polygons, by GEOS. Each returns a column of one feature, empty when the result has no area.
// A part with an open ring has no area.

/// Everything within `distanceM` of a line, flat at its ends, round at its bends.
[[nodiscard]] GeometryColumn corridor(const GeometryColumn& lines, std::size_t feature, double distanceM);
[[nodiscard]] GeometryColumn intersection(const GeometryColumn& a, std::size_t featureA, const GeometryColumn& b,
                                          std::size_t featureB);
[[nodiscard]] GeometryColumn difference(const GeometryColumn& a, std::size_t featureA, const GeometryColumn& b,
                                        std::size_t featureB);
[[nodiscard]] GeometryColumn unionOf(const GeometryColumn& polygons);

/// Why a polygon is not valid, in GEOS's words with the place ("Self-intersection[447210 2535100]"); empty when it is valid.
[[nodiscard]] std::string invalidReason(const GeometryColumn& polygons, std::size_t feature);
/// The valid polygon that covers the same ground.
[[nodiscard]] GeometryColumn madeValid(const GeometryColumn& polygons, std::size_t feature);

} // namespace banlang
