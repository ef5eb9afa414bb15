// SPDX-License-Identifier: MIT
#include "viewer/results/chart_model.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/model/as_of.h"
#include "viewer/results/chart_bars.h"
#include "viewer/results/table_model.h"

#include <algorithm>
#include <cmath>

namespace banlang::viewer {
bool ChartModel::saysAnything() const {
    return std::ranges::any_of(
        bars, [](const ChartBar& bar) { return std::ranges::any_of(bar.parts, [](double part) { return part > 0; }); });
}

ChartModel landChart(const District& district, const std::vector<RoadAcquisition>& acquisitions) {
    ChartModel chart = chartOf(FigureKind::donatedLand, {"còn cần, m²", "to do, m²"});
    chart.parts = {
        {"Đã chỉnh lý GCN", "Certificate updated"}, {"Đã hiến", "Donated"}, {"Đã cam kết", "Pledged"}, {"Còn cần", "Still needed"}};
    chart.bars = emptyBars(district, chart.parts.size());
    for (const RoadAcquisition& acquisition : acquisitions) {
        for (const ParcelAcquisition& parcel : acquisition.parcels) {
            const std::int32_t commune = linkedRow(district.linksOf(Role::parcels).commune, parcel.parcel);
            if (commune == notLinked) continue;
            ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
            for (std::size_t state = 0; state < landStates; ++state) bar.parts[state] += parcel.byStateM2[state];
            bar.amount += parcel.byStateM2[static_cast<std::size_t>(LandState::needed)];
        }
    }
    return chart;
}

ChartModel worksChart(const District& district, Date asOf) {
    ChartModel chart = chartOf(FigureKind::newRoads, {"còn làm, km", "to do, km"}, 1);
    chart.parts = {{"Xong", "Done"}, {"Đang làm", "Under way"}, {"Kế hoạch", "Planned"}};
    chart.bars = emptyBars(district, chart.parts.size());
    const TableModel works = worksTable(district, asOf);
    const FeatureTable& table = district.table(Role::roadWorks);
    std::size_t line = 0;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const auto state = workState(table, row, asOf);
        if (!state) continue;
        const double km = works.rows[line++].cells[4].number;
        const std::int32_t commune = linkedRow(district.linksOf(Role::roadWorks).commune, row);
        if (commune == notLinked || std::isnan(km)) continue;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
        bar.parts[static_cast<std::size_t>(*state)] += km;
        if (*state != WorkState::finished) bar.amount += km;
    }
    return chart;
}

ChartModel gardensChart(const AnalysisContext& context, Audience audience) {
    const District& district = context.district();
    const Date asOf = context.asOf();
    ChartModel chart = chartOf(FigureKind::gardens, {"vườn xong", "done"});
    chart.parts = {{"Đã xong", "Done"}, {"Đang làm", "In progress"}, {"Đăng ký", "Registered"}, {"Bỏ dở", "Lapsed"}};
    chart.bars = emptyBars(district, chart.parts.size());
    const FeatureTable& gardens = district.table(Role::gardens);
    for (const std::uint32_t row : countedRows(context, Role::gardens)) {
        const auto state = gardenState(gardens, row, asOf);
        const std::int32_t commune = communeCounting(district, Role::gardens, row);
        if (commune == notLinked || !state) continue;
        ChartBar& bar = chart.bars[static_cast<std::size_t>(commune)];
        bar.parts[static_cast<std::size_t>(*state)] += 1;
    }
    for (ChartBar& bar : chart.bars) bar.amount = bar.parts[0];
    hideSmallCounts(chart, audience);
    return chart;
}

} // namespace banlang::viewer
