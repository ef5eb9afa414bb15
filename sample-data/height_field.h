// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/grid.h"

namespace banlang::sample {

/// Smooth noise over the plane: mean 0, deviation about 1, hills about `wavelengthM` across.
[[nodiscard]] double smoothNoise(std::uint64_t seed, double wavelengthM, Point point);

/// Heights in metres of raw highland: hills of four sizes and sharp ridges, not yet worn by water.
[[nodiscard]] Field rawHeights(const Frame& frame, std::uint64_t seed);

/// Stretches the heights to run from `lowM` to `highM`.
void rescale(Field& heights, double lowM, double highM);

} // namespace banlang::sample
