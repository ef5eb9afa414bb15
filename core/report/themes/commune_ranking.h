// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report_chart.h"
#include "core/report/report_request.h"
#include "core/report/report_table.h"

namespace banlang {

[[nodiscard]] ReportWords communeRankingWords();
/// A row per commune with rank and points, best first; no rows where there is no ranking yet.
[[nodiscard]] ReportTable communeRankingTable(const ReportRequest& request);
/// Points by programme, filled up to the full score.
[[nodiscard]] ReportChart communeRankingChart(const ReportRequest& request);

} // namespace banlang
