// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/point.h"

#include <cstdint>
#include <span>
#include <vector>

namespace banlang::viewer {

/// Rings of up to so many corners are cut without memory of their own.
inline constexpr std::size_t smallRingCorners = 48;

/// Cuts one counter-clockwise ring, not closed, whose neighbours differ: a fan when it is convex, else ear by ear. `index` is what
/// triangles call the corners. False, and no triangles, when it touches or crosses itself in a way that ears do not settle.
bool cutSmallRing(std::span<const Point> ring, std::span<const std::uint32_t> index, std::vector<std::uint32_t>& triangles);

} // namespace banlang::viewer
