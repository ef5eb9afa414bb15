// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"
#include "sample-data/settlements.h"

namespace banlang::sample {

/// One polygon per village and per commune, in their order. Neighbours share their border vertex by vertex, and a commune's border
/// is made of its villages' borders.
struct Boundaries {
    GeometryColumn villages;
    GeometryColumn communes;
};

[[nodiscard]] Boundaries traceBoundaries(const Frame& frame, const Settlements& settlements);

} // namespace banlang::sample
