// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace banlang {

/// Adds to `kept` the numbers of those vertices of a line (x y x y ...) that may stand for all of it: the first, the last, and
/// enough between them that the others lie within `toleranceM` of the line through the kept ones, at its turns within twice that.
/// One pass, by intersecting cones (Sklansky and Gonzalez 1980); about 10 ns a vertex.
void simplify(std::span<const double> xy, double toleranceM, std::vector<std::uint32_t>& kept);

} // namespace banlang
