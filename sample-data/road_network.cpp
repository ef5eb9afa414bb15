// SPDX-License-Identifier: MIT
#include "sample-data/road_network.h"

#include "core/geo/packed_rtree.h"
#include "sample-data/path_finder.h"
#include "sample-data/random.h"

namespace banlang::sample {
namespace {

constexpr double shortestRoadM = 120;

double gradeLimit(RoadClass roadClass) {
    switch (roadClass) {
    case RoadClass::national:
        return 0.05;
    case RoadClass::provincial:
        return 0.06;
    case RoadClass::district:
        return 0.07;
    case RoadClass::commune:
        return 0.09;
    default:
        return 0.11;
    }
}

class NetworkBuilder {
public:
    NetworkBuilder(const Frame& frame, const Field& heights, const Drainage& drainage, const Settlements& settlements,
                   std::uint64_t seed)
        : frame_(frame), settlements_(settlements), seed_(seed), finder_(frame, heights, drainage), roadOfCell_(frame.count(), -1) {
    }

    std::vector<Road> build() {
        linkTowns();
        linkCommunes();
        linkVillages();
        closeLoops();
        return std::move(roads_);
    }

private:
    [[nodiscard]] bool hasRoad(std::size_t cell) const { return roadOfCell_[cell] >= 0; }

    std::vector<std::int32_t> pathToNetwork(Cell from, RoadClass roadClass) {
        return finder_.find(
            from, gradeLimit(roadClass), [&](std::size_t cell) { return hasRoad(cell); }, [](std::size_t) { return 1.0; });
    }

    void linkTowns() {
        std::vector<std::size_t> towns;
        for (std::size_t i = 0; i < settlements_.communes.size(); ++i) {
            if (settlements_.communes[i].town) towns.push_back(i);
        }
        const Cell first = settlements_.communes[towns.front()].seat;
        const auto toEdge = [&](auto isEdge, RoadClass roadClass) {
            addPath(finder_.find(
                        first, gradeLimit(roadClass), [&](std::size_t i) { return isEdge(frame_.cell(i)); },
                        [&](std::size_t i) { return hasRoad(i) ? 0.25 : 1.0; }),
                    roadClass, -1, -1);
        };
        toEdge([&](Cell cell) { return cell.row == 0; }, RoadClass::national);
        toEdge([&](Cell cell) { return cell.row == frame_.rows - 1; }, RoadClass::national);
        toEdge([&](Cell cell) { return cell.column == 0; }, RoadClass::provincial);
        for (std::size_t i = 1; i < towns.size(); ++i) {
            addPath(pathToNetwork(settlements_.communes[towns[i]].seat, RoadClass::national), RoadClass::national, -1, -1);
        }
    }

    /// Those near the middle of their district first, so that the network grows outwards.
    void linkCommunes() {
        std::vector<Cell> townOf(settlements_.districts.size());
        for (const Commune& commune : settlements_.communes) {
            if (commune.town) townOf[static_cast<std::size_t>(commune.district)] = commune.seat;
        }
        std::vector<std::pair<double, std::size_t>> order;
        for (std::size_t i = 0; i < settlements_.communes.size(); ++i) {
            const Commune& commune = settlements_.communes[i];
            const Cell town = townOf[static_cast<std::size_t>(commune.district)];
            order.emplace_back(distanceM(frame_.centre(commune.seat), frame_.centre(town)), i);
        }
        std::sort(order.begin(), order.end());
        for (std::size_t rank = 0; rank < order.size(); ++rank) {
            const Commune& commune = settlements_.communes[order[rank].second];
            if (hasRoad(frame_.index(commune.seat))) continue;
            const RoadClass roadClass = rank % 8 == 5 ? RoadClass::provincial : RoadClass::district;
            addPath(pathToNetwork(commune.seat, roadClass), roadClass, -1, -1);
        }
    }

    void linkVillages() {
        std::vector<std::pair<double, std::size_t>> order;
        for (std::size_t i = 0; i < settlements_.villages.size(); ++i) {
            const Village& village = settlements_.villages[i];
            const Cell seat = settlements_.communes[static_cast<std::size_t>(village.commune)].seat;
            order.emplace_back(distanceM(frame_.centre(village.centre), frame_.centre(seat)), i);
        }
        std::sort(order.begin(), order.end());
        for (const auto& [distance, i] : order) {
            const Village& village = settlements_.villages[i];
            if (hasRoad(frame_.index(village.centre))) continue;
            const auto path = pathToNetwork(village.centre, RoadClass::village);
            const bool communeRoad = path.size() > 55 || unitOf(hashOf(seed_, 0x636c73, i)) < 0.22;
            addPath(path, communeRoad ? RoadClass::commune : RoadClass::village, static_cast<std::int32_t>(i), -1);
        }
    }

    /// Some villages get a second way out, over a pass to a neighbour.
    void closeLoops() {
        const auto& villages = settlements_.villages;
        std::vector<Box> boxes;
        for (const Village& village : villages) {
            const Point centre = frame_.centre(village.centre);
            boxes.push_back({centre.x, centre.y, centre.x, centre.y});
        }
        const PackedRtree tree(boxes);
        for (std::size_t i = 0; i < villages.size(); ++i) {
            Random random(seed_, 0x6c6f6f70, i);
            if (!random.chance(0.4)) continue;
            std::vector<std::pair<double, std::size_t>> near;
            const Point own = frame_.centre(villages[i].centre);
            tree.search(Box{own.x, own.y, own.x, own.y}.widenedBy(3200), [&](std::uint32_t j) {
                const double distance = distanceM(own, frame_.centre(villages[j].centre));
                if (j != i && distance < 3200) near.emplace_back(distance, j);
            });
            std::sort(near.begin(), near.end());
            if (near.size() < 2) continue;
            const std::size_t other =
                near[static_cast<std::size_t>(random.whole(1, std::min(3, static_cast<int>(near.size()) - 1)))].second;
            const std::size_t goal = frame_.index(villages[other].centre);
            const auto path = finder_.find(
                villages[i].centre, 0.1, [&](std::size_t cell) { return cell == goal; },
                [&](std::size_t cell) { return hasRoad(cell) ? 0.55 : 1.0; });
            addPath(path, random.chance(0.3) ? RoadClass::commune : RoadClass::village, static_cast<std::int32_t>(i),
                    static_cast<std::int32_t>(other));
        }
    }

    /// The parts of a path that run over open land become roads; the rest exists already.
    void addPath(const std::vector<std::int32_t>& path, RoadClass roadClass, std::int32_t from, std::int32_t to) {
        std::size_t begin = 0;
        while (begin + 1 < path.size()) {
            std::size_t end = begin + 1;
            while (end + 1 < path.size() && !hasRoad(static_cast<std::size_t>(path[end]))) ++end;
            const bool open =
                end - begin > 1 || !hasRoad(static_cast<std::size_t>(path[begin])) || !hasRoad(static_cast<std::size_t>(path[end]));
            if (open)
                addStretch({path.begin() + static_cast<std::ptrdiff_t>(begin), path.begin() + static_cast<std::ptrdiff_t>(end) + 1},
                           roadClass, begin == 0 ? from : -1, end + 1 == path.size() ? to : -1);
            begin = end;
        }
    }

    void addStretch(const std::vector<std::int32_t>& cells, RoadClass roadClass, std::int32_t from, std::int32_t to) {
        Polyline line;
        for (const std::int32_t cell : cells) line.push_back(frame_.centre(frame_.cell(static_cast<std::size_t>(cell))));
        line.front() = joint(static_cast<std::size_t>(cells.front()), line.front());
        line.back() = joint(static_cast<std::size_t>(cells.back()), line.back());
        const bool joinsBoth = hasRoad(static_cast<std::size_t>(cells.front())) && hasRoad(static_cast<std::size_t>(cells.back()));
        if (joinsBoth && lengthM(line) < 4 * shortestRoadM) return;
        Road road;
        road.roadClass = roadClass;
        road.line = simplified(cornersCut(relaxed(line, roadClass <= RoadClass::provincial ? 4 : 2)), 1.2);
        roundToCentimetre(road.line);
        road.fromVillage = from;
        road.toVillage = to;
        for (const std::int32_t cell : cells) {
            std::int32_t& owner = roadOfCell_[static_cast<std::size_t>(cell)];
            if (owner < 0) owner = static_cast<std::int32_t>(roads_.size());
        }
        roads_.push_back(std::move(road));
    }

    /// Where a road meets the road that runs through its last cell: at a vertex of that road.
    [[nodiscard]] Point joint(std::size_t cell, Point centre) const {
        if (!hasRoad(cell)) return toCentimetre(centre);
        const Polyline& line = roads_[static_cast<std::size_t>(roadOfCell_[cell])].line;
        Point best = line.front();
        for (const Point point : line) {
            if (distanceM(point, centre) < distanceM(best, centre)) best = point;
        }
        return best;
    }

    const Frame& frame_;
    const Settlements& settlements_;
    std::uint64_t seed_;
    PathFinder finder_;
    std::vector<std::int32_t> roadOfCell_;
    std::vector<Road> roads_;
};

} // namespace

const char* codeOf(RoadClass roadClass) {
    constexpr const char* codes[] = {"QL", "ĐT", "ĐH", "ĐX", "ĐTh", "NX", "NĐ"};
    return codes[static_cast<std::size_t>(roadClass)];
}

std::vector<Road> buildRoads(const Frame& frame, const Field& heights, const Drainage& drainage, const Settlements& settlements,
                             std::uint64_t seed) {
    return NetworkBuilder(frame, heights, drainage, settlements, seed).build();
}

} // namespace banlang::sample
