// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/progress/progress.h"
#include "core/analysis/units/areal_apportionment.h"
#include "core/base/result.h"

#include <string_view>
#include <vector>

namespace banlang {

/// One indicator of the communes in force on a day, and what belongs to none of them.
struct CommuneValues {
    Indicator district; ///< the indicator, of the whole district
    std::vector<AdminUnitValue> values;
    std::vector<UnapportionedValue> apart; ///< of units not in force, and of records that are linked to no commune
};
/// Fails with "unknown-indicator", naming those there are.
[[nodiscard]] Result<CommuneValues> communeValues(const AnalysisContext& context, std::string_view indicatorId);

} // namespace banlang
