// SPDX-License-Identifier: MIT
#include "core/report/themes/green_routes.h"

#include "core/analysis/quality/excluded_records.h"
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "core/model/record_names.h"
#include "core/report/report_cells.h"

namespace banlang {
namespace {

Label stateWord(GreenRouteState state) {
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

ReportRow rowOf(const District& district, std::uint32_t route, GreenRouteState state, Date asOf) {
    const FeatureTable& routes = district.table(Role::greenRoutes);
    const std::int32_t linked = linkedRow(district.linksOf(Role::greenRoutes).road, route);
    const bool placed = linked != notLinked;
    const auto road = static_cast<std::uint32_t>(linked);
    const Date recognised = routes.dateAt(fields::greenRoutes.recognisedOn, route);
    return {placed ? RecordRef{Role::roads, road} : RecordRef{Role::greenRoutes, route},
            {textCell(placed ? roadName(district, road) : std::string()), textCell(communeName(district, Role::greenRoutes, route)),
             wordCell(stateWord(state)),
             placed ? figureCell(lengthM(district.table(Role::roads).geometry, road) / 1000)
                    : noteCell(CellState::unknown, {"chưa rõ tuyến", "road unknown"}),
             dayCell(routes.dateAt(fields::greenRoutes.registeredOn, route)), dayCell(recognised > asOf ? Date{} : recognised)}};
}

} // namespace

ReportWords greenRoutesWords() {
    return {{"Tuyến xanh - sạch - đẹp", "Green routes"},
            {"Tuyến xanh theo xã, % km đăng ký", "Green routes by commune, % of registered km"},
            {{"Chưa có tuyến xanh - sạch - đẹp nào đến ngày này.", "There are no green routes up to this day."},
             {"Nạp danh sách tuyến xanh - sạch - đẹp.", "Import the list of green routes."}}};
}

ReportTable greenRoutesTable(const ReportRequest& request) {
    const AnalysisContext& context = request.analysis;
    ReportTable table = tableUnder(greenRoutesWords());
    table.counted = {"tuyến", "routes"};
    table.columns = {{"name", {"Tuyến", "Route"}},
                     {"commune", {"Xã", "Commune"}},
                     {"state", {"Trạng thái", "State"}},
                     {"length_km", {"Dài, km", "Length, km"}, ColumnKind::number, 2, "km"},
                     {"registered", {"Đăng ký", "Registered"}, ColumnKind::date},
                     {"recognised", {"Công nhận", "Recognised"}, ColumnKind::date}};
    addTotal(table, "length_km", {"dài, km", "length, km"});
    for (const std::uint32_t route : countedRows(context, Role::greenRoutes)) {
        if (const auto state = greenRouteState(context.district().table(Role::greenRoutes), route, context.asOf()))
            table.rows.push_back(rowOf(context.district(), route, *state, context.asOf()));
    }
    addSums(table);
    return table;
}

ReportChart greenRoutesChart(const ReportRequest& request) {
    const District& district = request.analysis.district();
    ReportChart chart = chartUnder(greenRoutesWords(), district,
                                   {{"Đã công nhận", "Recognised"}, {"Đăng ký", "Registered"}, {"Không còn đạt", "Lapsed"}});
    chart.amountTitle = {"công nhận, km", "recognised, km"};
    chart.amountDecimals = 1;
    chart.partUnit = {"km", "km"};
    chart.partDecimals = 1;
    const TableLinks& links = district.linksOf(Role::greenRoutes);
    for (const std::uint32_t route : countedRows(request.analysis, Role::greenRoutes)) {
        const auto state = greenRouteState(district.table(Role::greenRoutes), route, request.analysis.asOf());
        const std::int32_t commune = linkedRow(links.commune, route);
        const std::int32_t road = linkedRow(links.road, route);
        if (!state || commune == notLinked || road == notLinked) continue;
        const double km = lengthM(district.table(Role::roads).geometry, static_cast<std::size_t>(road)) / 1000;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
        bar.parts[static_cast<std::size_t>(*state)] += km;
        if (*state == GreenRouteState::recognised) bar.amount += km;
    }
    closeBars(chart, request.analysis, request.audience);
    return chart;
}

} // namespace banlang
