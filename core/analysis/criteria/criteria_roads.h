// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/criteria/criteria.h"

namespace banlang {

/// The road indicators of a set for each row of communes, computed from the network: a road counts for the commune it is linked to,
/// whole, also where it runs on into the next. A finished work of a hardening kind makes its stretch hardened from its last day on.
[[nodiscard]] std::vector<std::vector<RoadRatio>> roadRatios(const AnalysisContext& context, const CriteriaSet& set);

} // namespace banlang
