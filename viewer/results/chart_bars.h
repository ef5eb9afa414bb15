// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/counted_commune.h"
#include "viewer/results/chart_model.h"

// What charts of communes are made of.

namespace banlang::viewer {

/// Without bars, under the name of its theme.
[[nodiscard]] inline ChartModel chartOf(FigureKind kind, Label amountTitle, int amountDecimals = 0) {
    return {std::string(id(kind)), wordsOf(kind).chart, amountTitle, amountDecimals, {}, {}};
}

/// A bar for each commune with nothing in it.
[[nodiscard]] inline std::vector<ChartBar> emptyBars(const District& district, std::size_t partCount) {
    const FeatureTable& communes = district.table(Role::communes);
    std::vector<ChartBar> bars;
    for (std::uint32_t row = 0; row < communes.rowCount; ++row) {
        bars.push_back({{Role::communes, row}, fullName(communes, row), std::vector<double>(partCount, 0.0), 0, false});
    }
    return bars;
}

/// The commune that counts a record.
[[nodiscard]] inline std::int32_t communeCounting(const District& district, Role role, std::size_t row) {
    return countedCommune(district.linksOf(Role::villages).commune, district.linksOf(role), row);
}

/// Small counts of households stay grey for those who may not know them.
inline void hideSmallCounts(ChartModel& chart, Audience audience) {
    for (ChartBar& bar : chart.bars) {
        for (const double part : bar.parts) bar.hidden = bar.hidden || mustHide(audience, static_cast<std::size_t>(part));
    }
}

} // namespace banlang::viewer
