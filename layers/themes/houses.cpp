// SPDX-License-Identifier: MIT
#include "core/report/themes/houses.h"

#include "core/analysis/quality/excluded_records.h"
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "core/model/counted_commune.h"
#include "layers/base/attributes.h"
#include "layers/themes/theme.h"
#include "layers/themes/village_ring.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

constexpr std::size_t stepCount = houseStepCount;
constexpr double ringsBelow = 60'000;
constexpr double housesBelow = 20'000;
constexpr LegendKey hiddenKey = stepCount; ///< after the steps
constexpr LegendKey lateKey = stepCount + 1;
using StepCounts = std::array<std::size_t, stepCount>;

constexpr Label stepLabels[] = {{"chưa khởi công", "not started"}, {"đã khởi công", "started"}, {"xong móng", "foundation"},
                                {"xong tường", "walls"},           {"xong mái", "roof"},        {"hoàn thành", "finished"}};
constexpr std::string_view stepColumns[] = {"houses_not_started", "houses_started", "houses_foundation",
                                            "houses_walls",       "houses_roof",    "houses_finished"};

/// A house that counts, and how far it has come.
struct House {
    std::uint32_t row = 0;
    std::uint8_t step = 0;
    bool late = false;
};

std::vector<House> housesOn(const LayerRequest& request) {
    const FeatureTable& houses = request.analysis.district().table(Role::houses);
    std::vector<House> found;
    for (const std::uint32_t row : countedRows(request.analysis, Role::houses)) {
        const auto step = static_cast<std::uint8_t>(houseStep(houses, row, request.analysis.asOf()));
        found.push_back({row, step, houseIsLate(houses, row, request.analysis.asOf())});
    }
    return found;
}

/// Houses of each row of `units` (communes or villages) by the steps they have taken.
std::vector<StepCounts> housesByUnit(const District& district, Role units, const std::vector<House>& houses) {
    std::vector<StepCounts> counts(district.table(units).rowCount);
    const TableLinks& links = district.linksOf(Role::houses);
    const auto& communeOfVillage = district.linksOf(Role::villages).commune;
    for (const House& house : houses) {
        const std::int32_t unit =
            units == Role::communes ? countedCommune(communeOfVillage, links, house.row) : linkedRow(links.village, house.row);
        if (unit != notLinked) ++counts[static_cast<std::size_t>(unit)][house.step];
    }
    return counts;
}

std::array<FillStyle, stepCount> stepFills(MapColourScheme colourScheme) {
    std::array<FillStyle, stepCount> fills;
    for (std::size_t step = 0; step < stepCount; ++step) {
        const Colour colour = themePalette(colourScheme).houseStep[step];
        fills[step] = {.colour = colour, .patternColour = colour};
    }
    return fills;
}

MarkerSet rings(const BaseContext& context, Role units, const std::vector<StepCounts>& counts, ScaleRange scales) {
    const FeatureTable& table = context.request.analysis.district().table(units);
    const auto fills = stepFills(context.request.colourScheme);
    MarkerSet set{.markers = {}, .scales = scales};
    for (std::size_t row = 0; row < counts.size(); ++row) {
        const auto centre = adminUnitCentre(table, row);
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

/// A house that fills from its foundation up; late ones have a rim in the colour of warning.
Marker houseMarker(std::uint8_t step, bool late, MapColourScheme colourScheme) {
    Marker marker{.shape = MarkerShape::house, .radiusPx = 8};
    marker.level = step;
    marker.fill = themePalette(colourScheme).houseStep[step];
    marker.rim = late ? themePalette(colourScheme).late : mapPalette(colourScheme).label;
    marker.rimPx = late ? 2 : 1;
    marker.role = Role::houses;
    marker.keys = {step};
    if (late) marker.keys.push_back(lateKey);
    return marker;
}

/// Where the household lives.
std::optional<Point> placeOf(const District& district, const House& house) {
    const std::int32_t household = linkedRow(district.linksOf(Role::houses).household, house.row);
    if (household == notLinked) return std::nullopt;
    return representativePoint(district.table(Role::households).geometry, static_cast<std::size_t>(household));
}

MarkerSet singleHouses(const BaseContext& context, const std::vector<House>& houses) {
    MarkerSet set;
    set.scales.maxDenominator = housesBelow;
    for (const House& house : houses) {
        const auto at = placeOf(context.request.analysis.district(), house);
        if (!at) continue;
        Marker marker = houseMarker(house.step, house.late, context.request.colourScheme);
        marker.at = *at;
        marker.row = static_cast<std::int32_t>(house.row);
        set.markers.push_back(std::move(marker));
    }
    return set;
}

/// Every house in the class of its step.
RowClasses stepClasses(const std::vector<House>& houses, MapColourScheme colourScheme) {
    const auto fills = stepFills(colourScheme);
    const StrokeStyle outline{.colour = mapPalette(colourScheme).label, .widthPx = 0.8};
    RowClasses rows;
    for (std::uint8_t step = 0; step < stepCount; ++step) {
        rows.classes.push_back({.label = stepLabels[step],
                                .key = step,
                                .style = {.fill = fills[step], .strokes = {outline}},
                                .marker = houseMarker(step, false, colourScheme)});
    }
    for (const House& house : houses) rows.classOf.push_back(house.step);
    return rows;
}

/// Single houses near by, parts of rings from farther away; the best first.
void addLegend(MapLayer& layer, const LayerRequest& request, const std::vector<House>& houses, const RowClasses& rows) {
    StepCounts totals{};
    for (const House& house : houses) ++totals[house.step];
    const std::vector<bool> hidden = hiddenParts(request.audience, totals);
    const bool single = mayShowHouseholds(request.audience);
    const auto add = [&](std::size_t step, GeometryKind swatch, ScaleRange scales) {
        LegendEntry entry = classEntry(rows, step, swatch);
        entry.scales = scales;
        entry.countHidden = hidden[step];
        if (hidden[step]) entry.count.reset();
        layer.legend.push_back(std::move(entry));
    };
    for (std::size_t step = stepCount; step-- > 0;) add(step, GeometryKind::polygon, {.minDenominator = single ? housesBelow : 0});
    layer.legend.push_back(hiddenPartEntry(hiddenKey, request.colourScheme));
    if (!single) return;
    for (std::size_t step = stepCount; step-- > 0;) add(step, GeometryKind::point, {.maxDenominator = housesBelow});
    LegendEntry late{.label = {"quá hạn chưa xong", "past its deadline"}, .key = lateKey, .swatch = GeometryKind::point};
    late.scales.maxDenominator = housesBelow;
    late.marker = houseMarker(0, true, request.colourScheme);
    late.count = static_cast<double>(std::count_if(houses.begin(), houses.end(), [](const House& house) { return house.late; }));
    layer.legend.push_back(std::move(late));
}

/// One row per village; a count that must be hidden is missing.
void addVillageRows(MapLayer& layer, const LayerRequest& request, std::vector<StepCounts> villages) {
    const std::vector<AttributeName> copied = visibleColumns(Role::villages, request.audience);
    layer.attributeNames = copied;
    for (std::size_t step = 0; step < stepCount; ++step) {
        layer.attributeNames.push_back({std::string(stepColumns[step]), stepLabels[step]});
    }
    RowClasses none{.classes = {}, .classOf = std::vector<std::uint8_t>(villages.size(), noClass), .labels = {}};
    setRows(layer, std::move(none),
            [district = request.analysis.sharedDistrict(), audience = request.audience, copied, villages = std::move(villages)] {
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
            });
}

/// One row per house, at its household where that is known.
void addHouseRows(MapLayer& layer, const LayerRequest& request, std::vector<House> houses, RowClasses rows) {
    const std::vector<AttributeName> copied = visibleColumns(Role::houses, request.audience);
    layer.attributeNames = copied;
    layer.attributeNames.push_back({"step", {"bước đã xong", "step done"}});
    layer.attributeNames.push_back({"late", {"quá hạn chưa xong", "past its deadline"}});
    setRows(layer, std::move(rows), [district = request.analysis.sharedDistrict(), copied, houses = std::move(houses)] {
        std::vector<std::uint32_t> tableRows;
        std::vector<double> steps;
        std::vector<double> late;
        GeometryColumn places;
        places.kind = GeometryKind::point;
        for (const House& house : houses) {
            tableRows.push_back(house.row);
            steps.push_back(house.step);
            late.push_back(house.late ? 1 : 0);
            addPlace(places, placeOf(*district, house));
        }
        FeatureTable table = copiedRows(district->table(Role::houses), copied, tableRows);
        addNumbers(table, "step", std::move(steps));
        addNumbers(table, "late", std::move(late));
        table.geometry = std::move(places);
        return table;
    });
}

MapLayer housesLayer(const Theme& theme, const BaseContext& context) {
    MapLayer layer = emptyLayer(theme.id, theme.words);
    const LayerRequest& request = context.request;
    const bool single = mayShowHouseholds(request.audience);
    std::vector<House> houses = housesOn(request);
    layer.featureCount = houses.size();
    std::vector<StepCounts> villages = housesByUnit(request.analysis.district(), Role::villages, houses);
    layer.markers.push_back(
        rings(context, Role::villages, villages, {.minDenominator = single ? housesBelow : 0, .maxDenominator = ringsBelow}));
    layer.markers.push_back(rings(context, Role::communes, housesByUnit(request.analysis.district(), Role::communes, houses),
                                  {.minDenominator = ringsBelow}));
    if (single) layer.markers.push_back(singleHouses(context, houses));
    RowClasses rows = stepClasses(houses, request.colourScheme);
    addLegend(layer, request, houses, rows);
    if (single) {
        addHouseRows(layer, request, std::move(houses), std::move(rows));
    } else {
        addVillageRows(layer, request, std::move(villages));
    }
    return layer;
}

/// The last step first.
std::vector<FillStyle> partFills(MapColourScheme colourScheme) {
    const auto fills = stepFills(colourScheme);
    return {fills.rbegin(), fills.rend()};
}

constexpr ColumnWidth columnWidths[] = {{"name", 150},      {"commune", 110}, {"finished", 48},    {"roof", 42}, {"walls", 48},
                                        {"foundation", 48}, {"started", 66},  {"not_started", 62}, {"late", 54}, {"share", 104}};

} // namespace

void declareHouses(std::vector<Theme>& themes) {
    themes.push_back({.id = "houses",
                      .words = {.title = {"Nhà ở", "Houses"},
                                .counted = {"Nhà hỗ trợ theo bước đã xong", "Supported houses by step done"},
                                .countUnit = {"nhà", "houses"}},
                      .level = ThemeLevel::symbols,
                      .build = housesLayer,
                      .inThemeBar = true,
                      .icon = "house",
                      .report = {housesTable, housesChart},
                      .columnWidths = columnWidths,
                      .partFills = partFills});
}

} // namespace banlang
