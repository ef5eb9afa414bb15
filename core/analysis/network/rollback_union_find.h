// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/network/network.h"

#include <vector>

namespace banlang {

/// What is connected with what, as edges come in and the latest go out again: union-find by size, without path compression.
class RollbackUnionFind {
public:
    explicit RollbackUnionFind(std::size_t nodeCount);
    [[nodiscard]] bool connected(NodeId a, NodeId b) const { return rootOf(a) == rootOf(b); }
    void connect(NodeId a, NodeId b);
    [[nodiscard]] std::size_t mark() const { return joined_.size(); }
    void rollBackTo(std::size_t mark);

private:
    [[nodiscard]] NodeId rootOf(NodeId node) const;
    std::vector<NodeId> parent_;
    std::vector<std::uint32_t> size_;
    std::vector<NodeId> joined_; ///< roots that were put below others, latest last
};

} // namespace banlang
