// SPDX-License-Identifier: MIT
#include "sample-data/lanes_and_houses.h"
#include "sample-data/random.h"

namespace banlang::sample {
namespace {

constexpr double paceM = 20;

struct Anchor {
    std::size_t road;
    std::size_t vertex;
};

/// Vertices of through roads near the middle of each village, and further out for field tracks.
std::vector<std::vector<Anchor>> anchorsOf(const std::vector<Road>& roads, const Frame& frame, const Settlements& settlements,
                                           double nearestM, double farthestM) {
    std::vector<std::vector<Anchor>> anchors(settlements.villages.size());
    for (std::size_t r = 0; r < roads.size(); ++r) {
        for (std::size_t v = 1; v + 1 < roads[r].line.size(); ++v) {
            const Point place = roads[r].line[v];
            const std::int32_t village = settlements.villageOfCell[frame.index(frame.cellAt(place))];
            if (village < 0) continue;
            const double away = distanceM(place, frame.centre(settlements.villages[static_cast<std::size_t>(village)].centre));
            if (away >= nearestM && away <= farthestM) anchors[static_cast<std::size_t>(village)].push_back({r, v});
        }
    }
    return anchors;
}

Point turned(Point direction, double cosine, double sine) {
    return {direction.x * cosine - direction.y * sine, direction.x * sine + direction.y * cosine};
}

/// Walks pace by pace, each time turning to where `cost(from, to)` is least; ends where it becomes impassable.
template <class Cost> Polyline walked(Point start, Point direction, int paces, Cost&& cost) {
    struct Turn {
        double cosine;
        double sine;
    };
    constexpr Turn turns[] = {{1, 0}, {0.966, 0.259}, {0.966, -0.259}, {0.866, 0.5}, {0.866, -0.5}};
    Polyline line{start};
    for (int pace = 0; pace < paces; ++pace) {
        double best = 10;
        Point chosen;
        for (const Turn& turn : turns) {
            const Point heading = turned(direction, turn.cosine, turn.sine);
            const Point to{line.back().x + paceM * heading.x, line.back().y + paceM * heading.y};
            const double here = cost(line.back(), to, pace) + 0.15 * std::abs(turn.sine);
            if (here >= best) continue;
            best = here;
            chosen = heading;
        }
        if (best >= 10) break;
        direction = chosen;
        line.push_back({line.back().x + paceM * direction.x, line.back().y + paceM * direction.y});
    }
    return line;
}

/// Square to the road at a vertex, to the left or to the right.
Point sideways(const Polyline& line, std::size_t vertex, bool left) {
    const Point a = line[vertex - 1];
    const Point b = line[vertex + 1];
    const double length = std::max(1.0, distanceM(a, b));
    const double sign = left ? 1 : -1;
    return {-sign * (b.y - a.y) / length, sign * (b.x - a.x) / length};
}

} // namespace

void addLanes(std::vector<Road>& roads, const Frame& frame, const Field& heights, const Drainage& drainage,
              const Settlements& settlements, std::uint64_t seed) {
    const RoadIndex through(roads);
    const auto passable = [&](Point to, int pace) {
        if (!frame.holds(frame.cellAt(to)) || drainage.isRiver[frame.index(frame.cellAt(to))] != 0) return false;
        return pace < 2 || through.nearest(to, 28).road < 0;
    };
    const auto laneCost = [&](Point from, Point to, int pace) {
        if (!passable(to, pace)) return 99.0;
        return std::abs(valueAt(frame, heights, to) - valueAt(frame, heights, from)) / paceM * 3;
    };
    const auto trackCost = [&](Point from, Point to, int pace) {
        if (!passable(to, pace)) return 99.0;
        const double climb = std::abs(valueAt(frame, heights, to) - valueAt(frame, heights, from)) / paceM;
        return climb * 3 + std::min(3.0, valueAt(frame, drainage.aboveStreamM, to) / 30);
    };
    std::vector<Road> added;
    const auto add = [&](std::size_t village, const Anchor& anchor, RoadClass roadClass, Random& random) {
        const Polyline& from = roads[anchor.road].line;
        const Point direction = sideways(from, anchor.vertex, random.chance(0.5));
        Polyline line = roadClass == RoadClass::lane ? walked(from[anchor.vertex], direction, random.whole(4, 15), laneCost)
                                                     : walked(from[anchor.vertex], direction, random.whole(8, 28), trackCost);
        if (line.size() < 4) return;
        line = simplified(relaxed(line, 1), 0.8);
        roundToCentimetre(line);
        Road road;
        road.roadClass = roadClass;
        road.line = std::move(line);
        road.village = static_cast<std::int32_t>(village);
        added.push_back(std::move(road));
    };
    const auto inner = anchorsOf(roads, frame, settlements, 0, 420);
    const auto outer = anchorsOf(roads, frame, settlements, 300, 1400);
    for (std::size_t v = 0; v < settlements.villages.size(); ++v) {
        Random random(seed, 0x6c616e65, v);
        const int lanes = random.whole(1, 3) + (settlements.villages[v].households > 45 ? 1 : 0);
        for (int i = 0; i < lanes && !inner[v].empty(); ++i) add(v, random.pick(inner[v]), RoadClass::lane, random);
        const int tracks = random.whole(0, 2);
        for (int i = 0; i < tracks && !outer[v].empty(); ++i) add(v, random.pick(outer[v]), RoadClass::field, random);
    }
    for (Road& road : added) roads.push_back(std::move(road));
}

} // namespace banlang::sample
