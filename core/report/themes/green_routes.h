// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report_chart.h"
#include "core/report/report_request.h"
#include "core/report/report_table.h"

namespace banlang {

[[nodiscard]] ReportWords greenRoutesWords();
/// A row per route that was registered by the day.
[[nodiscard]] ReportTable greenRoutesTable(const ReportRequest& request);
/// Kilometres by state and commune; routes whose road is not known have none.
[[nodiscard]] ReportChart greenRoutesChart(const ReportRequest& request);

} // namespace banlang
