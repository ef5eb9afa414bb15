// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report_chart.h"
#include "core/report/report_request.h"
#include "core/report/report_table.h"

namespace banlang {

[[nodiscard]] ReportWords candidatesWords();
/// A row per road that may be upgraded, best first.
[[nodiscard]] ReportTable candidatesTable(const ReportRequest& request);
/// Kilometres by group of ranks and commune.
[[nodiscard]] ReportChart candidatesChart(const ReportRequest& request);

} // namespace banlang
