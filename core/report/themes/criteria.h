// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/criteria/criteria.h"
#include "core/report/report_chart.h"
#include "core/report/report_request.h"
#include "core/report/report_table.h"

#include <utility>
#include <vector>

namespace banlang {

[[nodiscard]] ReportWords criteriaWords();
/// A row per commune with counts of criteria by state, under the set in force; no rows when no set was yet.
[[nodiscard]] ReportTable criteriaTable(const ReportRequest& request);
/// Criteria by state and commune.
[[nodiscard]] ReportChart criteriaChart(const ReportRequest& request);

/// Indices of the criteria of a commune that are due by the year and not met.
[[nodiscard]] std::vector<std::size_t> dueCriteria(const CommuneCriteria& commune, int year);

/// All communes together.
struct CriteriaSummary {
    std::size_t meetAll = 0;        ///< communes that meet every criterion
    std::vector<std::size_t> metBy; ///< communes that meet each criterion of the set
    /// Communes with criteria that are due by the year and not met, and how many those are; most first.
    std::vector<std::pair<const CommuneCriteria*, std::size_t>> due;
};
/// Points into the answer.
[[nodiscard]] CriteriaSummary criteriaSummary(const CriteriaAnswer& answer, int year);

} // namespace banlang
