// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report_chart.h"
#include "core/report/report_request.h"
#include "core/report/report_table.h"

namespace banlang {

[[nodiscard]] ReportWords criteriaWords();
/// A row per commune with counts of criteria by state, under the set in force; no rows when no set was yet.
[[nodiscard]] ReportTable criteriaTable(const ReportRequest& request);
/// Criteria by state and commune.
[[nodiscard]] ReportChart criteriaChart(const ReportRequest& request);

} // namespace banlang
