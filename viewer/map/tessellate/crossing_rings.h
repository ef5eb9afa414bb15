// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/tessellate/sweep.h"

namespace banlang::viewer {

/// Triangles of a polygon whose rings cross, by GLU: what is wound round anti-clockwise, or either way when there is no hole. Where
/// edges cross, the nearest of their ends stands for the crossing, and triangles that this turns over are left out. `rings` are the
/// numbers of first corners. False, and no triangles, when GLU gives up. Slow where very many edges lie one above another.
bool cutCrossingRings(const Loops& loops, const std::vector<std::uint32_t>& rings, std::vector<std::uint32_t>& triangles);

} // namespace banlang::viewer
