// SPDX-License-Identifier: MIT
#include "core/analysis/roads/candidates.h"
#include "core/analysis/rules/upgrade_weights.h"
#include "core/geo/measure.h"
#include "core/report/themes/candidates.h"
#include "layers/base/attributes.h"
#include "layers/themes/theme.h"
#include "layers/view.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

constexpr int lastRankOf[] = {3, 7, 12};
constexpr std::uint8_t unranked = 3; ///< class of all that come after the last rank shown
constexpr LegendKey steadyKey = 4;   ///< after the classes, which have their own numbers as keys
constexpr LegendKey unsteadyKey = 5;
constexpr int steadyWithin = 2; ///< ranks
constexpr double badgeRadiusPx = 10.5;
constexpr double badgeDistancePx = 24;

std::uint8_t rankClass(int rank) {
    return static_cast<std::uint8_t>(
        std::find_if(std::begin(lastRankOf), std::end(lastRankOf), [&](int last) { return rank <= last; }) -
        std::begin(lastRankOf));
}

bool isSteady(const Candidate& candidate) {
    return candidate.worstRank - candidate.bestRank <= steadyWithin;
}

Colour rimOf(std::uint8_t rank, MapColourScheme colourScheme) {
    return mixed(themePalette(colourScheme).candidate[rank], colourScheme == MapColourScheme::dark ? rgb(0xFFFFFF) : rgb(0x2A1206),
                 0.7);
}

ClassStyle rankStyle(std::uint8_t rank, MapColourScheme colourScheme) {
    const ThemePalette& palette = themePalette(colourScheme);
    StrokeStyle halo;
    halo.colour = mapPalette(colourScheme).halo;
    StrokeStyle line;
    line.colour = palette.candidate[rank];
    if (rank == unranked) {
        line.widthPx = ScaledPx{2.4, 2.2, 2};
        line.dashPx = {3.5F, 2.5F};
        line.roundCaps = false;
        halo.widthPx = ScaledPx{4.4, 4, 3.6};
        return {.fill = {}, .strokes = {halo, line}};
    }
    line.widthPx = ScaledPx{7, 6, 5};
    StrokeStyle rim = line;
    rim.colour = rimOf(rank, colourScheme);
    rim.widthPx = ScaledPx{9, 8, 6.6};
    halo.widthPx = ScaledPx{12, 11, 9.6};
    return {.fill = {}, .strokes = {halo, rim, line}};
}

ShapeSet rankedRoads(const BaseContext& context, const std::vector<Candidate>& candidates) {
    ShapeSet set;
    set.role = Role::roads;
    // The best last, so that they lie on top; classes are painted in their order.
    for (std::uint8_t i = unranked + 1; i-- > 0;) {
        set.styles.push_back(rankStyle(i, context.request.colourScheme));
        set.keyOf.push_back(i);
    }
    for (const Candidate& candidate : candidates) {
        set.rowOf.push_back(candidate.road);
        set.classOf.push_back(static_cast<std::uint8_t>(unranked - rankClass(candidate.rank)));
    }
    set.geometry =
        std::make_shared<const GeometryColumn>(context.request.analysis.district().table(Role::roads).geometry.selected(set.rowOf));
    return set;
}

/// To the side of the line where it passes `at`, preferably above.
PixelPoint beside(const GeometryColumn& roads, std::uint32_t road, Point at) {
    const double length = lengthM(roads, road);
    const auto position = nearestOnLine(roads, road, at);
    const double chainage = position ? position->chainageM : length / 2;
    const GeometryColumn stretch = lineSubstring(roads, road, std::max(0.0, chainage - 50), std::min(length, chainage + 50));
    if (stretch.pointCount() < 2) return {0, -badgeDistancePx};
    const Point first = stretch.point(0);
    const Point last = stretch.point(stretch.pointCount() - 1);
    const double run = std::hypot(last.x - first.x, last.y - first.y);
    if (run == 0) return {0, -badgeDistancePx};
    const double up = last.x >= first.x ? 1 : -1;
    return {-up * (last.y - first.y) / run * badgeDistancePx, -up * (last.x - first.x) / run * badgeDistancePx};
}

Marker badge(std::uint8_t rank, bool steady, MapColourScheme colourScheme) {
    Marker marker;
    marker.shape = MarkerShape::badge;
    marker.radiusPx = badgeRadiusPx;
    marker.fill = themePalette(colourScheme).candidate[rank];
    marker.textColour = themePalette(colourScheme).candidateText[rank];
    marker.rim = rimOf(rank, colourScheme);
    marker.rimPx = 1.8;
    marker.rimDashed = !steady;
    marker.keys = {rank, steady ? steadyKey : unsteadyKey};
    marker.role = Role::roads;
    return marker;
}

MarkerSet badges(const BaseContext& context, const std::vector<Candidate>& candidates) {
    const GeometryColumn& roads = context.request.analysis.district().table(Role::roads).geometry;
    MarkerSet set;
    // The best last, on top of the others.
    for (auto candidate = candidates.rbegin(); candidate != candidates.rend(); ++candidate) {
        const std::uint8_t rank = rankClass(candidate->rank);
        const auto middle = representativePoint(roads, candidate->road);
        if (rank == unranked || !middle) continue;
        Marker marker = badge(rank, isSteady(*candidate), context.request.colourScheme);
        marker.at = *middle;
        const PixelPoint offset = beside(roads, candidate->road, *middle);
        marker.offsetXPx = offset.x;
        marker.offsetYPx = offset.y;
        marker.text = fmt::format("{}", candidate->rank);
        marker.row = static_cast<std::int32_t>(candidate->road);
        set.markers.push_back(std::move(marker));
    }
    return set;
}

constexpr Label rankLabels[] = {
    {"hạng 1–3", "rank 1–3"}, {"hạng 4–7", "rank 4–7"}, {"hạng 8–12", "rank 8–12"}, {"các tuyến còn lại", "the others"}};

RowClasses rankClasses(const std::vector<Candidate>& candidates, MapColourScheme colourScheme) {
    RowClasses rows;
    for (std::uint8_t rank = 0; rank <= unranked; ++rank)
        rows.classes.push_back({.label = rankLabels[rank], .key = rank, .style = rankStyle(rank, colourScheme)});
    for (const Candidate& candidate : candidates) rows.classOf.push_back(rankClass(candidate.rank));
    return rows;
}

void addLegend(MapLayer& layer, const BaseContext& context, const std::vector<Candidate>& candidates, const RowClasses& rows) {
    const GeometryColumn& roads = context.request.analysis.district().table(Role::roads).geometry;
    for (std::uint8_t rank = 0; rank <= unranked; ++rank) {
        LegendEntry entry = classEntry(rows, rank, GeometryKind::line);
        entry.amount = 0;
        entry.amountDecimals = 1;
        for (const Candidate& candidate : candidates) {
            if (rankClass(candidate.rank) == rank) *entry.amount += lengthM(roads, candidate.road) / 1000;
        }
        if (*entry.count > 0) layer.legend.push_back(std::move(entry));
    }
    for (const bool steady : {true, false}) {
        LegendEntry entry{.label = steady ? Label{"hạng vững: đổi không quá 2 bậc", "steady: moves 2 ranks at most"}
                                          : Label{"hạng dễ đổi khi trọng số đổi 20 %", "unsteady when a weight changes by 20 %"},
                          .key = steady ? steadyKey : unsteadyKey,
                          .swatch = GeometryKind::point};
        entry.marker = badge(1, steady, context.request.colourScheme);
        layer.legend.push_back(std::move(entry));
    }
}

struct NumberColumn {
    std::string name;
    Label label;
    std::vector<double> values;
};

/// Figures that count one or two households stay in the working group.
double shownCriterion(const Candidate& candidate, std::size_t criterion, Audience audience) {
    const std::string_view id = upgradeCriteria()[criterion].id;
    const double raw = candidate.raw[criterion];
    double households = 0;
    if (id == "households_served" || id == "isolated_households") households = raw;
    if (id == "poor_share") {
        for (std::size_t c = 0; c < candidate.raw.size(); ++c) {
            if (upgradeCriteria()[c].id == "households_served") households = raw * candidate.raw[c];
        }
    }
    const bool hide = households > 0 && mustHide(audience, static_cast<std::size_t>(std::lround(households)));
    return hide ? Column::missingNumber : raw;
}

std::vector<NumberColumn> figures(const std::vector<Candidate>& candidates, Audience audience) {
    std::vector<NumberColumn> columns = {{"rank", {"hạng", "rank"}, {}},
                                         {"score", {"điểm", "score"}, {}},
                                         {"best_rank", {"hạng cao nhất khi ±20 %", "best rank at ±20 %"}, {}},
                                         {"worst_rank", {"hạng thấp nhất khi ±20 %", "worst rank at ±20 %"}, {}}};
    for (const Candidate& candidate : candidates) {
        columns[0].values.push_back(candidate.rank);
        columns[1].values.push_back(candidate.score);
        columns[2].values.push_back(candidate.bestRank);
        columns[3].values.push_back(candidate.worstRank);
    }
    for (std::size_t c = 0; c < upgradeCriteria().size(); ++c) {
        NumberColumn column{"criterion_" + std::string(upgradeCriteria()[c].id), upgradeCriteria()[c].label, {}};
        for (const Candidate& candidate : candidates) column.values.push_back(shownCriterion(candidate, c, audience));
        columns.push_back(std::move(column));
    }
    return columns;
}

/// Reasons quote figures, so they go where one of their figures is hidden.
std::string reasonsIn(Language language, const Candidate& candidate, Audience audience) {
    for (std::size_t c = 0; c < candidate.raw.size(); ++c) {
        if (std::isnan(shownCriterion(candidate, c, audience)) && !std::isnan(candidate.raw[c])) return {};
    }
    std::string all;
    for (const Bilingual& reason : candidate.reasons) all += (all.empty() ? "" : "; ") + reason.in(language);
    return all;
}

void addAttributes(MapLayer& layer, const LayerRequest& request, const std::vector<Candidate>& candidates, RowClasses classes) {
    const std::vector<AttributeName> copied = visibleColumns(Role::roads, request.audience);
    layer.attributeNames = copied;
    auto columns = figures(candidates, request.audience);
    for (const NumberColumn& column : columns) layer.attributeNames.push_back({column.name, column.label});
    layer.attributeNames.push_back({"reasons_vi", {"lý do", "reasons, Vietnamese"}});
    layer.attributeNames.push_back({"reasons_en", {"lý do, tiếng Anh", "reasons"}});
    std::vector<std::string> vietnamese;
    std::vector<std::string> english;
    std::vector<std::uint32_t> rows;
    for (const Candidate& candidate : candidates) {
        rows.push_back(candidate.road);
        vietnamese.push_back(reasonsIn(Language::vietnamese, candidate, request.audience));
        english.push_back(reasonsIn(Language::english, candidate, request.audience));
    }
    setRows(layer, std::move(classes), [=, district = request.analysis.sharedDistrict()] {
        FeatureTable table = copiedRows(district->table(Role::roads), copied, rows);
        table.name = "candidates";
        for (const NumberColumn& column : columns) addNumbers(table, column.name, column.values);
        addTexts(table, "reasons_vi", vietnamese);
        addTexts(table, "reasons_en", english);
        return table;
    });
}

MapLayer candidatesLayer(const Theme& theme, const BaseContext& context) {
    MapLayer layer = emptyLayer(theme.id, theme.words);
    const auto ranked = upgradeCandidates(context.request.analysis);
    const std::vector<Candidate>& candidates = *ranked;
    layer.featureCount = candidates.size();
    layer.shapes.push_back(rankedRoads(context, candidates));
    layer.markers.push_back(badges(context, candidates));
    RowClasses rows = rankClasses(candidates, context.request.colourScheme);
    addLegend(layer, context, candidates, rows);
    addAttributes(layer, context.request, candidates, std::move(rows));
    return layer;
}

std::vector<FillStyle> partFills(MapColourScheme colourScheme) {
    const auto& ranks = themePalette(colourScheme).candidate;
    return {plainFill(ranks[0]),
            {ranks[1], Pattern::hatch, mixed(ranks[1], rgb(0xFFFFFF), 0.4)},
            {ranks[2], Pattern::dots, ranks[0]},
            {mapPalette(colourScheme).background, Pattern::hatch, ranks[3]}};
}

constexpr ColumnWidth columnWidths[] = {{"name", 200}, {"commune", 120}, {"class", 42}, {"length_km", 72},
                                        {"rank", 54},  {"best", 66},     {"worst", 70}, {"score", 60}};

} // namespace

void declareUpgradeCandidates(std::vector<Theme>& themes) {
    themes.push_back({.id = "candidates",
                      .words = {.title = {"Đề xuất tuyến nâng cấp", "Roads to upgrade"},
                                .counted = {"Tuyến đề xuất theo hạng", "Proposed roads by rank"},
                                .countUnit = {"tuyến", "roads"},
                                .amountUnit = {"km", "km"}},
                      .level = ThemeLevel::symbols,
                      .build = candidatesLayer,
                      .inThemeBar = true,
                      .shortTitle = {"Tuyến đề xuất", "Candidates"},
                      .icon = "rank",
                      .listedIn = "candidates",
                      .report = {candidatesTable, candidatesChart},
                      .columnWidths = columnWidths,
                      .partFills = partFills});
}

} // namespace banlang
