// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/grid.h"
#include "sample-data/polyline.h"

namespace banlang::sample {

/// A stretch of border between the same two areas, from one point where three areas meet to the next.
struct BorderArc {
    Polyline line;
    std::int32_t areaA = -1; ///< -1: outside
    std::int32_t areaB = -1;
};

/// All borders between cells of different areas, as stairs along the sides of cells.
[[nodiscard]] std::vector<BorderArc> borderArcs(const Frame& frame, const std::vector<std::int32_t>& areaOfCell);

} // namespace banlang::sample
