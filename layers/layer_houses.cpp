// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "layers/attributes.h"
#include "layers/theme_layers.h"
#include "layers/village_ring.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

constexpr std::size_t stepCount = houseStepCount;
constexpr double ringsBelow = 60'000;
constexpr double housesBelow = 20'000;
using StepCounts = std::array<std::size_t, stepCount>;

constexpr Label stepLabels[] = {{"chưa khởi công", "not started"}, {"đã khởi công", "started"}, {"xong móng", "foundation"},
                                {"xong tường", "walls"},           {"xong mái", "roof"},        {"hoàn thành", "finished"}};
constexpr std::string_view stepColumns[] = {"houses_not_started", "houses_started", "houses_foundation",
                                            "houses_walls",       "houses_roof",    "houses_finished"};

/// Houses of each row of `units` (communes or villages) by the steps they have taken.
std::vector<StepCounts> housesByUnit(const District& district, Role units, Date asOf) {
    std::vector<StepCounts> counts(district.table(units).rowCount);
    const FeatureTable& houses = district.table(Role::houses);
    const TableLinks& links = district.linksOf(Role::houses);
    const auto& unitOf = units == Role::communes ? links.commune : links.village;
    for (std::size_t row = 0; row < houses.rowCount && row < unitOf.size(); ++row) {
        if (unitOf[row] == notLinked) continue;
        ++counts[static_cast<std::size_t>(unitOf[row])][static_cast<std::size_t>(houseStep(houses, row, asOf))];
    }
    return counts;
}

std::array<FillStyle, stepCount> stepFills(MapTheme theme) {
    std::array<FillStyle, stepCount> fills;
    for (std::size_t step = 0; step < stepCount; ++step) {
        const Colour colour = themePalette(theme).houseStep[step];
        fills[step] = {.colour = colour, .patternColour = colour};
    }
    return fills;
}

MarkerSet rings(const BaseContext& context, Role units, const std::vector<StepCounts>& counts, ScaleRange scales) {
    const FeatureTable& table = context.request.district->table(units);
    const auto fills = stepFills(context.request.theme);
    MarkerSet set{.markers = {}, .scales = scales};
    for (std::size_t row = 0; row < counts.size(); ++row) {
        const auto centre = unitCentre(table, row);
        const bool any = std::any_of(counts[row].begin(), counts[row].end(), [](std::size_t count) { return count > 0; });
        if (!centre || !any) continue;
        Marker ring = villageRing(counts[row], fills, context.request);
        ring.at = *centre;
        ring.role = units;
        ring.row = static_cast<std::int32_t>(row);
        set.markers.push_back(std::move(ring));
    }
    return set;
}

/// A house that fills from its foundation up, where its household lives; late ones have a rim in the colour of warning.
MarkerSet singleHouses(const BaseContext& context) {
    const District& district = *context.request.district;
    const FeatureTable& houses = district.table(Role::houses);
    const GeometryColumn& homes = district.table(Role::households).geometry;
    const auto& householdOf = district.linksOf(Role::houses).household;
    const ThemePalette& palette = themePalette(context.request.theme);
    MarkerSet set;
    set.scales.maxDenominator = housesBelow;
    for (std::size_t row = 0; row < houses.rowCount && row < householdOf.size(); ++row) {
        if (householdOf[row] == notLinked) continue;
        const auto at = representativePoint(homes, static_cast<std::size_t>(householdOf[row]));
        if (!at) continue;
        Marker house{.at = *at, .shape = MarkerShape::house, .radiusPx = 8};
        house.level = houseStep(houses, row, context.request.asOf);
        const bool late = houseIsLate(houses, row, context.request.asOf);
        house.fill = palette.houseStep.back();
        house.rim = late ? palette.late : mapPalette(context.request.theme).label;
        house.rimPx = late ? 2 : 1;
        house.role = Role::houses;
        house.row = static_cast<std::int32_t>(row);
        set.markers.push_back(std::move(house));
    }
    return set;
}

void addLegend(MapLayer& layer, const LayerRequest& request, const std::vector<StepCounts>& villages) {
    StepCounts totals{};
    for (const StepCounts& village : villages) {
        for (std::size_t step = 0; step < stepCount; ++step) totals[step] += village[step];
    }
    const std::vector<bool> hidden = hiddenParts(request.audience, totals);
    const auto fills = stepFills(request.theme);
    StrokeStyle outline;
    outline.colour = mapPalette(request.theme).label;
    outline.widthPx = 0.8;
    for (std::size_t step = stepCount; step-- > 0;) {
        LegendEntry entry;
        entry.label = stepLabels[step];
        entry.style = {.fill = fills[step], .strokes = {outline}};
        entry.countHidden = hidden[step];
        if (!hidden[step]) entry.count = static_cast<double>(totals[step]);
        layer.featureCount += totals[step];
        layer.legend.push_back(std::move(entry));
    }
}

/// One row per village; a count that must be hidden is missing.
void addAttributes(MapLayer& layer, const LayerRequest& request, std::vector<StepCounts> villages) {
    const std::vector<AttributeName> copied = visibleColumns(Role::villages, request.audience);
    layer.attributeNames = copied;
    for (std::size_t step = 0; step < stepCount; ++step) {
        layer.attributeNames.push_back({std::string(stepColumns[step]), stepLabels[step]});
    }
    layer.attributes = [district = request.district, audience = request.audience, copied, villages = std::move(villages)] {
        FeatureTable table = copiedRows(district->table(Role::villages), copied, allRows(villages.size()));
        for (std::size_t step = 0; step < stepCount; ++step) {
            std::vector<double> counts;
            for (const StepCounts& village : villages) {
                const bool hide = hiddenParts(audience, village)[step];
                counts.push_back(hide ? Column::missingNumber : static_cast<double>(village[step]));
            }
            addNumbers(table, stepColumns[step], std::move(counts));
        }
        return table;
    };
}

} // namespace

MapLayer housesLayer(const BaseContext& context) {
    MapLayer layer;
    layer.id = "houses";
    layer.title = {"Nhà ở", "Houses"};
    layer.counted = {"Nhà hỗ trợ theo bước đã xong", "Supported houses by step done"};
    layer.countUnit = {"nhà", "houses"};
    const LayerRequest& request = context.request;
    const bool single = mayShowHouseholds(request.audience);
    std::vector<StepCounts> villages = housesByUnit(*request.district, Role::villages, request.asOf);
    layer.markers.push_back(
        rings(context, Role::villages, villages, {.minDenominator = single ? housesBelow : 0, .maxDenominator = ringsBelow}));
    layer.markers.push_back(rings(context, Role::communes, housesByUnit(*request.district, Role::communes, request.asOf),
                                  {.minDenominator = ringsBelow}));
    if (single) layer.markers.push_back(singleHouses(context));
    addLegend(layer, context.request, villages);
    addAttributes(layer, context.request, std::move(villages));
    return layer;
}

} // namespace banlang
