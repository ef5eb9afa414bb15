// SPDX-License-Identifier: MIT
#include "core/report/report_chart.h"

#include "core/analysis/context/analysis_context.h"
#include "core/model/as_of.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace banlang {
namespace {

bool holdsSmallCount(const std::vector<double>& parts, Audience audience) {
    return std::ranges::any_of(parts, [&](double part) { return mustHide(audience, static_cast<std::size_t>(part)); });
}

} // namespace

bool ReportChart::saysAnything() const {
    return std::ranges::any_of(
        bars, [](const ChartBar& bar) { return std::ranges::any_of(bar.parts, [](double part) { return part > 0; }); });
}

DoneShare shareOf(const ReportChart& chart, std::optional<std::uint32_t> commune) {
    DoneShare share;
    share.parts.resize(chart.parts.size());
    for (const ChartBar& bar : chart.bars) {
        if (commune && bar.unit.row != *commune) continue;
        for (std::size_t i = 0; i < share.parts.size(); ++i) share.parts[i] += bar.parts[i];
    }
    if (chart.ofHouseholds && holdsSmallCount(share.parts, Audience::meeting)) return {.state = CellState::hidden, .parts = {}};
    const auto lastDone = share.parts.begin() + static_cast<std::ptrdiff_t>(std::min(chart.doneParts, share.parts.size()));
    share.done = std::accumulate(share.parts.begin(), lastDone, 0.0);
    share.all = std::accumulate(share.parts.begin(), share.parts.end(), 0.0);
    if (share.all <= 0) return share;
    share.state = CellState::value;
    share.percent = std::round(100 * share.done / share.all);
    return share;
}

ReportChart chartUnder(const ReportWords& words, const District& district, std::vector<Label> parts) {
    ReportChart chart{.title = words.chart, .note = words.note, .parts = std::move(parts)};
    const FeatureTable& communes = district.table(Role::communes);
    for (std::uint32_t row = 0; row < communes.rowCount; ++row)
        chart.bars.push_back({{Role::communes, row}, fullName(communes, row), std::vector<double>(chart.parts.size(), 0.0)});
    return chart;
}

void closeBars(ReportChart& chart, const AnalysisContext& context, Audience audience) {
    const FeatureTable& communes = context.district().table(Role::communes);
    std::erase_if(chart.bars, [&](const ChartBar& bar) {
        const bool isEmpty = std::all_of(bar.parts.begin(), bar.parts.end(), [](double part) { return part == 0; });
        return isEmpty && context.asOf().known() && bar.unit.role == Role::communes &&
               !inForce(communes, bar.unit.row, context.asOf());
    });
    for (ChartBar& bar : chart.bars) {
        if (chart.ofHouseholds && holdsSmallCount(bar.parts, audience)) {
            bar.state = CellState::hidden;
        } else if (std::accumulate(bar.parts.begin(), bar.parts.end(), 0.0) > 0) {
            bar.state = CellState::value;
        }
    }
}

} // namespace banlang
