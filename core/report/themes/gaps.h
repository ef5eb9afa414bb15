// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gaps/gaps.h"
#include "core/report/report_chart.h"
#include "core/report/report_request.h"
#include "core/report/report_table.h"

namespace banlang {

/// Of all questions together; tables and charts of one are called by its title.
[[nodiscard]] ReportWords gapWords();
/// A row per commune that was asked about: how many were reached and how many not. Small counts of households are hidden.
[[nodiscard]] ReportTable gapTable(const ReportRequest& request, const GapQuestion& question);
/// Reached, at risk and not reached, by commune.
[[nodiscard]] ReportChart gapChart(const ReportRequest& request, const GapQuestion& question);

} // namespace banlang
