// SPDX-License-Identifier: MIT
#include "core/analysis/rules/analysis_rules.h"
#include "viewer/results/planning.h"

#include <algorithm>

// Tables and charts of every theme. Each kind of figures is named, so that none can stand in for another.

namespace banlang::viewer::detail {
namespace {

/// The answer that a layer of questions shows.
const Gap& answerOf(const Gaps& gaps, std::string_view layerId) {
    static const Gap none;
    const auto found = std::ranges::find(gaps, layerId.substr(gapPrefix.size()), [](const auto& gap) { return gap->id; });
    return found == gaps.end() ? none : **found;
}

} // namespace

void Planning::landTableOnDays() {
    const AcquisitionKey land = acquisitionOn(asOf_);
    const AcquisitionKey landBefore = acquisitionOn(resultRequest_.compareWith.value_or(asOf_));
    add(
        "table/donated-land", ResultKey<TableModel>{compared("table/donated-land")}, textsOf(land, landBefore),
        [district = district_, asOf = asOf_, before = resultRequest_.compareWith, land, landBefore](const JobInputs& made) {
            TableModel now = landTable(*district, made.at(land), asOf);
            if (!before) return now;
            return viewer::compared(now, landTable(*district, made.at(landBefore), *before),
                                    {*before, "donated_m2", {"class", "length_km", "households"}});
        },
        into(&Analysis::tables, "donated-land"));
}

void Planning::gardensTableOnDays() {
    const ProgressKey progress = progressOfUnits();
    const Date stale{asOf_.daysSince1970 - context_.rules().gaps.staleDays};
    const ResultKey<TableModel> key{fmt::format("{}/{}", compared("table/renovated-gardens"), id(resultRequest_.audience))};
    add(
        "table/renovated-gardens", key, textsOf(progress),
        [context = context_, before = resultRequest_.compareWith, audience = resultRequest_.audience, stale,
         progress](const JobInputs& made) {
            TableModel model = gardensTable(context, audience);
            if (before) model = viewer::compared(model, gardensTable(context.on(*before), audience), {*before, "finished", {}});
            addLastReports(model, made.at(progress), Programme::gardens, stale);
            return model;
        },
        into(&Analysis::tables, "renovated-gardens"));
}

void Planning::worksTableOnDays() {
    add(
        "table/new-roads", ResultKey<TableModel>{compared("table/new-roads")}, {},
        [district = district_, asOf = asOf_, before = resultRequest_.compareWith](const JobInputs&) {
            TableModel now = worksTable(*district, asOf);
            return before ? viewer::compared(now, worksTable(*district, *before), {*before, "percent", {"planned"}}) : now;
        },
        into(&Analysis::tables, "new-roads"));
}

void Planning::housesTableOnDays() {
    add(
        "table/houses", ResultKey<TableModel>{fmt::format("{}/{}", compared("table/houses"), id(resultRequest_.audience))}, {},
        [context = context_, before = resultRequest_.compareWith, audience = resultRequest_.audience](const JobInputs&) {
            TableModel now = housesTable(context, audience);
            return before ? viewer::compared(now, housesTable(context.on(*before), audience),
                                             {*before, "finished", {"started", "not_started"}})
                          : now;
        },
        into(&Analysis::tables, "houses"));
}

void Planning::table(std::string_view layerId) {
    const auto kind = figureKind(layerId);
    if (!kind) return;
    const auto tables = &Analysis::tables;
    switch (*kind) {
    case FigureKind::donatedLand:
        return landTableOnDays();
    case FigureKind::newRoads:
        return worksTableOnDays();
    case FigureKind::gardens:
        return gardensTableOnDays();
    case FigureKind::houses:
        return housesTableOnDays();
    case FigureKind::greenRoutes:
        return figures(tables, layerId, {}, [context = context_](const JobInputs&) { return greenRoutesTable(context); });
    case FigureKind::criteria:
        return figures(tables, layerId, criteria(), [asOf = asOf_](const auto& answer) { return criteriaTable(answer, asOf); });
    case FigureKind::communeRanking:
        return figures(tables, layerId, ranking(), [](const auto& ranked) { return communeRankingTable(ranked); });
    case FigureKind::candidates:
        return figures(tables, layerId, candidates(),
                       [district = district_](const auto& roads) { return candidatesTable(*district, roads); });
    case FigureKind::gap:
        return figures(tables, layerId, gaps(),
                       [district = district_, audience = resultRequest_.audience, layer = std::string(layerId)](const Gaps& found) {
                           return gapTable(*district, answerOf(found, layer), audience);
                       });
    }
}

void Planning::chart(std::string_view layerId) {
    const auto kind = figureKind(layerId);
    if (!kind) return;
    const auto charts = &Analysis::charts;
    const auto district = district_;
    const Audience audience = resultRequest_.audience;
    switch (*kind) {
    case FigureKind::donatedLand:
        return figures(charts, layerId, acquisitionOn(asOf_), [district](const auto& land) { return landChart(*district, land); });
    case FigureKind::newRoads:
        return figures(charts, layerId, {}, [district, asOf = asOf_](const JobInputs&) { return worksChart(*district, asOf); });
    case FigureKind::gardens:
        return figures(charts, layerId, {},
                       [context = context_, audience](const JobInputs&) { return gardensChart(context, audience); });
    case FigureKind::houses:
        return figures(charts, layerId, {},
                       [context = context_, audience](const JobInputs&) { return housesChart(context, audience); });
    case FigureKind::greenRoutes:
        return figures(charts, layerId, {}, [context = context_](const JobInputs&) { return greenRoutesChart(context); });
    case FigureKind::criteria:
        return figures(charts, layerId, criteria(), [district](const auto& answer) { return criteriaChart(*district, answer); });
    case FigureKind::communeRanking:
        return figures(charts, layerId, ranking(),
                       [district](const auto& ranked) { return communeRankingChart(*district, ranked); });
    case FigureKind::candidates:
        return figures(charts, layerId, candidates(), [district](const auto& roads) { return candidatesChart(*district, roads); });
    case FigureKind::gap:
        return figures(charts, layerId, gaps(), [district, audience, layer = std::string(layerId)](const Gaps& found) {
            return gapChart(*district, answerOf(found, layer), audience);
        });
    }
}

void Planning::tableAndChart(std::string_view layerId) {
    table(layerId);
    chart(layerId);
}

} // namespace banlang::viewer::detail
