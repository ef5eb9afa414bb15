// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/point.h"

#include <span>
#include <vector>

namespace banlang {

/// A line moved sideways: by `distanceM` to the left of its direction, to the right when negative. Bends stay mitred up to twice
/// the distance and are cut flat beyond; pieces that would fold back inside a tight bend are left out. A closed line (last point =
/// first) stays closed. Lines of less than two different points give nothing.
[[nodiscard]] std::vector<Point> offsetLine(std::span<const Point> line, double distanceM);

} // namespace banlang
