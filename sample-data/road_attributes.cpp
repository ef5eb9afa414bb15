// SPDX-License-Identifier: MIT
#include "sample-data/road_attributes.h"

#include "sample-data/random.h"

#include <fmt/format.h>

#include <map>
#include <span>

namespace banlang::sample {
namespace {

struct SurfaceShare {
    const char* surface;
    double share;
};
constexpr SurfaceShare nationalSurfaces[] = {{"bê tông nhựa", 1}};
constexpr SurfaceShare provincialSurfaces[] = {{"bê tông nhựa", 0.4}, {"láng nhựa", 0.6}};
constexpr SurfaceShare districtSurfaces[] = {{"láng nhựa", 0.6}, {"bê tông xi măng", 0.22}, {"cấp phối", 0.18}};
constexpr SurfaceShare communeSurfaces[] = {
    {"bê tông xi măng", 0.46}, {"láng nhựa", 0.08}, {"cấp phối", 0.24}, {"đá dăm", 0.08}, {"đất", 0.14}};
constexpr SurfaceShare villageSurfaces[] = {{"bê tông xi măng", 0.42}, {"cấp phối", 0.2}, {"đá dăm", 0.06}, {"đất", 0.32}};
constexpr SurfaceShare laneSurfaces[] = {{"bê tông xi măng", 0.5}, {"cấp phối", 0.1}, {"đất", 0.4}};
constexpr SurfaceShare fieldSurfaces[] = {{"bê tông xi măng", 0.1}, {"cấp phối", 0.2}, {"đất", 0.7}};

struct ClassTraits {
    std::span<const SurfaceShare> surfaces;
    double narrowM;
    double wideM;
    double pavementShare;
};

ClassTraits traitsOf(RoadClass roadClass) {
    switch (roadClass) {
    case RoadClass::national:
        return {nationalSurfaces, 9.0, 9.0, 0.67};
    case RoadClass::provincial:
        return {provincialSurfaces, 7.0, 7.5, 0.73};
    case RoadClass::district:
        return {districtSurfaces, 5.0, 6.5, 0.6};
    case RoadClass::commune:
        return {communeSurfaces, 3.5, 5.5, 0.65};
    case RoadClass::village:
        return {villageSurfaces, 2.5, 4.5, 0.75};
    case RoadClass::lane:
        return {laneSurfaces, 1.8, 3.0, 0.8};
    case RoadClass::field:
        break;
    }
    return {fieldSurfaces, 1.8, 3.2, 0.75};
}

const char* chosenSurface(std::span<const SurfaceShare> surfaces, double draw) {
    for (const SurfaceShare& share : surfaces) {
        if (draw < share.share) return share.surface;
        draw -= share.share;
    }
    return surfaces.front().surface;
}

bool isHardened(std::string_view surface) {
    return surface == "bê tông xi măng" || surface == "bê tông nhựa" || surface == "láng nhựa";
}

double meanSlope(const Road& road, const Frame& frame, const Drainage& drainage) {
    double sum = 0;
    for (const Point point : road.line) sum += valueAt(frame, drainage.slope, point);
    return sum / static_cast<double>(road.line.size());
}

void giveSurface(Road& road, double slope, Random& random) {
    constexpr const char* conditions[] = {"rất tốt", "tốt", "trung bình", "xấu", "rất xấu"};
    const ClassTraits traits = traitsOf(road.roadClass);
    road.surface = chosenSurface(traits.surfaces, random.unit());
    const bool hardened = isHardened(road.surface);
    const double width = traits.narrowM + (traits.wideM - traits.narrowM) * (0.7 * random.unit() + (hardened ? 0.3 : 0.0));
    road.bedWidthM = std::round(width * 10) / 10;
    road.pavementWidthM = std::round(std::max(1.2, road.bedWidthM * traits.pavementShare) * 10) / 10;
    const double wear = random.between(0, 2.6) + (hardened ? 0.0 : 1.5) + 2.2 * slope;
    road.condition = conditions[std::min<std::size_t>(4, static_cast<std::size_t>(wear))];
    road.allSeason = hardened || (road.surface == "cấp phối" && wear < 3.0);
}

std::int32_t nearestVillage(const Frame& frame, const Settlements& settlements, Point place, double withinM) {
    const std::int32_t village = settlements.villageOfCell[frame.index(frame.cellAt(place))];
    if (village < 0) return -1;
    const Cell centre = settlements.villages[static_cast<std::size_t>(village)].centre;
    return distanceM(frame.centre(centre), place) <= withinM ? village : -1;
}

/// Which roads end on which: a vertex of an earlier road under the end of a later one.
std::map<std::pair<double, double>, std::size_t> vertexOwners(const std::vector<Road>& roads) {
    std::map<std::pair<double, double>, std::size_t> owners;
    for (std::size_t i = 0; i < roads.size(); ++i) {
        for (const Point point : roads[i].line) owners.try_emplace({point.x, point.y}, i);
    }
    return owners;
}

class RoadNamer {
public:
    RoadNamer(const Frame& frame, const Settlements& settlements, const std::vector<Road>& roads)
        : frame_(frame), settlements_(settlements), roads_(roads), owners_(vertexOwners(roads)) {}

    std::string nameFor(std::size_t i) {
        const Road& road = roads_[i];
        switch (road.roadClass) {
        case RoadClass::national:
            return "QL.4P";
        case RoadClass::provincial:
            return fmt::format("ĐT.{}", 181 + 2 * provincial_++);
        case RoadClass::district:
            return fmt::format("ĐH.{:02}", ++district_);
        case RoadClass::commune:
            return fmt::format("ĐX.{:02}", ++commune_);
        case RoadClass::village:
            return fmt::format("{} – {}", endName(i, road.fromVillage, road.line.front()),
                               endName(i, road.toVillage, road.line.back()));
        case RoadClass::lane:
            return fmt::format("Ngõ {} {}", ++laneOfVillage_[road.village], villageNameAt(road.village));
        case RoadClass::field:
            return fmt::format("Nội đồng {} {}", ++trackOfVillage_[road.village], villageNameAt(road.village));
        }
        return {};
    }

private:
    [[nodiscard]] std::string villageNameAt(std::int32_t village) const {
        return village < 0 ? std::string() : settlements_.villages[static_cast<std::size_t>(village)].name;
    }
    [[nodiscard]] std::string endName(std::size_t i, std::int32_t village, Point end) const {
        if (village < 0) village = nearestVillage(frame_, settlements_, end, 650);
        if (village >= 0 && (end != roads_[i].line.back() || village != roads_[i].fromVillage)) return villageNameAt(village);
        const std::size_t owner = owners_.at({end.x, end.y});
        if (owner != i && !roads_[owner].name.empty() && roads_[owner].roadClass != RoadClass::village) return roads_[owner].name;
        const std::int32_t here = settlements_.villageOfCell[frame_.index(frame_.cellAt(end))];
        return here < 0 || here == roads_[i].fromVillage ? "trục xã" : villageNameAt(here);
    }

    const Frame& frame_;
    const Settlements& settlements_;
    const std::vector<Road>& roads_;
    std::map<std::pair<double, double>, std::size_t> owners_;
    std::map<std::int32_t, int> laneOfVillage_;
    std::map<std::int32_t, int> trackOfVillage_;
    int provincial_ = 0;
    int district_ = 0;
    int commune_ = 0;
};

} // namespace

void describeRoads(std::vector<Road>& roads, const Frame& frame, const Drainage& drainage, const Settlements& settlements,
                   std::uint64_t seed) {
    RoadNamer namer(frame, settlements, roads);
    for (std::size_t i = 0; i < roads.size(); ++i) {
        Road& road = roads[i];
        const std::size_t middle = frame.index(frame.cellAt(stationAt(road.line, lengthM(road.line) / 2).at));
        road.commune = settlements.communeOfCell[middle];
        if (road.village < 0) road.village = settlements.villageOfCell[middle];
        Random random(seed, 0x726f6164, i);
        giveSurface(road, meanSlope(road, frame, drainage), random);
        road.id = fmt::format("{}{:05}", codeOf(road.roadClass), i + 1);
        road.name = namer.nameFor(i);
    }
}

} // namespace banlang::sample
