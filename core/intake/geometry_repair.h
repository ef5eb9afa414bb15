// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/crs.h"
#include "core/intake/problem_list.h"
#include "core/io/source.h"

namespace banlang {

/// Brings geometries into the store's CRS. What lies beyond the Earth or holds no numbers becomes empty.
[[nodiscard]] Result<GeometryColumn> transformedTo(GeometryColumn geometry, const Crs& from, int storeEpsg,
                                                   const ErrorPlace& where);

/// Brings rows of a store from its CRS into another: geometries, and the centres of units, which stand in columns. A row whose
/// place the other CRS does not reach is an error: nothing may be lost on the way.
[[nodiscard]] Result<void> transformRows(FeatureTable& rows, const CrsTransform& transform, const ErrorPlace& where);

/// Coordinates that are kept as numbers are whole millimetres, so that there and back gives the same.
[[nodiscard]] double wholeMillimetres(double metres);

/// Repairs polygons that cross themselves, and lists each. Rows that are rejected already are left as they are.
void repairPolygons(GeometryColumn& polygons, ProblemList& problems);

} // namespace banlang
