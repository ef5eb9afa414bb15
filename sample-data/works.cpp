// SPDX-License-Identifier: MIT
#include "sample-data/works.h"

#include "sample-data/random.h"

namespace banlang::sample {

std::vector<std::size_t> chooseWorks(Landscape& land) {
    std::vector<std::pair<double, std::size_t>> open;
    for (std::size_t i = 0; i < land.roads.size(); ++i) {
        const Road& road = land.roads[i];
        const double length = lengthM(road.line);
        const bool fits = road.roadClass >= RoadClass::district && road.roadClass <= RoadClass::village && road.commune >= 0;
        if (fits && length > 350 && length < 3200) open.emplace_back(unitOf(hashOf(land.seed, 0x776f726b, i)), i);
    }
    std::sort(open.begin(), open.end());
    const std::size_t wanted = std::min(open.size(), land.settlements.communes.size() * 35 / 13);
    std::vector<std::size_t> works;
    for (std::size_t i = 0; i < wanted; ++i) {
        Road& road = land.roads[open[i].second];
        const double standard = road.roadClass == RoadClass::village ? 5.0 : 6.5;
        road.work = static_cast<std::int32_t>(i);
        road.corridorM = std::max(standard, road.bedWidthM + 0.5);
        works.push_back(open[i].second);
    }
    return works;
}

} // namespace banlang::sample
