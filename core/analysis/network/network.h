// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace banlang {

class AnalysisContext;
struct RoadStandards;

/// A place along a road where roads meet or end.
using NodeId = std::uint32_t;

struct NetworkEdge {
    NodeId from = 0;
    NodeId to = 0;
    std::uint32_t road = 0; ///< row in roads
    double lengthM = 0;
    bool hardened = false;
    double speedKmh = 0;
};

/// The roads as a graph: split where they share a point and where one ends on another, within `snapM`. Every edge can be driven
/// both ways. About a second for 100,000 road segments.
class RoadNetwork {
public:
    RoadNetwork(const District& district, const RoadStandards& standards, double snapM = 1.0);

    [[nodiscard]] const std::vector<NetworkEdge>& edges() const { return edges_; }
    [[nodiscard]] std::size_t nodeCount() const { return nodes_.size(); }
    [[nodiscard]] Point place(NodeId node) const { return nodes_[node]; }

    struct Access {
        std::int64_t edge = -1; ///< nearest edge, -1 when none lies within reach
        double distanceM = 0;
        double fromStartM = 0; ///< along the edge from its `from` node
    };
    /// Nearest point of the network, at most `reachM` away.
    [[nodiscard]] Access nearest(Point point, double reachM) const;

    static constexpr double unreachable = std::numeric_limits<double>::infinity();
    using EdgeCost = std::function<double(const NetworkEdge&)>; ///< not negative; unreachable closes the edge
    struct ShortestTree {
        std::vector<double> costs;     ///< one per node
        std::vector<std::int64_t> via; ///< the edge by which a node was reached, -1 where unreachable
        std::int64_t startEdge = -1;   ///< the edge that holds the start
    };
    /// Cheapest ways from an access point to every node. Dijkstra. With `until`, the edges that hold the only places asked about,
    /// it goes no further than both ends of each: a commune costs its own roads, not those of the district.
    [[nodiscard]] ShortestTree shortestTree(const Access& start, const EdgeCost& cost,
                                            std::span<const std::int64_t> until = {}) const;
    [[nodiscard]] std::vector<double> costsFrom(const Access& start, const EdgeCost& cost,
                                                std::span<const std::int64_t> until = {}) const {
        return shortestTree(start, cost, until).costs;
    }
    /// The edges on the way back from an access point to the start of a tree, the access point's own edge first, the
    /// start's last.
    [[nodiscard]] std::vector<std::uint32_t> pathToStart(const Access& end, const ShortestTree& tree, const EdgeCost& cost) const;
    /// Cost to an access point, given the costs of the nodes; straight along one edge when both lie on it is not considered.
    [[nodiscard]] double costAt(const Access& end, const std::vector<double>& costs, const EdgeCost& cost) const;

private:
    struct EdgePath {
        std::vector<Point> points;
    };
    void buildAdjacency();

    std::vector<Point> nodes_;
    std::vector<NetworkEdge> edges_;
    std::vector<EdgePath> paths_;
    std::vector<std::uint32_t> firstOut_; ///< CSR: edges of node n are out_[firstOut_[n] .. firstOut_[n + 1])
    std::vector<std::uint32_t> out_;
    struct Index;
    std::shared_ptr<const Index> index_;
};

/// The network with the usual snap. Kept.
[[nodiscard]] std::shared_ptr<const RoadNetwork> roadNetworkOf(const AnalysisContext& context);

[[nodiscard]] inline double travelMinutes(const NetworkEdge& edge) {
    return edge.lengthM / 1000 / edge.speedKmh * 60;
}

/// Where a unit is entered: its centre as recorded, else a point inside it. Nothing without either.
[[nodiscard]] std::optional<Point> centreOf(const FeatureTable& units, std::size_t row);

} // namespace banlang
