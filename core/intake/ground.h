// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/crs.h"
#include "core/intake/problem_list.h"
#include "core/io/source.h"

#include <optional>

namespace banlang {

/// The CRS of a layer: its own, else the one that the user named, else an error that asks for it. Never a guess.
[[nodiscard]] Result<Crs> crsOf(const RawLayer& raw, std::optional<int> epsgOfUser, const ErrorPlace& where);

/// Brings geometries into the store's CRS. What lies beyond the Earth or holds no numbers becomes empty.
[[nodiscard]] Result<GeometryColumn> placedIn(const RawLayer& raw, const Crs& from, int storeEpsg, const ErrorPlace& where);

/// Repairs polygons that cross themselves, and lists each. Rows that are rejected already are left as they are.
void repairPolygons(GeometryColumn& polygons, ProblemList& problems);

} // namespace banlang
