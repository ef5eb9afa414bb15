// SPDX-License-Identifier: MIT
#include "viewer/map/tessellate/active_edges.h"

#include <cmath>

namespace banlang::viewer {
namespace {

/// Heights of tree nodes: scrambled numbers, the same in every run.
std::uint32_t priority(std::uint32_t edge) {
    std::uint32_t value = edge * 0x9E3779B9U;
    value ^= value >> 15;
    return value * 0x85EBCA6BU;
}

} // namespace

int sideOf(const ActiveEdge& edge, Point at) {
    // Bound of the rounding error by J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic", 1997.
    constexpr double bound = 3.3306690738754716e-16;
    const double one = (edge.right.x - edge.left.x) * (at.y - edge.left.y);
    const double other = (edge.right.y - edge.left.y) * (at.x - edge.left.x);
    const double difference = one - other;
    if (std::abs(difference) <= bound * (std::abs(one) + std::abs(other))) return 0;
    return difference > 0 ? 1 : -1;
}

std::uint32_t ActiveEdges::highestUnder(Point at) const {
    std::uint32_t found = nothing;
    for (std::uint32_t edge = root_; edge != nothing;) {
        const ActiveEdge& node = edges_[edge];
        if (sideOf(node, at) > 0) {
            found = edge;
            edge = node.larger;
        } else {
            edge = node.smaller;
        }
    }
    return found;
}

void ActiveEdges::insertOver(std::uint32_t under, std::uint32_t edge) {
    ActiveEdge& node = edges_[edge];
    const std::uint32_t over = under == nothing ? lowest_ : edges_[under].over;
    node.under = under;
    node.over = over;
    node.smaller = node.larger = node.parent = nothing;
    (under == nothing ? lowest_ : edges_[under].over) = edge;
    if (over != nothing) edges_[over].under = edge;
    if (root_ == nothing) {
        root_ = edge;
        return;
    }
    const bool right = under != nothing && edges_[under].larger == nothing;
    node.parent = right ? under : over; // of two neighbours one has room on the side of the other
    (right ? edges_[under].larger : edges_[over].smaller) = edge;
    while (node.parent != nothing && priority(edge) > priority(node.parent)) rotateUp(edge);
}

void ActiveEdges::erase(std::uint32_t edge) {
    ActiveEdge& node = edges_[edge];
    while (node.smaller != nothing && node.larger != nothing) {
        rotateUp(priority(node.smaller) > priority(node.larger) ? node.smaller : node.larger);
    }
    const std::uint32_t child = node.smaller != nothing ? node.smaller : node.larger;
    if (child != nothing) edges_[child].parent = node.parent;
    hang(node.parent, edge, child);
    (node.under == nothing ? lowest_ : edges_[node.under].over) = node.over;
    if (node.over != nothing) edges_[node.over].under = node.under;
}

void ActiveEdges::replace(std::uint32_t old, std::uint32_t edge) {
    const ActiveEdge& from = edges_[old];
    ActiveEdge& node = edges_[edge];
    node.under = from.under;
    node.over = from.over;
    node.smaller = from.smaller;
    node.larger = from.larger;
    node.parent = from.parent;
    (node.under == nothing ? lowest_ : edges_[node.under].over) = edge;
    if (node.over != nothing) edges_[node.over].under = edge;
    if (node.smaller != nothing) edges_[node.smaller].parent = edge;
    if (node.larger != nothing) edges_[node.larger].parent = edge;
    hang(node.parent, old, edge);
}

/// `edge` takes the place of `old` among the children of a node.
void ActiveEdges::hang(std::uint32_t parent, std::uint32_t old, std::uint32_t edge) {
    if (parent == nothing)
        root_ = edge;
    else if (edges_[parent].smaller == old)
        edges_[parent].smaller = edge;
    else
        edges_[parent].larger = edge;
}

void ActiveEdges::rotateUp(std::uint32_t edge) {
    ActiveEdge& node = edges_[edge];
    const std::uint32_t parent = node.parent;
    ActiveEdge& above = edges_[parent];
    const bool left = above.smaller == edge;
    const std::uint32_t moved = left ? node.larger : node.smaller;
    (left ? above.smaller : above.larger) = moved;
    if (moved != nothing) edges_[moved].parent = parent;
    (left ? node.larger : node.smaller) = parent;
    hang(above.parent, parent, edge);
    node.parent = above.parent;
    above.parent = edge;
}

} // namespace banlang::viewer
