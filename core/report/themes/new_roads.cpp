// SPDX-License-Identifier: MIT
#include "core/report/themes/new_roads.h"

#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "core/model/record_names.h"
#include "core/report/report_cells.h"
#include "core/report/table_comparison.h"

#include <cmath>
#include <limits>

namespace banlang {
namespace {

Label stateWord(WorkState state) {
    switch (state) {
    case WorkState::finished:
        return {"xong", "done"};
    case WorkState::underWay:
        return {"đang làm", "under way"};
    case WorkState::planned:
        break;
    }
    return {"kế hoạch", "planned"};
}

/// Between its two chainages, else of the whole road; NaN where neither is known.
double workLengthM(const District& district, std::size_t work) {
    const FeatureTable& works = district.table(Role::roadWorks);
    const double from = works.numberAt(fields::roadWorks.fromM, work);
    const double to = works.numberAt(fields::roadWorks.toM, work);
    if (std::isfinite(from) && std::isfinite(to) && to > from) return to - from;
    const std::int32_t road = linkedRow(district.linksOf(Role::roadWorks).road, work);
    if (road == notLinked) return std::numeric_limits<double>::quiet_NaN();
    return lengthM(district.table(Role::roads).geometry, static_cast<std::size_t>(road));
}

ReportRow rowOf(const District& district, std::uint32_t work, WorkState state, Date asOf) {
    const FeatureTable& works = district.table(Role::roadWorks);
    const std::int32_t road = linkedRow(district.linksOf(Role::roadWorks).road, work);
    const std::string_view name = works.textAt(fields::roadWorks.name, work);
    const auto percent = workPercent(works, work, asOf);
    const Date reported = works.dateAt(fields::roadWorks.reportedOn, work);
    return {road == notLinked ? RecordRef{Role::roadWorks, work} : RecordRef{Role::roads, static_cast<std::uint32_t>(road)},
            {textCell(!name.empty() || road == notLinked ? std::string(name) : roadName(district, static_cast<std::size_t>(road))),
             textCell(communeName(district, Role::roadWorks, work)),
             wordCell(workKind(works, work) == WorkKind::newRoad ? Label{"mở mới", "new"} : Label{"nâng cấp", "upgrade"}),
             wordCell(stateWord(state)), figureCell(workLengthM(district, work) / 1000),
             percent ? figureCell(*percent) : noteCell(CellState::notReported, {"chưa báo cáo", "no report"}),
             dayCell(works.dateAt(fields::roadWorks.plannedFinish, work)), dayCell(reported > asOf ? Date{} : reported)}};
}

ReportTable onDay(const AnalysisContext& context) {
    ReportTable table = tableUnder(newRoadsWords());
    table.counted = {"công trình", "works"};
    table.columns = {{"name", {"Công trình", "Work"}},
                     {"commune", {"Xã", "Commune"}},
                     {"kind", {"Việc", "Kind"}},
                     {"state", {"Trạng thái", "State"}},
                     {"length_km", {"Dài, km", "Length, km"}, ColumnKind::number, 2, "km"},
                     {"percent", {"Đã làm, %", "Done, %"}, ColumnKind::percent, 0, "percent"},
                     {"planned", {"Hạn", "Due"}, ColumnKind::date},
                     {"reported", {"Báo cáo", "Reported"}, ColumnKind::date}};
    addTotal(table, "length_km", {"dài, km", "length, km"});
    const FeatureTable& works = context.district().table(Role::roadWorks);
    for (std::uint32_t work = 0; work < works.rowCount; ++work) {
        if (const auto state = workState(works, work, context.asOf()))
            table.rows.push_back(rowOf(context.district(), work, *state, context.asOf()));
    }
    addSums(table);
    return table;
}

} // namespace

ReportWords newRoadsWords() {
    return {{"Công trình đường", "Road works"},
            {"Đường theo xã, % kế hoạch", "Roads by commune, % of plan"},
            {{"Chưa có công trình đường nào đến ngày này.", "There are no road works up to this day."},
             {"Nạp danh sách công trình đường.", "Import the list of road works."}}};
}

ReportTable newRoadsTable(const ReportRequest& request) {
    ReportTable now = onDay(request.analysis);
    const auto day = request.analysis.compareWith();
    return day ? compared(now, onDay(request.analysis.on(*day)), {*day, "percent", {"planned"}}) : now;
}

ReportChart newRoadsChart(const ReportRequest& request) {
    const District& district = request.analysis.district();
    ReportChart chart =
        chartUnder(newRoadsWords(), district, {{"Xong", "Done"}, {"Đang làm", "Under way"}, {"Kế hoạch", "Planned"}});
    chart.amountTitle = {"còn làm, km", "to do, km"};
    chart.amountDecimals = 1;
    chart.partUnit = {"km", "km"};
    chart.partDecimals = 1;
    const FeatureTable& works = district.table(Role::roadWorks);
    for (std::size_t work = 0; work < works.rowCount; ++work) {
        const auto state = workState(works, work, request.analysis.asOf());
        const std::int32_t commune = linkedRow(district.linksOf(Role::roadWorks).commune, work);
        const double km = workLengthM(district, work) / 1000;
        if (!state || commune == notLinked || std::isnan(km)) continue;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
        bar.parts[static_cast<std::size_t>(*state)] += km;
        if (*state != WorkState::finished) bar.amount += km;
    }
    closeBars(chart, request.analysis, request.audience);
    return chart;
}

UnitFigureSet newRoadsFigures() {
    return {.columns = {{"roads_done_km", {"Đã xong, km", "Done, km"}, true},
                        {"roads_under_way_km", {"Đang làm, km", "Under way, km"}, true}},
            .earlier = {"Ngày trước, km", "Earlier day, km"}};
}

} // namespace banlang
