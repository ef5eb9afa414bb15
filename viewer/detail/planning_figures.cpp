// SPDX-License-Identifier: MIT
#include "core/analysis/gap_rules.h"
#include "viewer/detail/planning.h"

#include <algorithm>

// Tables and charts of every theme. Each kind of figures is named, so that none can stand in for another.

namespace banlang::viewer::detail {
namespace {

/// The answer that a layer of questions shows.
const Gap& answerOf(const std::vector<Gap>& gaps, std::string_view layerId) {
    static const Gap none;
    const auto found = std::ranges::find(gaps, layerId.substr(gapPrefix.size()), &Gap::id);
    return found == gaps.end() ? none : *found;
}

} // namespace

std::string Planning::landTableOnDays() {
    std::vector<std::string> after{landTakeOn(asOf_)};
    if (wish_.compareWith) after.push_back(landTakeOn(*wish_.compareWith));
    return add(
        "table/donated-land", compared("table/donated-land"), std::move(after),
        [district = district_, asOf = asOf_, before = wish_.compareWith](Taken made) {
            using Takes = std::vector<RoadLandTake>;
            TableModel now = landTable(*district, taken<Takes>(made, 0), asOf);
            if (!before) return now;
            return viewer::compared(now, landTable(*district, taken<Takes>(made, 1), *before),
                                    {*before, "donated_m2", {"class", "length_km", "households"}});
        },
        into(&Analysis::tables, "donated-land"));
}

std::string Planning::gardensTableOnDays() {
    std::vector<std::string> after{progressOfUnits()};
    const Date stale{asOf_.daysSince1970 - gapRules(rules_).staleDays};
    return add(
        "table/renovated-gardens", fmt::format("{}/{}", compared("table/renovated-gardens"), id(wish_.audience)), std::move(after),
        [district = district_, asOf = asOf_, before = wish_.compareWith, audience = wish_.audience, stale](Taken made) {
            TableModel model = gardensTable(*district, asOf, audience);
            if (before) model = viewer::compared(model, gardensTable(*district, *before, audience), {*before, "finished", {}});
            addLastReports(model, taken<std::vector<UnitProgress>>(made, 0), Programme::gardens, stale);
            return model;
        },
        into(&Analysis::tables, "renovated-gardens"));
}

std::string Planning::worksTableOnDays() {
    return add(
        "table/new-roads", compared("table/new-roads"), {},
        [district = district_, asOf = asOf_, before = wish_.compareWith](Taken) {
            TableModel now = worksTable(*district, asOf);
            return before ? viewer::compared(now, worksTable(*district, *before), {*before, "percent", {"planned"}}) : now;
        },
        into(&Analysis::tables, "new-roads"));
}

std::string Planning::housesTableOnDays() {
    return add(
        "table/houses", fmt::format("{}/{}", compared("table/houses"), id(wish_.audience)), {},
        [district = district_, asOf = asOf_, before = wish_.compareWith, audience = wish_.audience](Taken) {
            TableModel now = housesTable(*district, asOf, audience);
            return before ? viewer::compared(now, housesTable(*district, *before, audience),
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
        return figures(tables, layerId, {},
                       [district = district_, asOf = asOf_](Taken) { return greenRoutesTable(*district, asOf); });
    case FigureKind::criteria:
        return figures(tables, layerId, {criteria()},
                       [asOf = asOf_](Taken made) { return criteriaTable(taken<std::optional<CriteriaAnswer>>(made, 0), asOf); });
    case FigureKind::emulation:
        return figures(tables, layerId, {standing()},
                       [](Taken made) { return emulationTable(taken<std::optional<EmulationStanding>>(made, 0)); });
    case FigureKind::candidates:
        return figures(tables, layerId, {candidates()}, [district = district_](Taken made) {
            return candidatesTable(*district, taken<std::vector<Candidate>>(made, 0));
        });
    case FigureKind::gap:
        return figures(tables, layerId, {gaps()},
                       [district = district_, audience = wish_.audience, layer = std::string(layerId)](Taken made) {
                           return gapTable(*district, answerOf(taken<std::vector<Gap>>(made, 0), layer), audience);
                       });
    }
    return {};
}

std::string Planning::chart(std::string_view layerId) {
    const auto kind = figureKind(layerId);
    if (!kind) return {};
    const auto charts = &Analysis::charts;
    const auto district = district_;
    const Audience audience = wish_.audience;
    switch (*kind) {
    case FigureKind::donatedLand:
        return figures(charts, layerId, {landTakeOn(asOf_)},
                       [district](Taken made) { return landChart(*district, taken<std::vector<RoadLandTake>>(made, 0)); });
    case FigureKind::newRoads:
        return figures(charts, layerId, {}, [district, asOf = asOf_](Taken) { return worksChart(*district, asOf); });
    case FigureKind::gardens:
        return figures(charts, layerId, {},
                       [district, asOf = asOf_, audience](Taken) { return gardensChart(*district, asOf, audience); });
    case FigureKind::houses:
        return figures(charts, layerId, {},
                       [district, asOf = asOf_, audience](Taken) { return housesChart(*district, asOf, audience); });
    case FigureKind::greenRoutes:
        return figures(charts, layerId, {}, [district, asOf = asOf_](Taken) { return greenRoutesChart(*district, asOf); });
    case FigureKind::criteria:
        return figures(charts, layerId, {criteria()},
                       [district](Taken made) { return criteriaChart(*district, taken<std::optional<CriteriaAnswer>>(made, 0)); });
    case FigureKind::emulation:
        return figures(charts, layerId, {standing()}, [district](Taken made) {
            return emulationChart(*district, taken<std::optional<EmulationStanding>>(made, 0));
        });
    case FigureKind::candidates:
        return figures(charts, layerId, {candidates()},
                       [district](Taken made) { return candidatesChart(*district, taken<std::vector<Candidate>>(made, 0)); });
    case FigureKind::gap:
        return figures(charts, layerId, {gaps()}, [district, audience, layer = std::string(layerId)](Taken made) {
            return gapChart(*district, answerOf(taken<std::vector<Gap>>(made, 0), layer), audience);
        });
    }
    return {};
}

void Planning::tableAndChart(std::string_view layerId) {
    table(layerId);
    chart(layerId);
}

} // namespace banlang::viewer::detail
