// SPDX-License-Identifier: MIT
#include "core/analysis/gaps/gaps.h"

#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "core/report/gap_counts.h"
#include "core/report/household_records.h"
#include "core/report/themes/gaps.h"
#include "layers/base/attributes.h"
#include "layers/themes/gap_table.h"
#include "layers/themes/themes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace banlang {
namespace {

constexpr double singlyBelow = 60'000; ///< from farther away households are counted by commune
constexpr double riskBesidePx = 15;

/// Classes of the items, then what a unit that was reached is drawn with.
enum GapKey : LegendKey { missedKey, atRiskKey, reachedKey };

Marker reachedMarker(MapColourScheme colourScheme) {
    Marker marker{.shape = MarkerShape::circle, .radiusPx = 3};
    marker.keys = {reachedKey};
    marker.fill = themePalette(colourScheme).reached;
    marker.rim = mapPalette(colourScheme).halo;
    marker.rimPx = 0.8;
    return marker;
}

Marker missedMarker(MapColourScheme colourScheme, double radiusPx) {
    Marker marker{.shape = MarkerShape::circle, .radiusPx = radiusPx};
    marker.keys = {missedKey};
    marker.fill = themePalette(colourScheme).notReached;
    marker.rim = mapPalette(colourScheme).halo;
    marker.rimPx = 1.4;
    marker.textColour = colourScheme == MapColourScheme::dark ? rgb(0x2A0A06) : rgb(0xFFFFFF);
    return marker;
}

Marker riskMarker(MapColourScheme colourScheme, double radiusPx) {
    Marker marker{.shape = MarkerShape::triangle, .radiusPx = radiusPx};
    marker.keys = {atRiskKey};
    marker.fill = themePalette(colourScheme).atRisk;
    marker.rim = mixed(themePalette(colourScheme).atRisk, rgb(0x2A1C00), 0.75);
    marker.rimPx = 1.2;
    marker.textColour = rgb(0x2A1C00);
    return marker;
}

void addMarker(MarkerSet& set, Marker marker, Point at, Role role, std::size_t row, std::string text = {}) {
    marker.at = at;
    marker.role = role;
    marker.row = static_cast<std::int32_t>(row);
    marker.text = std::move(text);
    set.markers.push_back(std::move(marker));
}

/// A mark for every unit that the question is about.
MarkerSet unitMarkers(const BaseContext& context, const Gap& gap, Role role) {
    const FeatureTable& units = context.request.analysis.district().table(role);
    const MapColourScheme colourScheme = context.request.colourScheme;
    std::vector<const GapItem*> itemOf(units.rowCount);
    for (const GapItem& item : gap.items) itemOf[item.row] = &item;
    MarkerSet set;
    const double radius = role == Role::communes ? 9 : 6;
    std::size_t inForceCount = 0;
    for (std::size_t row = 0; row < units.rowCount; ++row)
        inForceCount += inForce(units, row, context.request.analysis.asOf()) ? 1U : 0U;
    const bool everyUnitExamined = gap.examined == inForceCount;
    for (std::size_t row = 0; row < units.rowCount; ++row) {
        const auto centre = adminUnitCentre(units, row);
        if (!centre || !inForce(units, row, context.request.analysis.asOf())) continue;
        if (itemOf[row] != nullptr) {
            addMarker(set, itemOf[row]->atRisk ? riskMarker(colourScheme, radius + 1) : missedMarker(colourScheme, radius), *centre,
                      role, row);
        } else if (everyUnitExamined) {
            addMarker(set, reachedMarker(colourScheme), *centre, role, row);
        }
    }
    return set;
}

/// Counts of records at the centres of their units; what has no village stands at the centre of its commune.
MarkerSet countMarkers(const BaseContext& context, const std::vector<GapCount>& counts, ScaleRange scales) {
    const MapColourScheme colourScheme = context.request.colourScheme;
    MarkerSet set{.markers = {}, .scales = scales};
    for (const GapCount& count : counts) {
        const auto row = static_cast<std::size_t>(count.row);
        const auto centre = adminUnitCentre(context.request.analysis.district().table(count.unit), row);
        if (!centre) continue;
        const auto text = [&](std::size_t number) {
            // Three and more may be hidden only to protect a smaller one beside it.
            return !count.hidden ? fmt::format("{}", number) : std::string(number < 3 ? "<3" : "…");
        };
        if (count.missed > 0) addMarker(set, missedMarker(colourScheme, 10), *centre, count.unit, row, text(count.missed));
        if (count.atRisk == 0) continue;
        Marker risk = riskMarker(colourScheme, 12);
        if (count.missed > 0) risk.offsetXPx = riskBesidePx;
        addMarker(set, std::move(risk), *centre, count.unit, row, text(count.atRisk));
    }
    return set;
}

/// Works are shown as the roads they are on.
void addWorks(MapLayer& layer, const BaseContext& context, const Gap& gap) {
    const MapColourScheme colourScheme = context.request.colourScheme;
    const GeometryColumn& roads = context.request.analysis.district().table(Role::roads).geometry;
    const auto& roadOf = context.request.analysis.district().linksOf(Role::roadWorks).road;
    StrokeStyle halo{.colour = mapPalette(colourScheme).halo, .widthPx = ScaledPx{10, 9, 8}};
    StrokeStyle line{.colour = themePalette(colourScheme).notReached, .widthPx = ScaledPx{5, 4.4, 3.6}};
    ShapeSet set;
    set.role = Role::roadWorks;
    set.styles = {{.fill = {}, .strokes = {halo, line}}};
    MarkerSet marks;
    std::vector<std::uint32_t> roadRows;
    for (const GapItem& item : gap.items) {
        // A work whose road is not drawn is in the list, not on the map.
        if (linkedRow(roadOf, item.row) == notLinked) continue;
        const auto road = static_cast<std::uint32_t>(roadOf[item.row]);
        roadRows.push_back(road);
        set.rowOf.push_back(item.row);
        set.classOf.push_back(0);
        if (const auto middle = representativePoint(roads, road)) {
            addMarker(marks, missedMarker(colourScheme, 6), *middle, Role::roadWorks, item.row);
        }
    }
    set.geometry = std::make_shared<const GeometryColumn>(roads.selected(roadRows));
    layer.shapes.push_back(std::move(set));
    layer.markers.push_back(std::move(marks));
}

/// Assets stand where they were drawn, or at the centre of their unit.
MarkerSet assetMarkers(const BaseContext& context, const Gap& gap) {
    MarkerSet set;
    for (const GapItem& item : gap.items) {
        if (const auto place = placeOf(context.request.analysis.district(), item))
            addMarker(set, missedMarker(context.request.colourScheme, 6), *place, item.role, item.row);
    }
    return set;
}

RowClasses itemClasses(const Gap& gap, MapColourScheme colourScheme) {
    RowClasses rows;
    rows.classes = {{.label = {"chưa tới", "not reached"}, .key = missedKey, .style = {}, .marker = missedMarker(colourScheme, 7)},
                    {.label = {"có nguy cơ", "at risk"}, .key = atRiskKey, .style = {}, .marker = riskMarker(colourScheme, 8)}};
    for (const GapItem& item : gap.items) rows.classOf.push_back(item.atRisk ? atRiskKey : missedKey);
    return rows;
}

/// Units that were reached are dots; of records only the number is told.
LegendEntry reachedEntry(const MapLayer& layer, MapColourScheme colourScheme) {
    LegendEntry entry{.label = {"đã tới", "reached"}, .swatch = GeometryKind::none};
    const bool drawn = std::any_of(layer.markers.begin(), layer.markers.end(), [](const MarkerSet& set) {
        return std::any_of(set.markers.begin(), set.markers.end(),
                           [](const Marker& marker) { return marker.keys == std::vector<LegendKey>{reachedKey}; });
    });
    if (!drawn) return entry;
    entry.key = reachedKey;
    entry.swatch = GeometryKind::point;
    entry.marker = reachedMarker(colourScheme);
    return entry;
}

void addLegend(MapLayer& layer, const BaseContext& context, const Gap& gap, Role role, const RowClasses& rows) {
    const std::size_t atRisk = rows.count(atRiskKey);
    const std::size_t counts[] = {rows.count(missedKey), atRisk, gap.examined - std::min(gap.examined, gap.items.size())};
    const Audience audience = isOfHousehold(role) ? context.request.audience : Audience::workingGroup;
    // The number examined is known, so these are parts of a whole.
    const std::vector<bool> hidden = hiddenParts(audience, counts);
    const auto add = [&](LegendEntry entry, std::size_t part) {
        entry.countHidden = hidden[part];
        entry.count.reset();
        if (!hidden[part]) entry.count = static_cast<double>(counts[part]);
        layer.legend.push_back(std::move(entry));
    };
    add(classEntry(rows, missedKey, GeometryKind::point), missedKey);
    if (atRisk > 0) add(classEntry(rows, atRiskKey, GeometryKind::point), atRiskKey);
    add(reachedEntry(layer, context.request.colourScheme), reachedKey);
    const auto placeless = static_cast<std::size_t>(std::count_if(gap.items.begin(), gap.items.end(), [](const GapItem& item) {
        return item.commune == notLinked && item.village == notLinked;
    }));
    if (placeless == 0 || role == Role::roadWorks) return;
    LegendEntry entry{.label = {"trong đó chưa rõ nơi", "of these without a place"}, .swatch = GeometryKind::none};
    entry.countHidden = mustHide(audience, placeless);
    if (!entry.countHidden) entry.count = static_cast<double>(placeless);
    entry.noReport = true;
    layer.legend.push_back(std::move(entry));
}

/// An answer of several kinds is counted by unit if one of them is of households.
Role drawnAs(const Gap& gap) {
    const auto ofHousehold =
        std::find_if(gap.items.begin(), gap.items.end(), [](const GapItem& item) { return isOfHousehold(item.role); });
    return ofHousehold == gap.items.end() ? gap.items.front().role : ofHousehold->role;
}

bool isMixed(const Gap& gap) {
    return std::any_of(gap.items.begin(), gap.items.end(),
                       [&](const GapItem& item) { return item.role != gap.items.front().role; });
}

Label unitOf(Role role) {
    switch (role) {
    case Role::communes:
        return {"xã", "communes"};
    case Role::villages:
        return {"thôn", "villages"};
    case Role::gardens:
        return {"vườn", "gardens"};
    case Role::houses:
        return {"nhà", "houses"};
    case Role::households:
        return {"hộ", "households"};
    case Role::publicAssets:
        return {"công trình phúc lợi", "public assets"};
    default:
        return {"công trình", "works"};
    }
}

MapLayer gapLayer(const Theme& theme, const BaseContext& context) {
    const auto found = findGap(context.request.analysis, *theme.question);
    const Gap& gap = *found;
    MapLayer layer = emptyLayer(theme.id, theme.words);
    layer.featureCount = gap.items.size();
    RowClasses rows = itemClasses(gap, context.request.colourScheme);
    if (gap.items.empty()) {
        layer.countUnit = {"bản ghi", "records"};
        addLegend(layer, context, gap, Role::communes, rows);
    } else {
        const Role role = drawnAs(gap);
        layer.countUnit = isMixed(gap) ? Label{"vườn, nhà, công trình", "gardens, houses, works"} : unitOf(role);
        if (role == Role::communes || role == Role::villages) {
            layer.markers.push_back(unitMarkers(context, gap, role));
        } else if (role == Role::roadWorks) {
            addWorks(layer, context, gap);
        } else if (role == Role::publicAssets) {
            layer.markers.push_back(assetMarkers(context, gap));
        } else {
            const LayerRequest& request = context.request;
            layer.markers.push_back(
                countMarkers(context, gapCounts(gap, GapLevel::village, request.report()), {.maxDenominator = singlyBelow}));
            layer.markers.push_back(
                countMarkers(context, gapCounts(gap, GapLevel::commune, request.report()), {.minDenominator = singlyBelow}));
        }
        addLegend(layer, context, gap, role, rows);
    }
    addGapAttributes(layer, context.request, gap, std::move(rows));
    return layer;
}

/// Reached, at risk, not reached.
std::vector<FillStyle> partFills(MapColourScheme colourScheme) {
    const ThemePalette& palette = themePalette(colourScheme);
    return {plainFill(palette.reached),
            {palette.atRisk, Pattern::dots, mixed(palette.atRisk, rgb(0x2A1C00), 0.75)},
            {palette.notReached, Pattern::hatch, mixed(palette.notReached, rgb(0xFFFFFF), 0.5)}};
}

/// All questions are chosen under one name, and then one of them in the list.
constexpr ThemeChoice anyGap{"gaps", {"Việc còn sót", "Gaps"}, "gap"};

constexpr ColumnWidth columnWidths[] = {{"name", 190},   {"examined", 86}, {"not_reached", 86},
                                        {"at_risk", 86}, {"reached", 76},  {"share", 116}};

} // namespace

std::string gapThemeId(std::string_view questionId) {
    return fmt::format("gap-{}", questionId);
}

/// A theme for each question of who was left out.
void declareGaps(std::vector<Theme>& themes) {
    static const std::vector<std::string> ids = [] {
        std::vector<std::string> all;
        for (const GapQuestion& question : gapQuestions()) all.push_back(gapThemeId(question.id));
        return all;
    }();
    auto id = ids.begin();
    for (const GapQuestion& question : gapQuestions()) {
        themes.push_back({.id = *id++,
                          // The definition is a sentence, too long for a legend.
                          .words = {.title = question.title, .counted = question.title},
                          .level = ThemeLevel::gaps,
                          .question = &question,
                          .build = gapLayer,
                          .inThemeBar = true,
                          .icon = anyGap.icon,
                          .sharedChoice = &anyGap,
                          .listedIn = "gaps",
                          .report = {[&question](const ReportRequest& request) { return gapTable(request, question); },
                                     [&question](const ReportRequest& request) { return gapChart(request, question); }},
                          .columnWidths = columnWidths,
                          .partFills = partFills});
    }
}

} // namespace banlang
