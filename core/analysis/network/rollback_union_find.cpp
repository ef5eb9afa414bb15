// SPDX-License-Identifier: MIT
#include "core/analysis/network/rollback_union_find.h"

#include <numeric>
#include <utility>

namespace banlang {

RollbackUnionFind::RollbackUnionFind(std::size_t nodeCount) : parent_(nodeCount), size_(nodeCount, 1) {
    std::iota(parent_.begin(), parent_.end(), NodeId{0});
}

NodeId RollbackUnionFind::rootOf(NodeId node) const {
    while (parent_[node] != node) node = parent_[node];
    return node;
}

void RollbackUnionFind::connect(NodeId a, NodeId b) {
    NodeId below = rootOf(a);
    NodeId above = rootOf(b);
    if (below == above) return;
    if (size_[below] > size_[above]) std::swap(below, above);
    parent_[below] = above;
    size_[above] += size_[below];
    joined_.push_back(below);
}

void RollbackUnionFind::rollBackTo(std::size_t mark) {
    while (joined_.size() > mark) {
        const NodeId root = joined_.back();
        joined_.pop_back();
        size_[parent_[root]] -= size_[root];
        parent_[root] = root;
    }
}

} // namespace banlang
