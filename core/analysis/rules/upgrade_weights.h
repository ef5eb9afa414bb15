// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
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

/// Why a road should be upgraded, in raw figures. Each id is also the name of its weight in a weights file (TOML, [weights]).
struct UpgradeCriterion {
    std::string_view
        id; ///< "households_served", "width_gap_m", "surface", "class", "condition", "land_donated_share", "poor_share" ...
    Label label;
    std::string_view unit;
    double defaultWeight = 0;
};
[[nodiscard]] std::span<const UpgradeCriterion> upgradeCriteria();

struct Weights {
    std::vector<double> values; ///< in the order of upgradeCriteria(); any scale, only their ratios count
};
[[nodiscard]] Weights defaultWeights();
[[nodiscard]] Result<Weights> readWeights(const std::string& tomlFile);

} // namespace banlang
