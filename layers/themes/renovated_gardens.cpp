// SPDX-License-Identifier: MIT
#include "core/report/themes/renovated_gardens.h"

#include "core/analysis/quality/excluded_records.h"
#include "core/model/as_of.h"
#include "layers/base/attributes.h"
#include "layers/themes/garden_places.h"
#include "layers/themes/theme.h"
#include "layers/themes/village_ring.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang {
namespace {

constexpr std::size_t stateCount = 4;
constexpr std::uint8_t notRegistered = 4; ///< classes 0-3 are the shares of finished gardens
constexpr std::size_t shareCount = 5;
constexpr LegendKey hiddenKey = stateCount; ///< after the states
constexpr LegendKey firstShareKey = hiddenKey + 1;
constexpr LegendKey firstPointKey = firstShareKey + shareCount;
constexpr double ringsBelow = 60'000;

std::vector<Garden> gardensOn(const LayerRequest& request) {
    const FeatureTable& gardens = request.analysis.district().table(Role::gardens);
    std::vector<Garden> found;
    for (const std::uint32_t row : countedRows(request.analysis, Role::gardens)) {
        if (const auto state = gardenState(gardens, row, request.analysis.asOf()))
            found.push_back({row, static_cast<std::uint8_t>(*state)});
    }
    return found;
}

/// Gardens of one village, by GardenState.
struct VillageGardens {
    std::array<std::size_t, stateCount> count{};
    [[nodiscard]] std::size_t total() const { return count[0] + count[1] + count[2] + count[3]; }
    [[nodiscard]] double finishedShare() const { return static_cast<double>(count[0]) / static_cast<double>(total()); }
};

std::vector<VillageGardens> gardensByVillage(const District& district, const std::vector<Garden>& gardens) {
    std::vector<VillageGardens> villages(district.table(Role::villages).rowCount);
    const auto& villageOf = district.linksOf(Role::gardens).village;
    for (const Garden& garden : gardens) {
        const std::int32_t village = linkedRow(villageOf, garden.row);
        if (village != notLinked) ++villages[static_cast<std::size_t>(village)].count[garden.state];
    }
    return villages;
}

std::uint8_t shareClass(const VillageGardens& village) {
    if (village.total() == 0) return notRegistered;
    return static_cast<std::uint8_t>(std::min(3.0, std::floor(village.finishedShare() * 4)));
}

FillStyle stateFill(std::size_t state, MapColourScheme colourScheme) {
    constexpr Pattern patterns[] = {Pattern::plain, Pattern::hatch, Pattern::plain, Pattern::crossHatch};
    const ThemePalette& palette = themePalette(colourScheme);
    return {.colour = palette.garden[state], .pattern = patterns[state], .patternColour = palette.gardenPattern[state]};
}

/// The share of every village in force; the others are in no class.
std::vector<std::uint8_t> villageClasses(const LayerRequest& request, const std::vector<VillageGardens>& villages) {
    const FeatureTable& table = request.analysis.district().table(Role::villages);
    std::vector<std::uint8_t> classes;
    for (std::size_t row = 0; row < villages.size(); ++row)
        classes.push_back(inForce(table, row, request.analysis.asOf()) ? shareClass(villages[row]) : noClass);
    return classes;
}

ShapeSet villageShapes(const BaseContext& context, const std::vector<std::uint8_t>& classes) {
    const MapColourScheme colourScheme = context.request.colourScheme;
    ShapeSet set;
    set.geometry = sharedGeometry(context.request, Role::villages);
    set.role = Role::villages;
    set.scales.minDenominator = parcelsBelow;
    for (const Colour colour : themePalette(colourScheme).gardenShare) {
        set.styles.push_back({.fill = FillStyle{.colour = colour, .patternColour = colour}, .strokes = {}});
    }
    set.styles.push_back({.fill = FillStyle{.colour = mapPalette(colourScheme).background,
                                            .pattern = Pattern::wideHatch,
                                            .patternColour = themePalette(colourScheme).noData},
                          .strokes = {}});
    for (std::size_t i = 0; i < shareCount; ++i) set.keyOf.push_back(static_cast<LegendKey>(firstShareKey + i));
    set.classOf = classes;
    set.classOf.resize(set.geometry->featureCount(), noClass);
    return set;
}

std::array<FillStyle, stateCount> stateFills(MapColourScheme colourScheme) {
    std::array<FillStyle, stateCount> fills;
    for (std::size_t state = 0; state < stateCount; ++state) fills[state] = stateFill(state, colourScheme);
    return fills;
}

MarkerSet rings(const BaseContext& context, const std::vector<VillageGardens>& villages, ScaleRange scales) {
    const FeatureTable& table = context.request.analysis.district().table(Role::villages);
    const std::array<FillStyle, stateCount> fills = stateFills(context.request.colourScheme);
    MarkerSet set{.markers = {}, .scales = scales};
    for (std::size_t row = 0; row < villages.size(); ++row) {
        if (villages[row].total() == 0) continue;
        const auto centre = adminUnitCentre(table, row);
        if (!centre) continue;
        Marker ring = villageRing(villages[row].count, fills, context.request);
        ring.at = *centre;
        ring.row = static_cast<std::int32_t>(row);
        set.markers.push_back(std::move(ring));
    }
    return set;
}

constexpr Label stateLabels[] = {{"đã cải tạo", "finished"},
                                 {"đang làm", "in progress"},
                                 {"đăng ký, chưa làm", "registered, not begun"},
                                 {"bỏ dở, không duy trì", "lapsed"}};
constexpr Label shareLabels[] = {{"thôn: xong dưới 25 %", "village: under 25 % finished"},
                                 {"thôn: xong 25–49 %", "village: 25–49 % finished"},
                                 {"thôn: xong 50–74 %", "village: 50–74 % finished"},
                                 {"thôn: xong 75 % trở lên", "village: 75 % or more finished"},
                                 {"thôn chưa có hộ đăng ký", "village with none registered"}};

/// Every garden in the class of its state.
RowClasses stateClasses(const std::vector<Garden>& gardens, MapColourScheme colourScheme) {
    RowClasses rows;
    for (std::uint8_t state = 0; state < stateCount; ++state) {
        const StrokeStyle outline{.colour = themePalette(colourScheme).gardenPattern[state], .widthPx = 0.8};
        rows.classes.push_back(
            {.label = stateLabels[state], .key = state, .style = {.fill = stateFill(state, colourScheme), .strokes = {outline}}});
    }
    for (const Garden& garden : gardens) rows.classOf.push_back(garden.state);
    return rows;
}

/// Every village in the class of its share, as its area is drawn.
RowClasses shareClasses(const ShapeSet& areas, const std::vector<std::uint8_t>& classes) {
    RowClasses rows{.classes = {}, .classOf = classes, .labels = {}};
    for (std::uint8_t i = 0; i < shareCount; ++i)
        rows.classes.push_back({.label = shareLabels[i], .key = areas.keyOf[i], .style = areas.styles[i]});
    return rows;
}

void addLegend(MapLayer& layer, const LayerRequest& request, const RowClasses& gardens, const RowClasses& villages) {
    for (std::size_t state = 0; state < stateCount; ++state)
        layer.legend.push_back(classEntry(gardens, state, GeometryKind::polygon, request.audience));
    layer.legend.push_back(hiddenPartEntry(hiddenKey, request.colourScheme));
    for (std::size_t i = 0; i < shareCount; ++i) {
        LegendEntry entry = classEntry(villages, i, GeometryKind::polygon);
        entry.count.reset(); // villages, where the column counts gardens
        layer.legend.push_back(std::move(entry));
    }
}

constexpr std::pair<std::string_view, Label> countColumns[] = {{"gardens_finished", {"vườn đã cải tạo", "gardens finished"}},
                                                               {"gardens_in_progress", {"vườn đang làm", "gardens in progress"}},
                                                               {"gardens_registered", {"vườn đăng ký", "gardens registered"}},
                                                               {"gardens_lapsed", {"vườn bỏ dở", "gardens lapsed"}}};

/// One row per village; a count that must be hidden is missing.
void addVillageRows(MapLayer& layer, const LayerRequest& request, std::vector<VillageGardens> villages, RowClasses classes) {
    const std::vector<AttributeName> copied = visibleColumns(Role::villages, request.audience);
    layer.attributeNames = copied;
    for (const auto& [name, label] : countColumns) layer.attributeNames.push_back({std::string(name), label});
    setRows(layer, std::move(classes),
            [district = request.analysis.sharedDistrict(), audience = request.audience, copied, villages = std::move(villages)] {
                FeatureTable table = copiedRows(district->table(Role::villages), copied, allRows(villages.size()));
                for (std::size_t state = 0; state < stateCount; ++state) {
                    std::vector<double> counts;
                    for (const VillageGardens& village : villages) {
                        const bool hide = hiddenParts(audience, village.count)[state];
                        counts.push_back(hide ? Column::missingNumber : static_cast<double>(village.count[state]));
                    }
                    addNumbers(table, countColumns[state].first, std::move(counts));
                }
                return table;
            });
}

/// One row per garden.
void addGardenRows(MapLayer& layer, const LayerRequest& request, const std::vector<Garden>& gardens, RowClasses classes) {
    const std::vector<AttributeName> copied = visibleColumns(Role::gardens, request.audience);
    layer.attributeNames = copied;
    layer.attributeNames.push_back({"state", {"tình trạng", "state"}});
    setRows(layer, std::move(classes), [district = request.analysis.sharedDistrict(), copied, gardens] {
        std::vector<std::uint32_t> rows;
        std::vector<std::string> states;
        for (const Garden& garden : gardens) {
            rows.push_back(garden.row);
            states.emplace_back(stateLabels[garden.state].vi);
        }
        FeatureTable table = copiedRows(district->table(Role::gardens), copied, rows);
        addTexts(table, "state", states);
        return table;
    });
}

MapLayer renovatedGardensLayer(const Theme& theme, const BaseContext& context) {
    const LayerRequest& request = context.request;
    MapLayer layer = emptyLayer(theme.id, theme.words);
    const std::vector<Garden> gardens = gardensOn(request);
    layer.featureCount = gardens.size();
    std::vector<VillageGardens> villages = gardensByVillage(request.analysis.district(), gardens);
    const std::vector<std::uint8_t> classes = villageClasses(request, villages);
    layer.shapes.push_back(villageShapes(context, classes));
    if (mayShowHouseholds(request.audience)) {
        // Near by each garden stands where it is; the ring of a village then holds those of which only the village is known.
        std::vector<Garden> unplaced = gardens;
        std::erase_if(unplaced,
                      [&](const Garden& garden) { return gardenPlace(request.analysis.district(), garden.row).has_value(); });
        layer.markers.push_back(rings(context, villages, {.minDenominator = parcelsBelow, .maxDenominator = ringsBelow}));
        layer.markers.push_back(
            rings(context, gardensByVillage(request.analysis.district(), unplaced), {.maxDenominator = parcelsBelow}));
        layer.shapes.push_back(gardenShapes(request, gardens, stateFills(request.colourScheme)));
        layer.markers.push_back(gardenPoints(request, gardens, firstPointKey));
    } else {
        layer.markers.push_back(rings(context, villages, {.maxDenominator = ringsBelow}));
    }
    RowClasses states = stateClasses(gardens, request.colourScheme);
    RowClasses shares = shareClasses(layer.shapes[0], classes);
    addLegend(layer, request, states, shares);
    if (mayShowHouseholds(request.audience)) {
        addGardenPointLegend(layer, request, gardens, stateLabels, firstPointKey);
        addGardenRows(layer, request, gardens, std::move(states));
    } else {
        addVillageRows(layer, request, std::move(villages), std::move(shares));
    }
    return layer;
}

std::vector<FillStyle> partFills(MapColourScheme colourScheme) {
    const auto fills = stateFills(colourScheme);
    return {fills.begin(), fills.end()};
}

/// All that are registered have no part of the bar; the states look as in the legend.
std::vector<FillStyle> unitFills(MapColourScheme colourScheme) {
    std::vector<FillStyle> fills = partFills(colourScheme);
    fills.insert(fills.begin(), FillStyle{});
    return fills;
}

constexpr ColumnWidth columnWidths[] = {{"name", 170},      {"commune", 130}, {"finished", 72}, {"in_progress", 78},
                                        {"registered", 76}, {"lapsed", 66},   {"share", 116}};

} // namespace

void declareRenovatedGardens(std::vector<Theme>& themes) {
    themes.push_back(
        {.id = "renovated-gardens",
         .words = {.title = {"Vườn tạp đã cải tạo", "Renovated gardens"},
                   .counted = {"Vườn theo tình trạng", "Gardens by state"},
                   .countUnit = {"vườn", "gardens"}},
         .level = ThemeLevel::areas,
         .build = renovatedGardensLayer,
         .inThemeBar = true,
         .icon = "sprout",
         .report = {renovatedGardensTable, renovatedGardensChart},
         .columnWidths = columnWidths,
         .partFills = partFills,
         .printTitle = {"Cải tạo vườn tạp", "Renovated gardens"},
         // The states, after all of them together.
         .unitFigures = {.set = renovatedGardensFigures, .counted = {{0, 1, 2, 3}, {0}, {1}, {2}, {3}}, .fills = unitFills},
         .packName = "3-vuon-tap"});
}

} // namespace banlang
