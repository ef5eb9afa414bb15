// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/point.h"

#include <cstdint>
#include <vector>

namespace banlang::viewer {

/// The corners of all rings of one polygon, close to (0, 0); neighbours on a ring differ. Inside is on the left of every edge.
struct Loops {
    std::vector<Point> at;
    std::vector<std::uint32_t> index; ///< what triangles call the corner
    std::vector<std::uint32_t> next;
    std::vector<std::uint32_t> previous;
};

/// Cuts what the rings wind round into triangles, whatever touches whatever: a line sweeps from left to right and keeps, for every
/// stretch of inside that it crosses, the chain of corners that still wait for a triangle (Hertel and Mehlhorn, "Fast triangulation
/// of the plane with respect to simple polygons", 1985). An edge that passes through a corner is bent there, also when it crosses
/// the corner's own edges; so rings that do not cross are covered exactly, others nearly. n log n in the corners.
/// Returns twice the area of the triangles.
double sweepTriangles(const Loops& loops, std::vector<std::uint32_t>& triangles);

} // namespace banlang::viewer
