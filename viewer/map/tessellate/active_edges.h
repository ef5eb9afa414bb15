// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/point.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace banlang::viewer {

inline constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

/// Twice the signed area; positive when a, b, c turn left.
[[nodiscard]] inline double turn(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Corners along the left end of a stretch between two edges, from the lower edge to the upper one; nodes of a linked list.
struct Chain {
    std::uint32_t bottom = nothing;
    std::uint32_t top = nothing;
    std::uint32_t newest = nothing; ///< the rightmost
    [[nodiscard]] bool exists() const { return bottom != nothing; }
};

/// An edge that the sweep line crosses, running from left to right.
struct ActiveEdge {
    Point left;
    Point right;
    std::int32_t sign = 0;    ///< 1 when the ring runs to the right here, so that its inside is above
    std::int32_t winding = 0; ///< of the ground above
    Chain chain;              ///< of the ground above, when that is inside

    // Place in the list and in the tree over it.
    std::uint32_t under = nothing;
    std::uint32_t over = nothing;
    std::uint32_t smaller = nothing;
    std::uint32_t larger = nothing;
    std::uint32_t parent = nothing;
};

/// 1 when the point lies above (left of) the edge, -1 below, 0 on it as far as the arithmetic can tell.
[[nodiscard]] int sideOf(const ActiveEdge& edge, Point at);

/// The edges under the sweep line from bottom to top: a list, and a tree of random heights over it for searching.
/// Edges are numbers of the ring corners where they start, so nothing is allocated. Inserting, erasing: O(log n).
class ActiveEdges {
public:
    explicit ActiveEdges(std::size_t count) : edges_(count) {}

    [[nodiscard]] ActiveEdge& operator[](std::uint32_t edge) { return edges_[edge]; }
    [[nodiscard]] std::uint32_t lowest() const { return lowest_; }
    /// The highest edge that the point is above of; nothing when it is below all.
    [[nodiscard]] std::uint32_t highestUnder(Point at) const;

    void insertOver(std::uint32_t under, std::uint32_t edge); ///< `under` may be nothing: at the bottom
    void erase(std::uint32_t edge);
    void replace(std::uint32_t old, std::uint32_t edge);

private:
    void hang(std::uint32_t parent, std::uint32_t old, std::uint32_t edge);
    void rotateUp(std::uint32_t edge);

    std::vector<ActiveEdge> edges_;
    std::uint32_t root_ = nothing;
    std::uint32_t lowest_ = nothing;
};

} // namespace banlang::viewer
