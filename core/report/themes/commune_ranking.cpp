// SPDX-License-Identifier: MIT
#include "core/report/themes/commune_ranking.h"

#include "core/analysis/ranking/commune_ranking.h"
#include "core/report/report_cells.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

constexpr std::array<std::string_view, 3> programmes{"ntm", "gardens", "housing"};

double pointsOf(const CommuneRanking& ranking, const CommuneRankingRow& row, std::string_view programme) {
    double points = 0;
    for (std::size_t i = 0; i < row.parts.size() && i < ranking.rules.indicators.size(); ++i) {
        if (ranking.rules.indicators[i].programme == programme) points += row.parts[i].points;
    }
    return points;
}

void addBar(ChartBar& bar, const CommuneRanking& ranking, const CommuneRankingRow& row) {
    constexpr double fullScore = 100;
    double won = 0;
    for (std::size_t i = 0; i < row.parts.size() && i < ranking.rules.indicators.size(); ++i) {
        const auto* const programme = std::ranges::find(programmes, ranking.rules.indicators[i].programme);
        // What was taken off is told by the score.
        if (programme == programmes.end() || row.parts[i].points <= 0) continue;
        bar.parts[static_cast<std::size_t>(programme - programmes.begin())] += row.parts[i].points;
        won += row.parts[i].points;
    }
    bar.parts.back() = std::max(0.0, fullScore - won);
    bar.amount = *row.score;
}

} // namespace

ReportWords communeRankingWords() {
    return {{"Điểm thi đua theo xã", "Emulation points by commune"},
            {"Điểm thi đua theo xã, trên 100", "Emulation points by commune, of 100"},
            {{"Chưa xã nào có điểm thi đua đến ngày này.", "No commune has emulation points up to this day."},
             {"Nạp chỉ tiêu và báo cáo của các xã.", "Import the communes' targets and reports."}}};
}

ReportTable communeRankingTable(const ReportRequest& request) {
    ReportTable table = tableUnder(communeRankingWords());
    table.counted = {"xã", "communes"};
    table.columns = {{"name", {"Xã", "Commune"}},
                     {"rank", {"Hạng", "Rank"}, ColumnKind::number},
                     {"score", {"Điểm", "Points"}, ColumnKind::number, 1, "points"},
                     {"ntm", {"Nông thôn mới", "New rural"}, ColumnKind::number, 1, "points"},
                     {"gardens", {"Cải tạo vườn", "Gardens"}, ColumnKind::number, 1, "points"},
                     {"housing", {"Nhà ở", "Housing"}, ColumnKind::number, 1, "points"}};
    const auto ranking = communeRanking(request.analysis);
    if (!ranking) return table;
    for (const CommuneRankingRow& commune : (*ranking)->rows) {
        if (commune.commune == notLinked) continue;
        ReportRow row{{Role::communes, static_cast<std::uint32_t>(commune.commune)}, {textCell(commune.name)}};
        if (commune.score) {
            row.cells.push_back(figureCell(commune.rank));
            row.cells.push_back(figureCell(*commune.score));
            for (const std::string_view programme : programmes)
                row.cells.push_back(figureCell(pointsOf(**ranking, commune, programme)));
        } else {
            addNote(row, CellState::notReported, {"chưa có báo cáo, không phải 0 điểm", "no report, not zero points"},
                    table.columns.size() - 1);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportChart communeRankingChart(const ReportRequest& request) {
    ReportChart chart = chartUnder(
        communeRankingWords(), request.analysis.district(),
        {{"Nông thôn mới", "New rural"}, {"Cải tạo vườn", "Gardens"}, {"Nhà ở", "Housing"}, {"Chưa có điểm", "Not won"}});
    chart.amountTitle = {"điểm", "points"};
    chart.amountDecimals = 1;
    chart.partUnit = {"điểm", "points"};
    const auto ranking = communeRanking(request.analysis);
    if (!ranking) return chart;
    for (const CommuneRankingRow& row : (*ranking)->rows) {
        if (row.commune != notLinked && row.score) addBar(chart.bars[static_cast<std::size_t>(row.commune)], **ranking, row);
    }
    closeBars(chart, request.analysis, request.audience);
    return chart;
}

} // namespace banlang
