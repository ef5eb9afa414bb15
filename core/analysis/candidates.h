// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"
#include "core/model/district.h"

#include <string>
#include <string_view>
#include <vector>

namespace banlang {

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

struct Candidate {
    std::uint32_t road = 0;
    std::string id;
    std::string name;
    int rank = 0;            ///< from 1
    double score = 0;        ///< 0 - 1, weighted mean of min-max normalised criteria
    std::vector<double> raw; ///< in the order of upgradeCriteria(); NaN = not known
    int bestRank = 0;        ///< over all changes of one weight by -20 % or +20 %
    int worstRank = 0;
    std::vector<Bilingual> reasons; ///< the strongest two or three, in words with figures
};

/// All roads that may be upgraded (unhardened, or narrower than their class asks), best first; ties by id.
[[nodiscard]] std::vector<Candidate> upgradeCandidates(const District& district, Date asOf, const Weights& weights);

} // namespace banlang
