// SPDX-License-Identifier: MIT
#include "core/report/themes/candidates.h"

#include "core/analysis/roads/candidates.h"
#include "core/geo/measure.h"
#include "core/model/record_names.h"
#include "core/report/report_cells.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

double lengthKm(const District& district, const Candidate& candidate) {
    return lengthM(district.table(Role::roads).geometry, candidate.road) / 1000;
}

} // namespace

ReportWords candidatesWords() {
    return {{"Tuyến đề xuất theo hạng", "Roads to upgrade by rank"},
            {"Tuyến đề xuất theo xã, % km", "Roads to upgrade by commune, % of km"},
            {{"Không có tuyến nào cần nâng cấp.", "No road has to be upgraded."},
             {"Tuyến đề xuất lấy từ lớp đường: cần cấp, mặt đường và bề rộng.",
              "They come from the roads: class, surface and width have to be known."}}};
}

ReportTable candidatesTable(const ReportRequest& request) {
    const District& district = request.analysis.district();
    ReportTable table = tableUnder(candidatesWords());
    table.counted = {"tuyến", "roads"};
    table.columns = {{"name", {"Tuyến", "Road"}},
                     {"commune", {"Xã", "Commune"}},
                     {"class", {"Cấp", "Class"}},
                     {"length_km", {"Dài, km", "Length, km"}, ColumnKind::number, 2, "km"},
                     {"rank", {"Hạng", "Rank"}, ColumnKind::number},
                     {"best", {"Cao nhất", "Best"}, ColumnKind::number},
                     {"worst", {"Thấp nhất", "Worst"}, ColumnKind::number},
                     {"score", {"Điểm", "Score"}, ColumnKind::number, 2}};
    addTotal(table, "length_km", {"dài, km", "length, km"});
    const FeatureTable& roads = district.table(Role::roads);
    for (const Candidate& candidate : *upgradeCandidates(request.analysis)) {
        table.rows.push_back(
            {{Role::roads, candidate.road},
             {textCell(roadName(district, candidate.road)), textCell(communeName(district, Role::roads, candidate.road)),
              textCell(std::string(roads.textAt(fields::roads.managementClass, candidate.road))),
              figureCell(lengthKm(district, candidate)), figureCell(candidate.rank), figureCell(candidate.bestRank),
              figureCell(candidate.worstRank), figureCell(candidate.score)}});
    }
    addSums(table);
    return table;
}

ReportChart candidatesChart(const ReportRequest& request) {
    constexpr std::array<int, 3> lastRankOf{3, 7, 12};
    const District& district = request.analysis.district();
    ReportChart chart =
        chartUnder(candidatesWords(), district,
                   {{"Hạng 1–3", "Rank 1–3"}, {"Hạng 4–7", "Rank 4–7"}, {"Hạng 8–12", "Rank 8–12"}, {"Còn lại", "The others"}});
    chart.amountTitle = {"tổng, km", "all, km"};
    chart.amountDecimals = 1;
    chart.partUnit = {"km", "km"};
    chart.partDecimals = 1;
    for (const Candidate& candidate : *upgradeCandidates(request.analysis)) {
        const std::int32_t commune = linkedRow(district.linksOf(Role::roads).commune, candidate.road);
        if (commune == notLinked) continue;
        const double km = lengthKm(district, candidate);
        const auto* const rank = std::ranges::find_if(lastRankOf, [&](int last) { return candidate.rank <= last; });
        ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
        bar.parts[static_cast<std::size_t>(rank - lastRankOf.begin())] += km;
        bar.amount += km;
    }
    closeBars(chart, request.analysis, request.audience);
    return chart;
}

} // namespace banlang
