// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "layers/themes/gap_table.h"
#include "viewer/results/table_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

// Tables of green routes, criteria, commune ranking, roads to upgrade, and of who was left out.

namespace banlang::viewer {
namespace {

Label stateLabel(GreenRouteState state) {
    switch (state) {
    case GreenRouteState::recognised:
        return {"đã công nhận", "recognised"};
    case GreenRouteState::registered:
        return {"đăng ký", "registered"};
    case GreenRouteState::lapsed:
        return {"không còn đạt", "lapsed"};
    }
    return {};
}

double pointsOf(const CommuneRanking& ranking, const CommuneRankingRow& row, std::string_view programme) {
    double points = 0;
    for (std::size_t i = 0; i < row.parts.size() && i < ranking.rules.indicators.size(); ++i) {
        if (ranking.rules.indicators[i].programme == programme) points += row.parts[i].points;
    }
    return points;
}

} // namespace

TableModel greenRoutesTable(const AnalysisContext& context) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    TableModel table = tableOf(FigureKind::greenRoutes);
    table.counted = {"tuyến", "routes"};
    table.columns = {{"name", {"Tuyến", "Route"}, CellKind::text, 0, 210},
                     {"commune", {"Xã", "Commune"}, CellKind::text, 0, 130},
                     {"state", {"Trạng thái", "State"}, CellKind::text, 0, 104},
                     {"length_km", {"Dài, km", "Length, km"}, CellKind::number, 2, 76},
                     {"registered", {"Đăng ký", "Registered"}, CellKind::date, 0, 84},
                     {"recognised", {"Công nhận", "Recognised"}, CellKind::date, 0, 84}};
    table.totals = {{{"dài, km", "length, km"}, 3}};
    const FeatureTable& routes = district.table(Role::greenRoutes);
    for (const std::uint32_t row : countedRows(context, Role::greenRoutes)) {
        const auto state = greenRouteState(routes, row, asOf);
        if (!state) continue;
        const std::int32_t road = linkedRow(district.linksOf(Role::greenRoutes).road, row);
        const bool placed = road != notLinked;
        std::string name = placed ? roadName(district, static_cast<std::size_t>(road)) : std::string();
        const MapTarget target =
            placed ? MapTarget{Role::roads, static_cast<std::uint32_t>(road)} : MapTarget{Role::greenRoutes, row};
        TableRow line{target,
                      {textCell(std::move(name)), textCell(communeName(district, Role::greenRoutes, row)),
                       labelCell(stateLabel(*state)), TableCell{}, dateCell(routes.dateAt(fields::greenRoutes.registeredOn, row)),
                       dateCell(routes.dateAt(fields::greenRoutes.recognisedOn, row))}};
        line.cells[3] = placed ? numberCell(lengthM(district.table(Role::roads).geometry, target.row) / 1000)
                               : labelCell({"chưa rõ tuyến", "road unknown"});
        if (line.cells[5].date > asOf) line.cells[5].date = {};
        table.rows.push_back(std::move(line));
    }
    return table;
}

TableModel criteriaTable(const std::optional<CriteriaAnswer>& answer, Date asOf) {
    TableModel table = tableOf(FigureKind::criteria);
    table.counted = {"xã", "communes"};
    table.columns = {{"name", {"Xã", "Commune"}, CellKind::text, 0, 180},
                     {"met", {"Đạt", "Met"}, CellKind::number, 0, 64},
                     {"not_lasting", {"Chưa bền vững", "Not lasting"}, CellKind::number, 0, 96},
                     {"not_met", {"Chưa đạt", "Not met"}, CellKind::number, 0, 72},
                     {"no_result", {"Chưa có kết quả", "No result"}, CellKind::number, 0, 100},
                     {"due", {"Đến hạn chưa đạt", "Due, not met"}, CellKind::number, 0, 108},
                     {"share", {"Đạt, %", "Met, %"}, CellKind::percentBar, 0, 116}};
    if (!answer) return table;
    const int year = toYmd(asOf).year;
    for (const CommuneCriteria& commune : answer->communes) {
        TableRow row{{Role::communes, commune.commune}, {textCell(commune.name)}};
        if (!commune.hasResult()) {
            addNote(row, {"chưa có kết quả, không phải 0", "no result, not 0"}, table.columns.size() - 1);
        } else {
            for (std::size_t state = 0; state < criterionStateCount; ++state)
                row.cells.push_back(numberCell(static_cast<double>(commune.count(static_cast<CriterionState>(state)))));
            row.cells.push_back(numberCell(static_cast<double>(
                std::ranges::count_if(commune.criteria, [&](const CriterionStatus& status) { return status.dueNotMet(year); }))));
            row.cells.push_back(
                shareCell(static_cast<double>(commune.count(CriterionState::met)), static_cast<double>(commune.criteria.size())));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

TableModel communeRankingTable(const std::optional<CommuneRanking>& ranking) {
    TableModel table = tableOf(FigureKind::communeRanking);
    table.counted = {"xã", "communes"};
    table.columns = {{"name", {"Xã", "Commune"}, CellKind::text, 0, 180},
                     {"rank", {"Hạng", "Rank"}, CellKind::number, 0, 60},
                     {"score", {"Điểm", "Points"}, CellKind::number, 1, 70},
                     {"ntm", {"Nông thôn mới", "New rural"}, CellKind::number, 1, 100},
                     {"gardens", {"Cải tạo vườn", "Gardens"}, CellKind::number, 1, 92},
                     {"housing", {"Nhà ở", "Housing"}, CellKind::number, 1, 70}};
    if (!ranking) return table;
    for (const CommuneRankingRow& commune : ranking->rows) {
        if (commune.commune == notLinked) continue;
        TableRow row{{Role::communes, static_cast<std::uint32_t>(commune.commune)}, {textCell(commune.name)}};
        if (!commune.score) {
            addNote(row, {"chưa có báo cáo, không phải 0 điểm", "no report, not zero points"}, table.columns.size() - 1);
        } else {
            row.cells.push_back(numberCell(commune.rank));
            row.cells.push_back(numberCell(*commune.score));
            for (const std::string_view programme : {"ntm", "gardens", "housing"})
                row.cells.push_back(numberCell(pointsOf(*ranking, commune, programme)));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

TableModel candidatesTable(const District& district, const std::vector<Candidate>& candidates) {
    TableModel table = tableOf(FigureKind::candidates);
    table.counted = {"tuyến", "roads"};
    table.columns = {{"name", {"Tuyến", "Road"}, CellKind::text, 0, 200},
                     {"commune", {"Xã", "Commune"}, CellKind::text, 0, 120},
                     {"class", {"Cấp", "Class"}, CellKind::text, 0, 42},
                     {"length_km", {"Dài, km", "Length, km"}, CellKind::number, 2, 72},
                     {"rank", {"Hạng", "Rank"}, CellKind::number, 0, 54},
                     {"best", {"Cao nhất", "Best"}, CellKind::number, 0, 66},
                     {"worst", {"Thấp nhất", "Worst"}, CellKind::number, 0, 70},
                     {"score", {"Điểm", "Score"}, CellKind::number, 2, 60}};
    table.totals = {{{"dài, km", "length, km"}, 3}};
    const FeatureTable& roads = district.table(Role::roads);
    for (const Candidate& candidate : candidates) {
        table.rows.push_back(
            {{Role::roads, candidate.road},
             {textCell(roadName(district, candidate.road)), textCell(communeName(district, Role::roads, candidate.road)),
              textCell(std::string(roads.textAt(fields::roads.managementClass, candidate.road))),
              numberCell(lengthM(roads.geometry, candidate.road) / 1000), numberCell(candidate.rank),
              numberCell(candidate.bestRank), numberCell(candidate.worstRank), numberCell(candidate.score)}});
    }
    return table;
}

TableModel gapTable(const District& district, const Gap& gap, Audience audience) {
    TableModel table = tableOf(FigureKind::gap);
    table.id = fmt::format("{}{}", gapPrefix, gap.id);
    table.title = gap.title;
    table.counted = {"xã", "communes"};
    table.columns = {{"name", {"Xã", "Commune"}, CellKind::text, 0, 190},
                     {"examined", {"Được xét", "Asked about"}, CellKind::number, 0, 86},
                     {"not_reached", {"Chưa tới", "Not reached"}, CellKind::number, 0, 86},
                     {"at_risk", {"Có nguy cơ", "At risk"}, CellKind::number, 0, 86},
                     {"reached", {"Đã tới", "Reached"}, CellKind::number, 0, 76},
                     {"share", {"Đã tới, %", "Reached, %"}, CellKind::percentBar, 0, 116}};
    const bool ofHousehold = isOfHousehold(gap);
    if (!ofHousehold) table.totals = {{{"được xét", "asked about"}, 1}, {{"chưa tới", "not reached"}, 2}};
    for (const AdminUnitGapCount& unit : gap.byAdminUnit) {
        if (unit.level != Role::communes || unit.row == notLinked) continue;
        const auto atRisk = static_cast<std::size_t>(
            std::ranges::count_if(gap.items, [&](const GapItem& item) { return item.atRisk && item.commune == unit.row; }));
        const std::array<std::size_t, 3> parts{unit.count - std::min(atRisk, unit.count), atRisk,
                                               unit.examined - std::min(unit.count, unit.examined)};
        const std::vector<bool> hidden = hiddenParts(ofHousehold ? audience : Audience::workingGroup, parts);
        TableRow row{{Role::communes, static_cast<std::uint32_t>(unit.row)},
                     {textCell(fullName(district.table(Role::communes), static_cast<std::size_t>(unit.row))),
                      numberCell(static_cast<double>(unit.examined))}};
        for (std::size_t i = 0; i < parts.size(); ++i) {
            row.cells.push_back(numberCell(static_cast<double>(parts[i])));
            row.cells.back().hidden = hidden[i];
        }
        // A share beside a hidden count would give the count away.
        const bool shows = std::ranges::find(hidden, true) == hidden.end();
        row.cells.push_back(shows ? shareCell(static_cast<double>(parts[2]), static_cast<double>(unit.examined)) : TableCell{});
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace banlang::viewer
