// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/crs.h"
#include "core/intake/problem_list.h"
#include "core/io/source.h"

namespace banlang {

/// Brings geometries into the store's CRS. What lies beyond the Earth or holds no numbers becomes empty.
[[nodiscard]] Result<GeometryColumn> transformedTo(GeometryColumn geometry, const Crs& from, int storeEpsg,
                                                   const ErrorPlace& where);

/// Repairs polygons that cross themselves, and lists each. Rows that are rejected already are left as they are.
void repairPolygons(GeometryColumn& polygons, ProblemList& problems);

} // namespace banlang
