// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report_chart.h"
#include "core/report/report_request.h"
#include "core/report/report_table.h"

namespace banlang {

[[nodiscard]] ReportWords housesWords();
/// A row per village with counts of supported houses by the steps they have taken; small counts are hidden.
[[nodiscard]] ReportTable housesTable(const ReportRequest& request);
/// Houses by step and commune; the amount is how many are late.
[[nodiscard]] ReportChart housesChart(const ReportRequest& request);

} // namespace banlang
