// SPDX-License-Identifier: MIT
#include "sample-data/place_tables.h"

#include "core/model/record_kinds.h"
#include "sample-data/names.h"
#include "sample-data/random.h"
#include "sample-data/record_places.h"
#include "sample-data/table_rows.h"

#include <fmt/format.h>

namespace banlang::sample {
namespace {

void addLine(GeometryColumn& column, const Polyline& line) {
    for (const Point point : line) column.addPoint(point);
    column.endRing();
    column.endPart();
    column.endFeature();
}

std::string_view communeCode(const Landscape& land, std::int32_t commune) {
    return commune < 0 ? std::string_view() : std::string_view(land.settlements.communes[static_cast<std::size_t>(commune)].code);
}

bool isPoor(const Landscape& land, std::size_t household) {
    return categoriesOf(land, household).find("nghèo") != std::string::npos;
}

} // namespace

std::string householdId(const Landscape& land, std::size_t household) {
    const Village& village = land.settlements.villages[static_cast<std::size_t>(land.villageOfHousehold[household])];
    return fmt::format("{}-{:03}", village.code, household - village.firstHousehold + 1);
}

std::string categoriesOf(const Landscape& land, std::size_t household) {
    Random village(land.seed, 0x706f6f72, static_cast<std::uint64_t>(land.villageOfHousehold[household]));
    const double poverty = village.between(0.12, 0.5); // poor villages and better-off ones
    Random random(land.seed, 0x63617465, household);
    std::string list;
    const auto add = [&](std::string_view category) { list += (list.empty() ? "" : "; ") + std::string(category); };
    const double draw = random.unit();
    if (draw < poverty)
        add("nghèo");
    else if (draw < 1.5 * poverty)
        add("cận nghèo");
    const bool poor = !list.empty();
    if (random.chance(0.03)) add("người có công");
    if (random.chance(0.05)) add("cựu chiến binh");
    if (random.chance(poor ? 0.2 : 0.02)) add("khó khăn nhà ở");
    return list;
}

FeatureTable communeTable(const Landscape& land) {
    FeatureTable table = sampleTable(Role::communes);
    table.geometry = land.boundaries.communes;
    const auto& communes = land.settlements.communes;
    std::vector<double> households(communes.size(), 0);
    for (const Village& village : land.settlements.villages)
        households[static_cast<std::size_t>(village.commune)] += village.households;
    for (std::size_t i = 0; i < communes.size(); ++i) {
        const Point seat = land.frame.centre(communes[i].seat);
        addRow(table, {{fields::communes.code, communes[i].code},
                       {fields::communes.name, communes[i].name},
                       {fields::communes.kind, communes[i].town ? "Thị trấn" : "Xã"},
                       {fields::communes.district, land.settlements.districts[static_cast<std::size_t>(communes[i].district)]},
                       {fields::communes.border, communes[i].border ? 1.0 : 0.0},
                       {fields::communes.households, households[i]},
                       {fields::communes.centreXM, seat.x},
                       {fields::communes.centreYM, seat.y},
                       {fields::communes.validFrom, Date::fromYmd(2020, 1, 1)}});
    }
    return table;
}

FeatureTable villageTable(const Landscape& land) {
    FeatureTable table = sampleTable(Role::villages);
    table.geometry = land.boundaries.villages;
    for (const Village& village : land.settlements.villages) {
        const Commune& commune = land.settlements.communes[static_cast<std::size_t>(village.commune)];
        const Point centre = land.frame.centre(village.centre);
        double poor = 0;
        for (std::size_t h = village.firstHousehold; h < village.firstHousehold + village.households; ++h)
            poor += isPoor(land, h) ? 1 : 0;
        addRow(table, {{fields::villages.code, village.code},
                       {fields::villages.name, village.name},
                       {fields::villages.kind, commune.town ? "Tổ dân phố" : "Thôn"},
                       {fields::villages.communeCode, commune.code},
                       {fields::villages.households, static_cast<double>(village.households)},
                       {fields::villages.poorHouseholds, poor},
                       {fields::villages.centreXM, centre.x},
                       {fields::villages.centreYM, centre.y},
                       {fields::villages.validFrom, Date::fromYmd(2020, 1, 1)}});
    }
    return table;
}

FeatureTable roadTable(const Landscape& land) {
    FeatureTable table = sampleTable(Role::roads);
    for (const Road& road : land.roads) {
        addLine(table.geometry, road.line);
        addRow(table, {{fields::roads.id, road.id},
                       {fields::roads.name, road.name},
                       {fields::roads.managementClass, codeOf(road.roadClass)},
                       {fields::roads.surface, road.surface},
                       {fields::roads.bedWidthM, road.bedWidthM},
                       {fields::roads.pavementWidthM, road.pavementWidthM},
                       {fields::roads.condition, road.condition},
                       {fields::roads.allSeason, road.allSeason ? 1.0 : 0.0},
                       {fields::roads.communeCode, communeCode(land, road.commune)}});
    }
    return table;
}

FeatureTable riverTable(const Landscape& land) {
    FeatureTable table = sampleTable(Role::rivers);
    for (const River& river : land.rivers) {
        addLine(table.geometry, river.line);
        addRow(table, {{fields::rivers.id, river.id}, {fields::rivers.name, river.name}, {fields::rivers.widthM, river.widthM}});
    }
    return table;
}

FeatureTable householdTable(const Landscape& land) {
    FeatureTable table = sampleTable(Role::households);
    for (std::size_t i = 0; i < land.houses.size(); ++i) {
        addPoint(table.geometry, land.houses[i]);
        Random random(land.seed, 0x6d656d62, i);
        const Village& village = land.settlements.villages[static_cast<std::size_t>(land.villageOfHousehold[i])];
        addRow(table, {{fields::households.id, householdId(land, i)},
                       {fields::households.villageCode, village.code},
                       {fields::households.headName, personName(land.seed, i)},
                       {fields::households.categories, categoriesOf(land, i)},
                       {fields::households.members, static_cast<double>(random.whole(2, 7))}});
    }
    return table;
}

FeatureTable householdTruth(const Landscape& land) {
    FeatureTable table = textTable({"id", "village_code"});
    for (std::size_t i = 0; i < land.houses.size(); ++i) {
        const std::string id = householdId(land, i);
        const auto village = static_cast<std::size_t>(land.villageOfHousehold[i]);
        addRow(table, {{fields::households.id, id}, {fields::households.villageCode, land.settlements.villages[village].code}});
    }
    return table;
}

} // namespace banlang::sample
