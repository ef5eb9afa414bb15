// SPDX-License-Identifier: MIT
#include "core/report/themes/candidates.h"
#include "core/report/themes/commune_ranking.h"
#include "core/report/themes/criteria.h"
#include "core/report/themes/donated_land.h"
#include "core/report/themes/gaps.h"
#include "core/report/themes/green_routes.h"
#include "core/report/themes/houses.h"
#include "core/report/themes/new_roads.h"
#include "core/report/themes/renovated_gardens.h"
#include "viewer/document/figure_kinds.h"
#include "viewer/results/planning.h"

// The table and the chart of every theme. Each kind of figures is named, so that none can stand in for another.

namespace banlang::viewer::detail {
namespace {

struct ThemeReport {
    std::function<ReportTable(const ReportRequest&)> table;
    std::function<ReportChart(const ReportRequest&)> chart;
};

ThemeReport gapReport(std::string_view layerId) {
    const GapQuestion* question = gapQuestion(layerId.substr(gapPrefix.size()));
    if (question == nullptr) return {};
    return {[question](const ReportRequest& request) { return gapTable(request, *question); },
            [question](const ReportRequest& request) { return gapChart(request, *question); }};
}

/// Empty where a layer has no figures.
ThemeReport reportOf(std::string_view layerId) {
    const auto kind = figureKind(layerId);
    if (!kind) return {};
    switch (*kind) {
    case FigureKind::donatedLand:
        return {donatedLandTable, donatedLandChart};
    case FigureKind::newRoads:
        return {newRoadsTable, newRoadsChart};
    case FigureKind::gardens:
        return {renovatedGardensTable, renovatedGardensChart};
    case FigureKind::houses:
        return {housesTable, housesChart};
    case FigureKind::greenRoutes:
        return {greenRoutesTable, greenRoutesChart};
    case FigureKind::criteria:
        return {criteriaTable, criteriaChart};
    case FigureKind::communeRanking:
        return {communeRankingTable, communeRankingChart};
    case FigureKind::candidates:
        return {candidatesTable, candidatesChart};
    case FigureKind::gap:
        return gapReport(layerId);
    }
    return {};
}

} // namespace

std::string Planning::table(std::string_view layerId) {
    const auto make = reportOf(layerId).table;
    if (!make) return {};
    const std::string part = fmt::format("table/{}", layerId);
    return add(
        part, fmt::format("{}/{}", compared(part), id(resultRequest_.audience)), {},
        [make, request = report(), layer = std::string(layerId)](JobInputs) {
            ReportTable made = make(request);
            made.id = layer;
            return made;
        },
        into(&Analysis::tables, layerId));
}

std::string Planning::chart(std::string_view layerId) {
    const auto make = reportOf(layerId).chart;
    if (!make) return {};
    const std::string part = fmt::format("chart/{}", layerId);
    return add(
        part, fmt::format("{}/{}", on(part, asOf_), id(resultRequest_.audience)), {},
        [make, request = report(), layer = std::string(layerId)](JobInputs) {
            ReportChart made = make(request);
            made.id = layer;
            return made;
        },
        into(&Analysis::charts, layerId));
}

void Planning::tableAndChart(std::string_view layerId) {
    table(layerId);
    chart(layerId);
}

} // namespace banlang::viewer::detail
