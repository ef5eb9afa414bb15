// SPDX-License-Identifier: MIT
#include "core/model/as_of.h"
#include "layers/attributes.h"
#include "layers/garden_places.h"
#include "layers/theme_layers.h"
#include "layers/village_ring.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang {
namespace {

constexpr std::size_t stateCount = 4;
constexpr std::uint8_t notRegistered = 4; ///< classes 0-3 are the shares of finished gardens
constexpr double ringsBelow = 60'000;

/// Gardens of one village, by GardenState.
struct VillageGardens {
    std::array<std::size_t, stateCount> count{};
    double areaM2 = 0;
    [[nodiscard]] std::size_t total() const { return count[0] + count[1] + count[2] + count[3]; }
    [[nodiscard]] double finishedShare() const { return static_cast<double>(count[0]) / static_cast<double>(total()); }
};

enum class Counted : std::uint8_t { all, withoutPlace };

std::vector<VillageGardens> gardensByVillage(const District& district, Date asOf, Counted counted = Counted::all) {
    std::vector<VillageGardens> villages(district.table(Role::villages).rowCount);
    const FeatureTable& gardens = district.table(Role::gardens);
    const auto& villageOf = district.linksOf(Role::gardens).village;
    for (std::size_t row = 0; row < gardens.rowCount && row < villageOf.size(); ++row) {
        const auto state = gardenState(gardens, row, asOf);
        if (!state || villageOf[row] == notLinked) continue;
        if (counted == Counted::withoutPlace && gardenPlace(district, row)) continue;
        VillageGardens& village = villages[static_cast<std::size_t>(villageOf[row])];
        ++village.count[static_cast<std::size_t>(*state)];
        const double area = gardens.numberAt("area_m2", row);
        if (!std::isnan(area)) village.areaM2 += area;
    }
    return villages;
}

std::uint8_t shareClass(const VillageGardens& village) {
    if (village.total() == 0) return notRegistered;
    return static_cast<std::uint8_t>(std::min(3.0, std::floor(village.finishedShare() * 4)));
}

FillStyle stateFill(std::size_t state, MapTheme theme) {
    constexpr Pattern patterns[] = {Pattern::plain, Pattern::hatch, Pattern::plain, Pattern::crossHatch};
    const ThemePalette& palette = themePalette(theme);
    return {.colour = palette.garden[state], .pattern = patterns[state], .patternColour = palette.gardenPattern[state]};
}

ShapeSet villageShapes(const BaseContext& context, const std::vector<VillageGardens>& villages) {
    const MapTheme theme = context.request.theme;
    ShapeSet set;
    set.geometry = sharedGeometry(context.request, Role::villages);
    set.role = Role::villages;
    set.scales.minDenominator = parcelsBelow;
    for (const Colour colour : themePalette(theme).gardenShare) {
        set.styles.push_back({.fill = FillStyle{.colour = colour, .patternColour = colour}, .strokes = {}});
    }
    set.styles.push_back({.fill = FillStyle{.colour = mapPalette(theme).paper,
                                            .pattern = Pattern::wideHatch,
                                            .patternColour = themePalette(theme).noData},
                          .strokes = {}});
    const FeatureTable& table = context.request.district->table(Role::villages);
    for (std::size_t row = 0; row < set.geometry->featureCount(); ++row) {
        set.classOf.push_back(inForce(table, row, context.request.asOf) ? shareClass(villages[row]) : noClass);
    }
    return set;
}

std::array<FillStyle, stateCount> stateFills(MapTheme theme) {
    std::array<FillStyle, stateCount> fills;
    for (std::size_t state = 0; state < stateCount; ++state) fills[state] = stateFill(state, theme);
    return fills;
}

MarkerSet rings(const BaseContext& context, const std::vector<VillageGardens>& villages, ScaleRange scales) {
    const FeatureTable& table = context.request.district->table(Role::villages);
    const std::array<FillStyle, stateCount> fills = stateFills(context.request.theme);
    MarkerSet set{.markers = {}, .scales = scales};
    for (std::size_t row = 0; row < villages.size(); ++row) {
        if (villages[row].total() == 0) continue;
        const auto centre = unitCentre(table, row);
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

void addLegend(MapLayer& layer, const LayerRequest& request, const std::vector<VillageGardens>& villages) {
    for (std::size_t state = 0; state < stateCount; ++state) {
        std::size_t count = 0;
        for (const VillageGardens& village : villages) count += village.count[state];
        LegendEntry entry;
        entry.label = stateLabels[state];
        StrokeStyle outline;
        outline.colour = themePalette(request.theme).gardenPattern[state];
        outline.widthPx = 0.8;
        entry.style = {.fill = stateFill(state, request.theme), .strokes = {outline}};
        entry.countHidden = mustHide(request.audience, count);
        if (!entry.countHidden) entry.count = static_cast<double>(count);
        layer.featureCount += count;
        layer.legend.push_back(std::move(entry));
    }
    const std::vector<std::uint8_t>& classOf = layer.shapes[0].classOf;
    for (std::uint8_t i = 0; i <= notRegistered; ++i) {
        if (std::count(classOf.begin(), classOf.end(), i) == 0) continue;
        LegendEntry entry;
        entry.label = shareLabels[i];
        entry.style = layer.shapes[0].styles[i];
        layer.legend.push_back(std::move(entry));
    }
}

constexpr std::pair<std::string_view, Label> countColumns[] = {{"gardens_finished", {"vườn đã cải tạo", "gardens finished"}},
                                                               {"gardens_in_progress", {"vườn đang làm", "gardens in progress"}},
                                                               {"gardens_registered", {"vườn đăng ký", "gardens registered"}},
                                                               {"gardens_lapsed", {"vườn bỏ dở", "gardens lapsed"}}};

/// One row per village; a count that must be hidden is missing.
void addAttributes(MapLayer& layer, const LayerRequest& request, std::vector<VillageGardens> villages) {
    const std::vector<AttributeName> copied = visibleColumns(Role::villages, request.audience);
    layer.attributeNames = copied;
    for (const auto& [name, label] : countColumns) layer.attributeNames.push_back({std::string(name), label});
    layer.attributes = [district = request.district, audience = request.audience, copied, villages = std::move(villages)] {
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
    };
}

} // namespace

MapLayer renovatedGardensLayer(const BaseContext& context) {
    MapLayer layer;
    layer.id = "renovated-gardens";
    layer.title = {"Vườn tạp đã cải tạo", "Renovated gardens"};
    layer.counted = {"Vườn theo tình trạng", "Gardens by state"};
    layer.countUnit = {"vườn", "gardens"};
    std::vector<VillageGardens> villages = gardensByVillage(*context.request.district, context.request.asOf);
    layer.shapes.push_back(villageShapes(context, villages));
    if (mayShowHouseholds(context.request.audience)) {
        // Near by each garden stands where it is; the ring of a village then holds those of which only the village is known.
        const auto unplaced = gardensByVillage(*context.request.district, context.request.asOf, Counted::withoutPlace);
        layer.markers.push_back(rings(context, villages, {.minDenominator = parcelsBelow, .maxDenominator = ringsBelow}));
        layer.markers.push_back(rings(context, unplaced, {.maxDenominator = parcelsBelow}));
        layer.shapes.push_back(gardenShapes(context, stateFills(context.request.theme)));
        layer.markers.push_back(gardenPoints(context));
    } else {
        layer.markers.push_back(rings(context, villages, {.maxDenominator = ringsBelow}));
    }
    addLegend(layer, context.request, villages);
    if (mayShowHouseholds(context.request.audience)) addGardenPointLegend(layer, context);
    addAttributes(layer, context.request, std::move(villages));
    return layer;
}

} // namespace banlang
