// SPDX-License-Identifier: MIT
#include "core/analysis/network/network.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/analysis/rules/road_standards.h"
#include "core/geo/measure.h"
#include "core/geo/packed_rtree.h"
#include "core/model/road_surface.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <queue>
#include <set>
#include <tuple>
#include <unordered_map>

namespace banlang {
namespace {

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Nearest place on a path and how far along it lies.
std::pair<double, double> nearestOn(const std::vector<Point>& path, Point point) {
    double best = std::numeric_limits<double>::infinity();
    double bestAlong = 0;
    double along = 0;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const double dx = path[i + 1].x - path[i].x;
        const double dy = path[i + 1].y - path[i].y;
        const double squared = dx * dx + dy * dy;
        const double t =
            squared > 0 ? std::clamp(((point.x - path[i].x) * dx + (point.y - path[i].y) * dy) / squared, 0.0, 1.0) : 0;
        const double away = distance(point, {path[i].x + t * dx, path[i].y + t * dy});
        if (away < best) {
            best = away;
            bestAlong = along + t * std::sqrt(squared);
        }
        along += std::sqrt(squared);
    }
    return {best, bestAlong};
}

/// All paths of all roads with the points where they must be split.
struct RoadPath {
    std::uint32_t road = 0;
    std::vector<Point> points;
    std::vector<std::pair<double, Point>> cuts; ///< chainage and the point that lies there
};

std::vector<RoadPath> pathsOf(const FeatureTable& roads) {
    std::vector<RoadPath> paths;
    const GeometryColumn& geometry = roads.geometry;
    for (std::uint32_t road = 0; road < roads.rowCount; ++road) {
        for (std::size_t r = geometry.firstRing(road); r < geometry.lastRing(road); ++r) {
            RoadPath path{road, {}, {}};
            for (std::uint32_t i = geometry.ringOffsets[r]; i < geometry.ringOffsets[r + 1]; ++i)
                path.points.push_back(geometry.point(i));
            if (path.points.size() >= 2) paths.push_back(std::move(path));
        }
    }
    return paths;
}

/// The points that occur more than once, in order.
std::vector<std::pair<double, double>> sharedPoints(const std::vector<RoadPath>& paths) {
    std::vector<std::pair<double, double>> all;
    for (const RoadPath& path : paths) {
        for (const Point point : path.points) all.emplace_back(point.x, point.y);
    }
    std::sort(all.begin(), all.end());
    std::vector<std::pair<double, double>> shared;
    for (std::size_t i = 1; i < all.size(); ++i) {
        if (all[i] == all[i - 1] && (shared.empty() || shared.back() != all[i])) shared.push_back(all[i]);
    }
    return shared;
}

/// Ends that lie on the inside of another path cut it there; so do points that paths share.
void findCuts(std::vector<RoadPath>& paths, double snapM) {
    std::vector<Box> boxes;
    for (const RoadPath& path : paths) {
        Box box;
        for (const Point point : path.points) box.grow(point);
        boxes.push_back(box);
    }
    const PackedRtree tree(boxes);
    const auto sharedByAny = sharedPoints(paths);
    std::vector<std::vector<std::pair<double, Point>>> cuts(paths.size());
    for (std::uint32_t i = 0; i < paths.size(); ++i) {
        // Shared vertices join roads that cross at a point which both have; ends join roads that stop on another.
        for (const Point point : paths[i].points) {
            const bool isEnd = point == paths[i].points.front() || point == paths[i].points.back();
            if (!isEnd && !std::binary_search(sharedByAny.begin(), sharedByAny.end(), std::pair(point.x, point.y))) continue;
            tree.search(Box{point.x, point.y, point.x, point.y}.widenedBy(snapM), [&](std::uint32_t other) {
                if (other == i) return;
                const auto& theirs = paths[other].points;
                const bool shared = std::find(theirs.begin(), theirs.end(), point) != theirs.end();
                if (!isEnd && !shared) return;
                const auto [away, along] = nearestOn(theirs, point);
                if (away > snapM) return;
                cuts[other].emplace_back(along, point);
                if (shared) cuts[i].emplace_back(nearestOn(paths[i].points, point).second, point);
            });
        }
    }
    for (std::size_t i = 0; i < paths.size(); ++i) paths[i].cuts = std::move(cuts[i]);
}

/// The pieces of a path between its cuts, ends moved onto the cut points.
std::vector<std::vector<Point>> pieces(RoadPath& path, double snapM) {
    std::sort(path.cuts.begin(), path.cuts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::vector<Point>> result;
    std::vector<Point> current{path.points.front()};
    double along = 0;
    std::size_t cut = 0;
    for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
        const double length = distance(path.points[i], path.points[i + 1]);
        for (; cut < path.cuts.size() && path.cuts[cut].first <= along + length; ++cut) {
            const Point at = path.cuts[cut].second;
            if (distance(current.back(), at) > snapM || current.size() > 1) {
                current.push_back(at);
                result.push_back(std::move(current));
                current = {at};
            }
        }
        if (distance(current.back(), path.points[i + 1]) > 0) current.push_back(path.points[i + 1]);
        along += length;
    }
    if (current.size() > 1) result.push_back(std::move(current));
    return result;
}

double lengthOf(const std::vector<Point>& path) {
    double length = 0;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) length += distance(path[i], path[i + 1]);
    return length;
}

std::int64_t cellOf(Point point, double snapM, int dx, int dy) {
    constexpr std::int64_t stride = 1LL << 32;
    const double size = std::max(snapM, 1e-6) * 2;
    return (static_cast<std::int64_t>(std::floor(point.x / size)) + dx) * stride +
           static_cast<std::int64_t>(std::floor(point.y / size)) + dy;
}

} // namespace

struct RoadNetwork::Index {
    std::vector<Box> boxes;
    PackedRtree tree;
};

RoadNetwork::RoadNetwork(const District& district, const RoadStandards& standards, double snapM) {
    auto paths = pathsOf(district.table(Role::roads));
    findCuts(paths, snapM);
    std::unordered_map<std::int64_t, std::vector<NodeId>> grid;
    const auto nodeAt = [&](Point point) -> NodeId {
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                const auto cell = grid.find(cellOf(point, snapM, dx, dy));
                if (cell == grid.end()) continue;
                for (const NodeId node : cell->second) {
                    if (distance(nodes_[node], point) <= snapM) return node;
                }
            }
        }
        nodes_.push_back(point);
        const auto node = static_cast<NodeId>(nodes_.size() - 1);
        grid[cellOf(point, snapM, 0, 0)].push_back(node);
        return node;
    };
    const FeatureTable& roads = district.table(Role::roads);
    for (RoadPath& path : paths) {
        const bool hardened = isHardened(roads.textAt(fields::roads.surface, path.road));
        const RoadStandard& standard = standards.of(roads.textAt(fields::roads.managementClass, path.road));
        const double speed = hardened ? standard.speedHardenedKmh : standard.speedUnhardenedKmh;
        for (auto& piece : pieces(path, snapM)) {
            const NodeId from = nodeAt(piece.front());
            const NodeId to = nodeAt(piece.back());
            edges_.push_back({from, to, path.road, lengthOf(piece), hardened, speed});
            paths_.push_back({std::move(piece)});
        }
    }
    buildAdjacency();
}

void RoadNetwork::buildAdjacency() {
    firstOut_.assign(nodes_.size() + 1, 0);
    for (const NetworkEdge& edge : edges_) {
        ++firstOut_[edge.from + 1];
        ++firstOut_[edge.to + 1];
    }
    for (std::size_t n = 0; n < nodes_.size(); ++n) firstOut_[n + 1] += firstOut_[n];
    out_.resize(edges_.size() * 2);
    auto next = firstOut_;
    for (std::uint32_t e = 0; e < edges_.size(); ++e) {
        out_[next[edges_[e].from]++] = e;
        out_[next[edges_[e].to]++] = e;
    }
    auto index = std::make_shared<Index>();
    for (const EdgePath& path : paths_) {
        Box box;
        for (const Point point : path.points) box.grow(point);
        index->boxes.push_back(box);
    }
    index->tree = PackedRtree(index->boxes);
    index_ = std::move(index);
}

RoadNetwork::Access RoadNetwork::nearest(Point point, double reachM) const {
    Access access;
    access.edge = index_->tree.nearest(point, reachM, [&](std::uint32_t e) { return nearestOn(paths_[e].points, point).first; });
    if (access.edge >= 0)
        std::tie(access.distanceM, access.fromStartM) = nearestOn(paths_[static_cast<std::size_t>(access.edge)].points, point);
    return access;
}

RoadNetwork::ShortestTree RoadNetwork::shortestTree(const Access& start, const EdgeCost& cost,
                                                    std::span<const std::int64_t> until) const {
    ShortestTree tree{std::vector<double>(nodes_.size(), unreachable), std::vector<std::int64_t>(nodes_.size(), -1), start.edge};
    if (start.edge < 0) return tree;
    std::set<NodeId> open; // ends that were asked about and not reached yet
    for (const std::int64_t edge : until) {
        if (edge >= 0) open.insert({edges_[static_cast<std::size_t>(edge)].from, edges_[static_cast<std::size_t>(edge)].to});
    }
    using Entry = std::pair<double, NodeId>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    const auto reach = [&](NodeId node, double value, std::int64_t via) {
        if (value >= tree.costs[node]) return;
        tree.costs[node] = value;
        tree.via[node] = via;
        queue.emplace(value, node);
    };
    const NetworkEdge& first = edges_[static_cast<std::size_t>(start.edge)];
    const double share = first.lengthM > 0 ? start.fromStartM / first.lengthM : 0;
    if (const double whole = cost(first); whole < unreachable) {
        reach(first.from, whole * share, start.edge);
        reach(first.to, whole * (1 - share), start.edge);
    }
    while (!queue.empty()) {
        const auto [value, node] = queue.top();
        queue.pop();
        if (value > tree.costs[node]) continue;
        if (open.erase(node) > 0 && open.empty()) break;
        for (std::uint32_t i = firstOut_[node]; i < firstOut_[node + 1]; ++i) {
            const NetworkEdge& edge = edges_[out_[i]];
            const double step = cost(edge);
            if (step < unreachable) reach(edge.from == node ? edge.to : edge.from, value + step, out_[i]);
        }
    }
    return tree;
}

std::vector<std::uint32_t> RoadNetwork::pathToStart(const Access& end, const ShortestTree& tree, const EdgeCost& cost) const {
    std::vector<std::uint32_t> way;
    if (end.edge < 0 || costAt(end, tree.costs, cost) == unreachable) return way;
    const NetworkEdge& own = edges_[static_cast<std::size_t>(end.edge)];
    way.push_back(static_cast<std::uint32_t>(end.edge));
    const double share = own.lengthM > 0 ? end.fromStartM / own.lengthM : 0;
    const double whole = cost(own);
    NodeId node = tree.costs[own.from] + whole * share <= tree.costs[own.to] + whole * (1 - share) ? own.from : own.to;
    // Reached over the very edge it stands on: the way leads on from the other end.
    if (tree.via[node] == end.edge && end.edge != tree.startEdge) node = own.from == node ? own.to : own.from;
    while (static_cast<std::int64_t>(way.back()) != tree.startEdge) {
        const auto edge = static_cast<std::uint32_t>(tree.via[node]);
        way.push_back(edge);
        node = edges_[edge].from == node ? edges_[edge].to : edges_[edge].from;
    }
    return way;
}

double RoadNetwork::costAt(const Access& end, const std::vector<double>& costs, const EdgeCost& cost) const {
    if (end.edge < 0) return unreachable;
    const NetworkEdge& edge = edges_[static_cast<std::size_t>(end.edge)];
    const double share = edge.lengthM > 0 ? end.fromStartM / edge.lengthM : 0;
    const double whole = cost(edge);
    if (whole == unreachable) return unreachable;
    return std::min(costs[edge.from] + whole * share, costs[edge.to] + whole * (1 - share));
}

std::shared_ptr<const RoadNetwork> roadNetworkOf(const AnalysisContext& context) {
    return context.kept<RoadNetwork>(
        {"road-network", {}}, [](const AnalysisContext& asked) { return RoadNetwork(asked.district(), asked.rules().roads); },
        [](const RoadNetwork& network) {
            return network.edges().size() * sizeof(NetworkEdge) + network.nodeCount() * sizeof(Point);
        });
}

std::optional<Point> centreOf(const FeatureTable& units, std::size_t row) {
    const Point recorded{units.numberAt(fields::units.centreXM, row), units.numberAt(fields::units.centreYM, row)};
    if (!std::isnan(recorded.x) && !std::isnan(recorded.y)) return recorded;
    return units.geometry.featureCount() > row ? representativePoint(units.geometry, row) : std::nullopt;
}

} // namespace banlang
