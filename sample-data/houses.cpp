// SPDX-License-Identifier: MIT
#include "sample-data/lanes_and_houses.h"
#include "sample-data/random.h"

namespace banlang::sample {
namespace {

constexpr double houseSpacingM = 14;

struct Site {
    double order;
    Point place;
    bool operator<(const Site& other) const {
        return order != other.order       ? order < other.order
               : place.x != other.place.x ? place.x < other.place.x
                                          : place.y < other.place.y;
    }
};

/// Places beside the roads, in one or two rows, gathered under the village whose land they are on.
std::vector<std::vector<Site>> roadsideSites(const std::vector<Road>& roads, const Frame& frame, const Settlements& settlements,
                                             std::uint64_t seed) {
    std::vector<std::vector<Site>> sites(settlements.villages.size());
    for (std::size_t r = 0; r < roads.size(); ++r) {
        if (roads[r].roadClass == RoadClass::field) continue;
        Random random(seed, 0x73697465, r);
        const double length = lengthM(roads[r].line);
        for (double chainage = 8; chainage < length; chainage += random.between(13, 24)) {
            const Station station = stationAt(roads[r].line, chainage);
            const double side = random.chance(0.5) ? 1 : -1;
            const double row = random.chance(0.3) ? random.between(26, 42) : random.between(7, 13);
            const double offset = side * (roads[r].bedWidthM / 2 + row);
            const Point place =
                toCentimetre({station.at.x - station.direction.y * offset, station.at.y + station.direction.x * offset});
            const std::int32_t village = settlements.villageOfCell[frame.index(frame.cellAt(place))];
            if (village < 0) continue;
            const double away = distanceM(place, frame.centre(settlements.villages[static_cast<std::size_t>(village)].centre));
            if (away < 900) sites[static_cast<std::size_t>(village)].push_back({away * random.between(0.45, 1.6), place});
        }
    }
    for (auto& list : sites) std::sort(list.begin(), list.end());
    return sites;
}

class HousePlacer {
public:
    HousePlacer(const RoadIndex& roads, const Frame& frame, const Drainage& drainage)
        : roads_(roads), frame_(frame), drainage_(drainage) {}

    bool take(std::vector<Point>& taken, std::size_t from, Point place) const {
        const std::size_t cell = frame_.index(frame_.cellAt(place));
        if (drainage_.isRiver[cell] != 0 || roads_.isOnBed(place, 4)) return false;
        for (std::size_t i = from; i < taken.size(); ++i) {
            if (distanceM(taken[i], place) < houseSpacingM) return false;
        }
        taken.push_back(place);
        return true;
    }

private:
    const RoadIndex& roads_;
    const Frame& frame_;
    const Drainage& drainage_;
};

} // namespace

std::vector<Point> placeHouses(const std::vector<Road>& roads, const RoadIndex& index, const Frame& frame, const Drainage& drainage,
                               const Settlements& settlements, std::uint64_t seed) {
    const auto sites = roadsideSites(roads, frame, settlements, seed);
    const HousePlacer placer(index, frame, drainage);
    std::vector<Point> houses;
    for (std::size_t v = 0; v < settlements.villages.size(); ++v) {
        const Village& village = settlements.villages[v];
        const std::size_t first = houses.size();
        const std::size_t wanted = first + village.households;
        for (const Site& site : sites[v]) {
            if (houses.size() == wanted) break;
            placer.take(houses, first, site.place);
        }
        // Where the roads are too short the rest stand scattered on the slope, ever further out.
        Random random(seed, 0x686f7573, v);
        const Point centre = frame.centre(village.centre);
        for (double reach = 120; houses.size() < wanted; reach += 1.5) {
            const Point place = toCentimetre({centre.x + random.between(-reach, reach), centre.y + random.between(-reach, reach)});
            if (settlements.villageOfCell[frame.index(frame.cellAt(place))] == static_cast<std::int32_t>(v))
                placer.take(houses, first, place);
        }
    }
    return houses;
}

} // namespace banlang::sample
