// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/candidates.h"

#include <vector>

namespace banlang {

/// Criteria by position in upgradeCriteria().
enum CriterionIndex : std::uint8_t {
    householdsServed,
    isolatedHouseholds,
    timeSavedMin,
    landDonatedShare,
    widthGapM,
    unhardened,
    poorCondition,
    poorShare,
    classImportance,
    criterionCount,
};

/// Roads that may be upgraded, with their raw criteria; rank, score and reasons still empty.
/// - A household is served by a road within 200 m of it when no hardened road is nearer.
/// - Isolated: households of villages whose only way to their commune centre takes this road.
/// - Time saved: minutes that the stretch on this road takes less once hardened, on the fastest way of the villages that use it,
/// mean
///   over their households.
[[nodiscard]] std::vector<Candidate> candidatesWithCriteria(const District& district, Date asOf);

/// What a village's way to its commune centre owes to each road.
struct RoadRole {
    double isolatedHouseholds = 0;
    double timeSavedMin = 0; ///< mean over householdsThrough
    double householdsThrough = 0;
};
[[nodiscard]] std::vector<RoadRole> roadRoles(const District& district, const std::vector<bool>& asked);

struct Served {
    double households = 0;
    double poor = 0;
};
[[nodiscard]] std::vector<Served> householdsServedByRoad(const District& district);

/// The strongest reasons of each candidate, in words.
[[nodiscard]] std::vector<Bilingual> reasonsOf(const Candidate& candidate, const std::vector<double>& contribution);

} // namespace banlang
