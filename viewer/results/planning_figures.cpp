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

std::string Planning::landTableOnDays() {
    std::vector<std::string> after{acquisitionOn(asOf_)};
    if (resultRequest_.compareWith) after.push_back(acquisitionOn(*resultRequest_.compareWith));
    return add(
        "table/donated-land", compared("table/donated-land"), std::move(after),
        [district = district_, asOf = asOf_, before = resultRequest_.compareWith](JobInputs made) {
            using Acquisitions = std::vector<RoadAcquisition>;
            TableModel now = landTable(*district, taken<Acquisitions>(made, 0), asOf);
            if (!before) return now;
            return viewer::compared(now, landTable(*district, taken<Acquisitions>(made, 1), *before),
                                    {*before, "donated_m2", {"class", "length_km", "households"}});
        },
        into(&Analysis::tables, "donated-land"));
}

std::string Planning::gardensTableOnDays() {
    std::vector<std::string> after{progressOfUnits()};
    const Date stale{asOf_.daysSince1970 - context_.rules().gaps.staleDays};
    return add(
        "table/renovated-gardens", fmt::format("{}/{}", compared("table/renovated-gardens"), id(resultRequest_.audience)),
        std::move(after),
        [context = context_, before = resultRequest_.compareWith, audience = resultRequest_.audience, stale](JobInputs made) {
            TableModel model = gardensTable(context, audience);
            if (before) model = viewer::compared(model, gardensTable(context.on(*before), audience), {*before, "finished", {}});
            addLastReports(model, taken<std::vector<AdminUnitProgress>>(made, 0), Programme::gardens, stale);
            return model;
        },
        into(&Analysis::tables, "renovated-gardens"));
}

std::string Planning::worksTableOnDays() {
    return add(
        "table/new-roads", compared("table/new-roads"), {},
        [district = district_, asOf = asOf_, before = resultRequest_.compareWith](JobInputs) {
            TableModel now = worksTable(*district, asOf);
            return before ? viewer::compared(now, worksTable(*district, *before), {*before, "percent", {"planned"}}) : now;
        },
        into(&Analysis::tables, "new-roads"));
}

std::string Planning::housesTableOnDays() {
    return add(
        "table/houses", fmt::format("{}/{}", compared("table/houses"), id(resultRequest_.audience)), {},
        [context = context_, before = resultRequest_.compareWith, audience = resultRequest_.audience](JobInputs) {
            TableModel now = housesTable(context, audience);
            return before ? viewer::compared(now, housesTable(context.on(*before), audience),
                                             {*before, "finished", {"started", "not_started"}})
                          : now;
        },
        into(&Analysis::tables, "houses"));
}

std::string Planning::table(std::string_view layerId) {
    const auto kind = figureKind(layerId);
    if (!kind) return {};
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
        return figures(tables, layerId, {}, [context = context_](JobInputs) { return greenRoutesTable(context); });
    case FigureKind::criteria:
        return figures(tables, layerId, {criteria()}, [asOf = asOf_](JobInputs made) {
            return criteriaTable(taken<std::optional<CriteriaAnswer>>(made, 0), asOf);
        });
    case FigureKind::communeRanking:
        return figures(tables, layerId, {ranking()},
                       [](JobInputs made) { return communeRankingTable(taken<std::optional<CommuneRanking>>(made, 0)); });
    case FigureKind::candidates:
        return figures(tables, layerId, {candidates()}, [district = district_](JobInputs made) {
            return candidatesTable(*district, taken<std::vector<Candidate>>(made, 0));
        });
    case FigureKind::gap:
        return figures(tables, layerId, {gaps()},
                       [district = district_, audience = resultRequest_.audience, layer = std::string(layerId)](JobInputs made) {
                           return gapTable(*district, answerOf(taken<Gaps>(made, 0), layer), audience);
                       });
    }
    return {};
}

std::string Planning::chart(std::string_view layerId) {
    const auto kind = figureKind(layerId);
    if (!kind) return {};
    const auto charts = &Analysis::charts;
    const auto district = district_;
    const Audience audience = resultRequest_.audience;
    switch (*kind) {
    case FigureKind::donatedLand:
        return figures(charts, layerId, {acquisitionOn(asOf_)},
                       [district](JobInputs made) { return landChart(*district, taken<std::vector<RoadAcquisition>>(made, 0)); });
    case FigureKind::newRoads:
        return figures(charts, layerId, {}, [district, asOf = asOf_](JobInputs) { return worksChart(*district, asOf); });
    case FigureKind::gardens:
        return figures(charts, layerId, {}, [context = context_, audience](JobInputs) { return gardensChart(context, audience); });
    case FigureKind::houses:
        return figures(charts, layerId, {}, [context = context_, audience](JobInputs) { return housesChart(context, audience); });
    case FigureKind::greenRoutes:
        return figures(charts, layerId, {}, [context = context_](JobInputs) { return greenRoutesChart(context); });
    case FigureKind::criteria:
        return figures(charts, layerId, {criteria()}, [district](JobInputs made) {
            return criteriaChart(*district, taken<std::optional<CriteriaAnswer>>(made, 0));
        });
    case FigureKind::communeRanking:
        return figures(charts, layerId, {ranking()}, [district](JobInputs made) {
            return communeRankingChart(*district, taken<std::optional<CommuneRanking>>(made, 0));
        });
    case FigureKind::candidates:
        return figures(charts, layerId, {candidates()},
                       [district](JobInputs made) { return candidatesChart(*district, taken<std::vector<Candidate>>(made, 0)); });
    case FigureKind::gap:
        return figures(charts, layerId, {gaps()}, [district, audience, layer = std::string(layerId)](JobInputs made) {
            return gapChart(*district, answerOf(taken<Gaps>(made, 0), layer), audience);
        });
    }
    return {};
}

void Planning::tableAndChart(std::string_view layerId) {
    table(layerId);
    chart(layerId);
}

} // namespace banlang::viewer::detail
