// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"
#include "core/model/report_resolution.h"

#include <span>
#include <vector>

namespace banlang::detail {

/// What a report that comes in is beside those that are known of its record.
enum class ArrivalKind : std::uint8_t { newer, confirmed, unchanged, corrected, conflict, waiting };

struct Arrival {
    ArrivalKind kind = ArrivalKind::unchanged;
    std::vector<std::uint32_t> supersedes; ///< indices of known reports whose place it takes
    std::uint64_t held = 0;                ///< fields that have to wait for the day of the report
};

/// Sets the last of `reports` against those before it. `sameImport`: one per report, those that came together with it: none of them
/// knows the other. What was measured and says no day stands beside a known value only when a person tells the day; whatever else
/// differs for the same day, or without one, corrects what was known.
[[nodiscard]] Arrival compareArrival(const RecordKind& kind, const FeatureTable& values, std::span<const RecordReport> reports,
                                     std::span<const Supersession> supersessions, const std::vector<bool>& sameImport);

} // namespace banlang::detail
