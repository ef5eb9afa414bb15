// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/district.h"

#include <memory>
#include <string>
#include <vector>

namespace banlang {

class AnalysisContext;

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

/// All roads that may be upgraded (unhardened, or narrower than their class asks) under the weights of the rules, best first; ties
/// by id. Kept.
[[nodiscard]] std::shared_ptr<const std::vector<Candidate>> upgradeCandidates(const AnalysisContext& context);

} // namespace banlang
