// SPDX-License-Identifier: MIT
#include "sample-data/landscape.h"

#include "sample-data/height_field.h"
#include "sample-data/road_attributes.h"

namespace banlang::sample {
namespace {

/// A district of 13 communes carries about this many parcels when all its land is divided up.
constexpr double parcelsPerDistrict = 100'000;

/// Fewer parcels: the same district, of which only the land near roads and houses is surveyed. More: more land.
Frame frameFor(double districts) {
    Frame frame;
    const double side = std::sqrt(districts);
    // Beyond ten districts cells grow, so that fields stay within memory.
    frame.cellM = districts <= 10 ? 40 : std::min(80.0, 40 * std::sqrt(districts / 10));
    frame.columns = static_cast<int>(std::round((25'000 * side + 6'000) / frame.cellM));
    frame.rows = static_cast<int>(std::round((20'500 * side + 6'000) / frame.cellM));
    frame.origin = {437'000, 2'527'500};
    return frame;
}

} // namespace

std::unique_ptr<Landscape> growLandscape(const SampleOptions& options, const Progress& progress) {
    auto land = std::make_unique<Landscape>();
    land->seed = options.seed;
    const double districts = std::max(1.0, static_cast<double>(options.parcels) / parcelsPerDistrict);
    land->frame = frameFor(districts);
    progress.tell(0.02, {"Dựng địa hình", "Raising the land"});
    land->heights = rawHeights(land->frame, options.seed);
    land->drainage = erode(land->frame, land->heights, options.seed);
    land->rivers = traceRivers(land->frame, land->drainage);
    if (progress.shouldStop()) return nullptr;
    progress.tell(0.08, {"Lập xã, thôn", "Settling communes and villages"});
    SettlementPlan plan;
    plan.communes = static_cast<std::size_t>(std::round(13 * districts));
    plan.villages = static_cast<std::size_t>(std::round(120 * districts));
    plan.householdsPerVillage = 20 + 40 * std::min(1.0, static_cast<double>(options.parcels) / parcelsPerDistrict);
    land->settlements = settle(land->frame, land->drainage, plan, options.seed);
    land->boundaries = traceBoundaries(land->frame, land->settlements);
    if (progress.shouldStop()) return nullptr;
    progress.tell(0.12, {"Mở đường", "Building roads"});
    land->roads = buildRoads(land->frame, land->heights, land->drainage, land->settlements, options.seed);
    if (progress.shouldStop()) return nullptr;
    addLanes(land->roads, land->frame, land->heights, land->drainage, land->settlements, options.seed);
    describeRoads(land->roads, land->frame, land->drainage, land->settlements, options.seed);
    land->roadIndex = std::make_unique<RoadIndex>(land->roads);
    land->houses = placeHouses(land->roads, *land->roadIndex, land->frame, land->drainage, land->settlements, options.seed);
    for (std::size_t v = 0; v < land->settlements.villages.size(); ++v) {
        land->villageOfHousehold.insert(land->villageOfHousehold.end(), land->settlements.villages[v].households,
                                        static_cast<std::int32_t>(v));
    }
    std::vector<Box> boxes;
    for (const Point house : land->houses) boxes.push_back({house.x, house.y, house.x, house.y});
    land->houseTree = PackedRtree(boxes);
    for (const River& river : land->rivers) {
        Road& bed = land->waterBeds.emplace_back();
        bed.line = river.line;
        bed.bedWidthM = river.widthM;
    }
    land->waterIndex = std::make_unique<RoadIndex>(land->waterBeds);
    return land;
}

} // namespace banlang::sample
