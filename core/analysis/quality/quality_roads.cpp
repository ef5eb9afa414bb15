// SPDX-License-Identifier: MIT
#include "core/analysis/network/network.h"
#include "core/analysis/quality/quality_checks.h"
#include "core/geo/measure.h"
#include "core/geo/packed_rtree.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <numeric>

namespace banlang {
namespace {

/// The piece of the network that each node belongs to, named by one of its nodes.
std::vector<NodeId> piecesOf(const RoadNetwork& network) {
    std::vector<NodeId> parent(network.nodeCount());
    std::iota(parent.begin(), parent.end(), NodeId{0});
    const auto rootOf = [&](NodeId node) {
        while (parent[node] != node) node = parent[node] = parent[parent[node]];
        return node;
    };
    for (const NetworkEdge& edge : network.edges()) parent[rootOf(edge.from)] = rootOf(edge.to);
    for (NodeId node = 0; node < parent.size(); ++node) parent[node] = rootOf(node);
    return parent;
}

struct Island {
    double lengthM = 0;
    std::map<std::uint32_t, double> lengthOfRoad;

    [[nodiscard]] std::uint32_t longestRoad() const {
        return std::max_element(lengthOfRoad.begin(), lengthOfRoad.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    }
};

std::map<NodeId, Island> islandsOf(const RoadNetwork& network) {
    const auto pieces = piecesOf(network);
    std::map<NodeId, Island> islands;
    for (const NetworkEdge& edge : network.edges()) {
        Island& island = islands[pieces[edge.from]];
        island.lengthM += edge.lengthM;
        island.lengthOfRoad[edge.road] += edge.lengthM;
    }
    return islands;
}

struct Path {
    std::uint32_t road = 0;
    std::size_t ring = 0;
};

/// All lines of all roads, to be asked which of them comes near.
class Paths {
public:
    explicit Paths(const GeometryColumn& roads) : roads_(roads) {
        std::vector<Box> boxes;
        for (std::uint32_t road = 0; road < roads.featureCount(); ++road) {
            for (std::size_t ring = roads.firstRing(road); ring < roads.lastRing(road); ++ring) {
                if (roads.ring(ring).size() < 4) continue;
                paths_.push_back({road, ring});
                Box box;
                for (std::uint32_t i = roads.ringOffsets[ring]; i < roads.ringOffsets[ring + 1]; ++i) box.grow(roads.point(i));
                boxes.push_back(box);
            }
        }
        tree_ = PackedRtree(boxes);
    }
    [[nodiscard]] std::size_t size() const { return paths_.size(); }
    [[nodiscard]] const Path& operator[](std::size_t path) const { return paths_[path]; }
    [[nodiscard]] Point firstPoint(std::size_t path) const { return roads_.point(roads_.ringOffsets[paths_[path].ring]); }
    [[nodiscard]] Point lastPoint(std::size_t path) const { return roads_.point(roads_.ringOffsets[paths_[path].ring + 1] - 1); }

    struct Nearest {
        std::int64_t path = -1;
        double distanceM = 0;
    };
    /// The nearest other path within reach.
    [[nodiscard]] Nearest nearestOther(std::size_t path, Point point, double reachM) const {
        const auto distanceTo = [&](std::uint32_t other) {
            return other == path ? std::numeric_limits<double>::infinity() : distanceM(other, point);
        };
        const std::int64_t nearest = tree_.nearest(point, reachM, distanceTo);
        return {nearest, nearest < 0 ? 0 : distanceTo(static_cast<std::uint32_t>(nearest))};
    }

private:
    [[nodiscard]] double distanceM(std::size_t path, Point point) const {
        const auto ring = roads_.ring(paths_[path].ring);
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i + 3 < ring.size(); i += 2) {
            const double dx = ring[i + 2] - ring[i];
            const double dy = ring[i + 3] - ring[i + 1];
            const double squared = dx * dx + dy * dy;
            const double along = (point.x - ring[i]) * dx + (point.y - ring[i + 1]) * dy;
            const double t = squared > 0 ? std::clamp(along / squared, 0.0, 1.0) : 0;
            nearest = std::min(nearest, std::hypot(point.x - ring[i] - t * dx, point.y - ring[i + 1] - t * dy));
        }
        return nearest;
    }

    const GeometryColumn& roads_;
    std::vector<Path> paths_;
    PackedRtree tree_;
};

std::string nameOf(const FeatureTable& roads, std::size_t road) {
    const std::string_view name = roads.textAt(fields::roads.name, road);
    const std::string_view id = roads.textAt(fields::roads.id, road);
    return name.empty() ? std::string(id) : fmt::format("{} ({})", name, id);
}

} // namespace

void findUnconnectedRoads(const QualityContext& context, Findings& findings) {
    const RoadNetwork network(context.district, context.roadStandards, context.limits.roadSnapM);
    const auto islands = islandsOf(network);
    if (islands.size() < 2) return;
    const auto mainland = std::max_element(islands.begin(), islands.end(),
                                           [](const auto& a, const auto& b) { return a.second.lengthM < b.second.lengthM; });
    for (auto island = islands.begin(); island != islands.end(); ++island) {
        if (island == mainland) continue;
        const Island& roads = island->second;
        findings.add(Role::roads, roads.longestRoad(), roads.lengthM, [&] {
            const Bilingual metres = figure(roads.lengthM);
            const std::size_t count = roads.lengthOfRoad.size();
            return Bilingual{
                fmt::format("{} tuyến, {} m, không nối với mạng chính", count, metres.vi),
                fmt::format("{} {}, {} m, not connected to the main network", count, count == 1 ? "road" : "roads", metres.en)};
        });
    }
}

void findDanglingRoads(const QualityContext& context, Findings& findings) {
    const FeatureTable& roads = context.district.table(Role::roads);
    const Paths paths(roads.geometry);
    for (std::size_t path = 0; path < paths.size(); ++path) {
        const Point ends[] = {paths.firstPoint(path), paths.lastPoint(path)};
        if (ends[0] == ends[1]) continue; // a loop has no end
        for (const Point end : ends) {
            const Paths::Nearest near = paths.nearestOther(path, end, context.limits.roadDanglingM);
            if (near.path < 0 || near.distanceM <= context.limits.roadSnapM) continue;
            findings.add(Role::roads, paths[path].road, near.distanceM, [&] {
                const Bilingual metres = figure(near.distanceM, 1);
                const std::string other = nameOf(roads, paths[static_cast<std::size_t>(near.path)].road);
                const std::string place = fmt::format("E {:.0f}, N {:.0f}", end.x, end.y);
                return Bilingual{fmt::format("đầu đường cách {} {} m ({})", other, metres.vi, place),
                                 fmt::format("ends {} m short of {} ({})", metres.en, other, place)};
            });
        }
    }
}

void findChainageOutside(const QualityContext& context, Findings& findings) {
    const FeatureTable& works = context.district.table(Role::roadWorks);
    const FeatureTable& roads = context.district.table(Role::roads);
    const auto& roadOf = context.district.linksOf(Role::roadWorks).road;
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        const double from = works.numberAt(fields::roadWorks.fromM, row);
        const double to = works.numberAt(fields::roadWorks.toM, row);
        if (!std::isnan(from) && !std::isnan(to) && from > to) {
            findings.add(Role::roadWorks, row, from - to, [&] {
                const Bilingual start = figure(from);
                const Bilingual end = figure(to);
                return Bilingual{fmt::format("từ {} m đến {} m: đầu sau cuối", start.vi, end.vi),
                                 fmt::format("from {} m to {} m: it ends before it begins", start.en, end.en)};
            });
        }
        const std::int32_t road = linkedRow(roadOf, row);
        if (road < 0 || !hasShape(roads, static_cast<std::size_t>(road))) continue;
        const double length = lengthM(roads.geometry, static_cast<std::size_t>(road));
        const double furthest = std::fmax(from, to); // fmax passes over what is missing
        const double spare = std::max(context.limits.chainageM, length * context.limits.chainagePercent / 100);
        if (!(furthest > length + spare)) continue;
        findings.add(Role::roadWorks, row, furthest - length, [&] {
            const Bilingual reach = figure(furthest);
            const Bilingual whole = figure(length);
            const std::string name = nameOf(roads, static_cast<std::size_t>(road));
            return Bilingual{fmt::format("đến {} m, mà {} dài {} m", reach.vi, name, whole.vi),
                             fmt::format("reaches {} m, but {} is {} m long", reach.en, name, whole.en)};
        });
    }
}

} // namespace banlang
