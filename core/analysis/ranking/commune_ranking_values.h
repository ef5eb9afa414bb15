// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/ranking/commune_ranking.h"

namespace banlang {

/// What the records say about one indicator in one commune.
struct CommuneRankingValue {
    std::optional<double> value; ///< nothing: no report
    std::optional<double> target;
};

/// For each indicator of the rules the values by row of communes. The day lies in the year that is the period.
[[nodiscard]] Result<std::vector<std::vector<CommuneRankingValue>>> communeRankingValues(const AnalysisContext& context);

} // namespace banlang
