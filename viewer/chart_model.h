// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/candidates.h"
#include "core/analysis/criteria.h"
#include "core/analysis/emulation.h"
#include "core/analysis/gaps.h"
#include "core/analysis/land_take.h"
#include "core/base/bilingual.h"
#include "layers/audience.h"
#include "viewer/figure_kinds.h"
#include "viewer/map/map_target.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang::viewer {

struct ChartBar {
    MapTarget unit;
    std::string name;
    std::vector<double> parts; ///< in the order of the programme's legend; all zero: no report
    double amount = 0;         ///< printed at the right
    bool hidden = false;       ///< too few for this audience: the bar stays grey
};

/// Stacked bars, one per commune, each filled to 100 % of what the commune has to do.
struct ChartModel {
    std::string id; ///< of the layer that it belongs to
    Label title;
    Label amountTitle;
    int amountDecimals = 0;
    std::vector<Label> parts;
    std::vector<ChartBar> bars; ///< by commune, in the order of the table of communes

    [[nodiscard]] bool saysAnything() const; ///< some bar has a part
};

[[nodiscard]] ChartModel landChart(const District& district, const std::vector<RoadLandTake>& takes);
[[nodiscard]] ChartModel worksChart(const District& district, Date asOf);
[[nodiscard]] ChartModel gardensChart(const District& district, Date asOf, Audience audience);
/// Amounts are the late ones.
[[nodiscard]] ChartModel housesChart(const District& district, Date asOf, Audience audience);
[[nodiscard]] ChartModel greenRoutesChart(const District& district, Date asOf);
[[nodiscard]] ChartModel criteriaChart(const District& district, const std::optional<CriteriaAnswer>& answer);
[[nodiscard]] ChartModel emulationChart(const District& district, const std::optional<EmulationStanding>& standing);
[[nodiscard]] ChartModel candidatesChart(const District& district, const std::vector<Candidate>& candidates);
[[nodiscard]] ChartModel gapChart(const District& district, const Gap& gap, Audience audience);

} // namespace banlang::viewer
