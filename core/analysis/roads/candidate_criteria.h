// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/roads/candidates.h"

#include <vector>

namespace banlang {

/// Roads that may be upgraded, with their raw criteria; rank, score and reasons still empty.
/// - A household is served by a road within 200 m of it when no hardened road is nearer.
/// - Isolated: households of villages whose only way to their commune centre takes this road.
/// - Time saved: minutes that the stretch on this road takes less once hardened, on the fastest way of the villages that use it,
/// mean
///   over their households.
[[nodiscard]] std::vector<Candidate> candidatesWithCriteria(const AnalysisContext& context);

/// What a village's way to its commune centre owes to each road.
struct RoadCriticality {
    double isolatedHouseholds = 0;
    double timeSavedMin = 0; ///< mean over householdsThrough
    double householdsThrough = 0;
};
[[nodiscard]] std::vector<RoadCriticality> roadCriticality(const AnalysisContext& context, const std::vector<bool>& asked);

struct ServedHouseholds {
    double households = 0;
    double poor = 0;
};
[[nodiscard]] std::vector<ServedHouseholds> householdsServedByRoad(const AnalysisContext& context);

/// The strongest reasons of each candidate, in words.
[[nodiscard]] std::vector<Bilingual> reasonsOf(const Candidate& candidate, const std::vector<double>& contribution);

} // namespace banlang
