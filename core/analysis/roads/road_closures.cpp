// SPDX-License-Identifier: MIT
#include "core/analysis/roads/road_closures.h"

#include <algorithm>
#include <span>

namespace banlang {
namespace {

/// One road that is to be closed and its edges.
struct ClosableRoad {
    std::uint32_t road = 0;
    std::vector<const NetworkEdge*> edges;
};

using Visit = std::function<void(std::uint32_t, const RollbackUnionFind&)>;

void open(std::span<const ClosableRoad> roads, RollbackUnionFind& connections) {
    for (const ClosableRoad& road : roads) {
        for (const NetworkEdge* edge : road.edges) connections.connect(edge->from, edge->to);
    }
}

/// All roads but these are open already. Opens one half to close the roads of the other, and the other way round.
void closeEach(std::span<const ClosableRoad> roads, RollbackUnionFind& connections, const Visit& visit) {
    if (roads.size() == 1) {
        visit(roads.front().road, connections);
        return;
    }
    const auto first = roads.first(roads.size() / 2);
    const auto second = roads.subspan(roads.size() / 2);
    const std::size_t before = connections.mark();
    open(second, connections);
    closeEach(first, connections, visit);
    connections.rollBackTo(before);
    open(first, connections);
    closeEach(second, connections, visit);
    connections.rollBackTo(before);
}

} // namespace

void visitClosures(const RoadNetwork& network, const std::vector<std::uint32_t>& roads, const Visit& visit) {
    if (roads.empty()) return;
    std::vector<ClosableRoad> closable;
    closable.reserve(roads.size());
    for (const std::uint32_t road : roads) closable.push_back({road, {}});
    RollbackUnionFind connections(network.nodeCount());
    for (const NetworkEdge& edge : network.edges()) {
        const auto found = std::lower_bound(closable.begin(), closable.end(), edge.road,
                                            [](const ClosableRoad& one, std::uint32_t road) { return one.road < road; });
        if (found != closable.end() && found->road == edge.road) {
            found->edges.push_back(&edge);
        } else {
            connections.connect(edge.from, edge.to);
        }
    }
    closeEach(closable, connections, visit);
}

} // namespace banlang
