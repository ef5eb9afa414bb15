// SPDX-License-Identifier: MIT
#include "core/analysis/network/rollback_union_find.h"

#include <gtest/gtest.h>

#include <random>
#include <utility>

namespace banlang {
namespace {

/// Who reaches whom over a list of edges, by walking.
std::vector<int> groupsOf(std::size_t nodes, const std::vector<std::pair<NodeId, NodeId>>& edges) {
    std::vector<int> group(nodes);
    for (std::size_t i = 0; i < nodes; ++i) group[i] = static_cast<int>(i);
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& [a, b] : edges) {
            if (group[a] == group[b]) continue;
            group[a] = group[b] = std::min(group[a], group[b]);
            changed = true;
        }
    }
    return group;
}

TEST(RollbackUnionFind, NodesAreApartUntilTheyAreConnected) {
    RollbackUnionFind nodes(4);
    EXPECT_FALSE(nodes.connected(0, 1));
    EXPECT_TRUE(nodes.connected(2, 2));
    nodes.connect(0, 1);
    nodes.connect(2, 3);
    EXPECT_TRUE(nodes.connected(1, 0));
    EXPECT_FALSE(nodes.connected(1, 2));
    nodes.connect(3, 0);
    EXPECT_TRUE(nodes.connected(1, 2));
}

TEST(RollbackUnionFind, AnEdgeInsideAGroupTakesNothingBack) {
    RollbackUnionFind nodes(3);
    nodes.connect(0, 1);
    const std::size_t mark = nodes.mark();
    nodes.connect(1, 0);
    nodes.connect(2, 2);
    EXPECT_EQ(nodes.mark(), mark) << "it joined nothing";
    nodes.rollBackTo(mark);
    EXPECT_TRUE(nodes.connected(0, 1));
}

TEST(RollbackUnionFind, AgreesWithWalkingWhateverComesAndGoes) {
    constexpr std::size_t nodeCount = 24;
    std::mt19937 draw(17);
    const auto node = [&] { return static_cast<NodeId>(draw() % nodeCount); };
    RollbackUnionFind nodes(nodeCount);
    std::vector<std::pair<NodeId, NodeId>> edges;
    std::vector<std::pair<std::size_t, std::size_t>> marks; // of the structure and of the list of edges
    for (int step = 0; step < 2'000; ++step) {
        if (draw() % 4 == 0) marks.emplace_back(nodes.mark(), edges.size());
        if (draw() % 5 == 0 && !marks.empty()) {
            const std::size_t back = draw() % marks.size();
            nodes.rollBackTo(marks[back].first);
            edges.resize(marks[back].second);
            marks.resize(back);
        } else {
            edges.emplace_back(node(), node());
            nodes.connect(edges.back().first, edges.back().second);
        }
        const std::vector<int> groups = groupsOf(nodeCount, edges);
        for (NodeId a = 0; a < nodeCount; ++a) {
            const NodeId b = node();
            ASSERT_EQ(nodes.connected(a, b), groups[a] == groups[b]) << "step " << step << ": " << a << " and " << b;
        }
    }
}

} // namespace
} // namespace banlang
