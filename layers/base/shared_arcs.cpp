// SPDX-License-Identifier: MIT
#include "layers/base/shared_arcs.h"

#include "core/geo/measure.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace banlang {
namespace {

constexpr double vertexGridM = 0.01;
constexpr double neighbourGapM = 20;

struct Edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::int32_t left = noNeighbour;
    std::int32_t right = noNeighbour;
    bool used = false;
};

/// Vertices by place, and the edges between them, each once.
class EdgeGraph {
public:
    explicit EdgeGraph(const GeometryColumn& polygons) {
        vertexOf_.reserve(polygons.pointCount());
        for (std::size_t feature = 0; feature < polygons.featureCount(); ++feature) {
            if (polygons.isEmpty(feature)) continue;
            for (std::size_t ring = polygons.firstRing(feature); ring < polygons.lastRing(feature); ++ring) {
                addRing(polygons.ring(ring), static_cast<std::int32_t>(feature));
            }
        }
        edgesAt_.resize(points.size());
        for (std::uint32_t i = 0; i < edges.size(); ++i) {
            edgesAt_[edges[i].from].push_back(i);
            edgesAt_[edges[i].to].push_back(i);
        }
    }

    std::vector<Point> points;
    std::vector<Edge> edges;

    /// The only edge that goes on from `edge` at `vertex` with the same polygons on the same sides, or -1.
    [[nodiscard]] std::int64_t continuation(const Edge& edge, std::uint32_t vertex, bool forwards) const {
        const auto& around = edgesAt_[vertex];
        if (around.size() != 2) return -1;
        const std::uint32_t next = &edges[around[0]] == &edge ? around[1] : around[0];
        const Edge& other = edges[next];
        const bool aligned = forwards ? other.from == vertex : other.to == vertex;
        const bool sameSides =
            aligned ? other.left == edge.left && other.right == edge.right : other.left == edge.right && other.right == edge.left;
        return sameSides && !other.used ? std::int64_t{next} : -1;
    }

private:
    std::uint32_t vertexAt(Point point) {
        const auto column = static_cast<std::uint64_t>(std::llround(point.x / vertexGridM));
        const auto row = static_cast<std::uint64_t>(std::llround(point.y / vertexGridM));
        const auto [found, isNew] =
            vertexOf_.try_emplace((column << 32U) ^ (row & 0xFFFFFFFFU), static_cast<std::uint32_t>(points.size()));
        if (isNew) points.push_back(point);
        return found->second;
    }

    void addRing(std::span<const double> ring, std::int32_t feature) {
        std::uint32_t from = vertexAt({ring[0], ring[1]});
        for (std::size_t i = 2; i + 1 < ring.size(); i += 2) {
            const std::uint32_t to = vertexAt({ring[i], ring[i + 1]});
            if (to != from) addEdge(from, to, feature);
            from = to;
        }
    }

    void addEdge(std::uint32_t from, std::uint32_t to, std::int32_t feature) {
        const std::uint64_t key = (std::uint64_t{std::min(from, to)} << 32U) | std::max(from, to);
        const auto [found, isNew] = edgeOf_.try_emplace(key, static_cast<std::uint32_t>(edges.size()));
        if (isNew) {
            edges.push_back({.from = from, .to = to, .left = feature});
        } else if (Edge& edge = edges[found->second]; edge.from == from) {
            edge.left = feature;
        } else {
            edge.right = feature;
        }
    }

    std::unordered_map<std::uint64_t, std::uint32_t> vertexOf_;
    std::unordered_map<std::uint64_t, std::uint32_t> edgeOf_;
    std::vector<std::vector<std::uint32_t>> edgesAt_;
};

/// Vertices of the longest line through `start`, in the direction that keeps its left polygon on the left.
std::vector<std::uint32_t> walk(EdgeGraph& graph, std::uint32_t start) {
    Edge& first = graph.edges[start];
    first.used = true;
    std::vector<std::uint32_t> vertices{first.from, first.to};
    for (const bool forwards : {true, false}) {
        std::uint32_t current = start;
        std::uint32_t end = forwards ? first.to : first.from;
        // `reversed`: the current edge is stored against the direction of the line.
        bool reversed = false;
        for (;;) {
            const Edge& edge = graph.edges[current];
            const std::int64_t next = graph.continuation(edge, end, forwards != reversed);
            if (next < 0) break;
            Edge& following = graph.edges[static_cast<std::size_t>(next)];
            following.used = true;
            const bool fromHere = following.from == end;
            end = fromHere ? following.to : following.from;
            reversed = fromHere != forwards;
            current = static_cast<std::uint32_t>(next);
            vertices.push_back(end);
        }
        // The second half was found backwards from the start: turn everything round before and after adding it.
        if (forwards) std::reverse(vertices.begin(), vertices.end());
    }
    std::reverse(vertices.begin(), vertices.end());
    return vertices;
}

/// Who lies just to the right of a line that only one polygon claims.
std::int32_t nearNeighbour(const GeometryColumn& polygons, std::span<const double> line, std::int32_t owner) {
    const std::size_t segment = line.size() / 4 * 2;
    const std::size_t i = std::min(segment, line.size() - 4);
    const Point a{line[i], line[i + 1]};
    const Point b{line[i + 2], line[i + 3]};
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    for (const double gap : {neighbourGapM / 10, neighbourGapM}) {
        const Point beside{(a.x + b.x) / 2 + (b.y - a.y) / length * gap, (a.y + b.y) / 2 - (b.x - a.x) / length * gap};
        for (std::size_t feature = 0; feature < polygons.featureCount(); ++feature) {
            if (static_cast<std::int32_t>(feature) == owner || !polygons.boxes[feature].contains(beside)) continue;
            if (contains(polygons, feature, beside)) return static_cast<std::int32_t>(feature);
        }
    }
    return noNeighbour;
}

} // namespace

SharedArcs sharedArcs(const GeometryColumn& polygons) {
    SharedArcs arcs;
    arcs.lines.kind = GeometryKind::line;
    EdgeGraph graph(polygons);
    for (std::uint32_t start = 0; start < graph.edges.size(); ++start) {
        if (graph.edges[start].used) continue;
        const Edge sides = graph.edges[start];
        for (const std::uint32_t vertex : walk(graph, start)) arcs.lines.addPoint(graph.points[vertex]);
        arcs.lines.endRing();
        arcs.lines.endPart();
        arcs.lines.endFeature();
        arcs.left.push_back(sides.left);
        arcs.right.push_back(sides.right);
    }
    for (std::size_t arc = 0; arc < arcs.left.size(); ++arc) {
        if (arcs.right[arc] != noNeighbour) continue;
        arcs.right[arc] = nearNeighbour(polygons, arcs.lines.ring(arcs.lines.firstRing(arc)), arcs.left[arc]);
    }
    return arcs;
}

} // namespace banlang
