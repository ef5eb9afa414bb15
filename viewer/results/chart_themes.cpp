// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/geo/measure.h"
#include "core/model/as_of.h"
#include "layers/themes/gap_table.h"
#include "viewer/results/chart_bars.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

// Charts of the themes that are counted in things of their own: houses, routes, criteria, points, roads to come, gaps.

namespace banlang::viewer {

ChartModel housesChart(const AnalysisContext& context, Audience audience) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    ChartModel chart = chartOf(FigureKind::houses, {"trễ hạn", "late"});
    chart.parts = {{"Hoàn thành", "Finished"},  {"Xong mái", "Roof"},     {"Xong tường", "Walls"},
                   {"Xong móng", "Foundation"}, {"Khởi công", "Started"}, {"Chưa làm", "Not started"}};
    chart.bars = emptyBars(district, chart.parts.size());
    const FeatureTable& houses = district.table(Role::houses);
    for (const std::uint32_t row : countedRows(context, Role::houses)) {
        const std::int32_t commune = communeCounting(district, Role::houses, row);
        if (commune == notLinked) continue;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
        bar.parts[static_cast<std::size_t>(houseStepCount - 1 - houseStep(houses, row, asOf))] += 1;
        if (houseIsLate(houses, row, asOf)) bar.amount += 1;
    }
    hideSmallCounts(chart, audience);
    for (ChartBar& bar : chart.bars) bar.hidden = bar.hidden || mustHide(audience, static_cast<std::size_t>(bar.amount));
    return chart;
}

ChartModel greenRoutesChart(const AnalysisContext& context) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    ChartModel chart = chartOf(FigureKind::greenRoutes, {"công nhận, km", "recognised, km"}, 1);
    chart.parts = {{"Đã công nhận", "Recognised"}, {"Đăng ký", "Registered"}, {"Không còn đạt", "Lapsed"}};
    chart.bars = emptyBars(district, chart.parts.size());
    const FeatureTable& routes = district.table(Role::greenRoutes);
    const TableLinks& links = district.linksOf(Role::greenRoutes);
    for (const std::uint32_t row : countedRows(context, Role::greenRoutes)) {
        const auto state = greenRouteState(routes, row, asOf);
        const std::int32_t commune = linkedRow(links.commune, row);
        const std::int32_t road = linkedRow(links.road, row);
        if (!state || commune == notLinked || road == notLinked) continue;
        const double km = lengthM(district.table(Role::roads).geometry, static_cast<std::size_t>(road)) / 1000;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
        bar.parts[static_cast<std::size_t>(*state)] += km;
        if (*state == GreenRouteState::recognised) bar.amount += km;
    }
    return chart;
}

ChartModel criteriaChart(const District& district, const std::optional<CriteriaAnswer>& answer) {
    ChartModel chart = chartOf(FigureKind::criteria, {"đạt", "met"});
    for (const CriterionState state :
         {CriterionState::met, CriterionState::metNotLasting, CriterionState::notMet, CriterionState::noResult})
        chart.parts.push_back(label(state));
    chart.bars = emptyBars(district, chart.parts.size());
    if (!answer) return chart;
    for (const CommuneCriteria& commune : answer->communes) {
        if (!commune.hasResult()) continue;
        ChartBar& bar = chart.bars[commune.commune];
        for (std::size_t state = 0; state < criterionStateCount; ++state)
            bar.parts[state] = static_cast<double>(commune.count(static_cast<CriterionState>(state)));
        bar.amount = bar.parts[0];
    }
    return chart;
}

ChartModel communeRankingChart(const District& district, const std::optional<CommuneRanking>& ranking) {
    constexpr double fullScore = 100;
    constexpr std::array<std::string_view, 3> programmes{"ntm", "gardens", "housing"};
    ChartModel chart = chartOf(FigureKind::communeRanking, {"điểm", "points"}, 1);
    chart.parts = {{"Nông thôn mới", "New rural"}, {"Cải tạo vườn", "Gardens"}, {"Nhà ở", "Housing"}, {"Chưa có điểm", "Not won"}};
    chart.bars = emptyBars(district, chart.parts.size());
    if (!ranking) return chart;
    for (const CommuneRankingRow& row : ranking->rows) {
        if (row.commune == notLinked || !row.score) continue;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(row.commune)];
        double won = 0;
        for (std::size_t i = 0; i < row.parts.size() && i < ranking->rules.indicators.size(); ++i) {
            const auto* const programme = std::ranges::find(programmes, ranking->rules.indicators[i].programme);
            // What was taken off is told by the score.
            if (programme == programmes.end() || row.parts[i].points <= 0) continue;
            bar.parts[static_cast<std::size_t>(programme - programmes.begin())] += row.parts[i].points;
            won += row.parts[i].points;
        }
        bar.parts.back() = std::max(0.0, fullScore - won);
        bar.amount = *row.score;
    }
    return chart;
}

ChartModel candidatesChart(const District& district, const std::vector<Candidate>& candidates) {
    constexpr std::array<int, 3> lastRankOf{3, 7, 12};
    ChartModel chart = chartOf(FigureKind::candidates, {"tổng, km", "all, km"}, 1);
    chart.parts = {{"Hạng 1–3", "Rank 1–3"}, {"Hạng 4–7", "Rank 4–7"}, {"Hạng 8–12", "Rank 8–12"}, {"Còn lại", "The others"}};
    chart.bars = emptyBars(district, chart.parts.size());
    for (const Candidate& candidate : candidates) {
        const std::int32_t commune = linkedRow(district.linksOf(Role::roads).commune, candidate.road);
        if (commune == notLinked) continue;
        const double km = lengthM(district.table(Role::roads).geometry, candidate.road) / 1000;
        const auto* const rank = std::ranges::find_if(lastRankOf, [&](int last) { return candidate.rank <= last; });
        ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
        bar.parts[static_cast<std::size_t>(rank - lastRankOf.begin())] += km;
        bar.amount += km;
    }
    return chart;
}

ChartModel gapChart(const District& district, const Gap& gap, Audience audience) {
    ChartModel chart = chartOf(FigureKind::gap, {"còn sót", "not reached"});
    chart.id = fmt::format("{}{}", gapPrefix, gap.id);
    chart.title = gap.title;
    chart.parts = {{"Đã tới", "Reached"}, {"Có nguy cơ", "At risk"}, {"Chưa tới", "Not reached"}};
    chart.bars = emptyBars(district, chart.parts.size());
    for (const AdminUnitGapCount& unit : gap.byAdminUnit) {
        if (unit.level != Role::communes || unit.row == notLinked) continue;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(unit.row)];
        bar.parts[0] = static_cast<double>(unit.examined - std::min(unit.count, unit.examined));
        bar.parts[2] = static_cast<double>(unit.count);
        bar.amount = static_cast<double>(unit.count);
    }
    for (const GapItem& item : gap.items) {
        if (!item.atRisk || item.commune == notLinked) continue;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(item.commune)];
        bar.parts[1] += 1;
        bar.parts[2] -= 1;
    }
    if (isOfHousehold(gap)) hideSmallCounts(chart, audience);
    return chart;
}

} // namespace banlang::viewer
