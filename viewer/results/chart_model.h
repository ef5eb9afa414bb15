// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/criteria/criteria.h"
#include "core/analysis/gaps/gaps.h"
#include "core/analysis/land/right_of_way_acquisition.h"
#include "core/analysis/ranking/commune_ranking.h"
#include "core/analysis/roads/candidates.h"
#include "core/base/bilingual.h"
#include "layers/audience.h"
#include "viewer/document/figure_kinds.h"
#include "viewer/map/map_target.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang::viewer {

struct ChartBar {
    MapTarget unit;
    std::string name;
    std::vector<double> parts; ///< in the order of the theme's legend; all zero: no report
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

[[nodiscard]] ChartModel landChart(const District& district, const std::vector<RoadAcquisition>& acquisitions);
[[nodiscard]] ChartModel worksChart(const District& district, Date asOf);
[[nodiscard]] ChartModel gardensChart(const AnalysisContext& context, Audience audience);
/// Amounts are the late ones.
[[nodiscard]] ChartModel housesChart(const AnalysisContext& context, Audience audience);
[[nodiscard]] ChartModel greenRoutesChart(const AnalysisContext& context);
[[nodiscard]] ChartModel criteriaChart(const District& district, const std::optional<CriteriaAnswer>& answer);
[[nodiscard]] ChartModel communeRankingChart(const District& district, const std::optional<CommuneRanking>& ranking);
[[nodiscard]] ChartModel candidatesChart(const District& district, const std::vector<Candidate>& candidates);
[[nodiscard]] ChartModel gapChart(const District& district, const Gap& gap, Audience audience);

} // namespace banlang::viewer
