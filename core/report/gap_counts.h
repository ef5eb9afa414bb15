// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gaps/gaps.h"
#include "core/report/report_request.h"

#include <vector>

namespace banlang {

/// What a question found in one unit.
struct GapCount {
    Role unit = Role::villages; ///< villages; communes for what has no village
    std::int32_t row = notLinked;
    std::size_t missed = 0;
    std::size_t atRisk = 0;
    bool hidden = false; ///< the audience may not know how many
};
enum class GapLevel : std::uint8_t { village, commune };
/// In order of communes, then villages; what has no place is left out.
[[nodiscard]] std::vector<GapCount> gapCounts(const Gap& gap, GapLevel unit, const ReportRequest& request);

/// The commune of a unit; notLinked for a village of none.
[[nodiscard]] std::int32_t communeOf(const District& district, const GapCount& count);

} // namespace banlang
