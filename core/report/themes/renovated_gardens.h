// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report_chart.h"
#include "core/report/report_request.h"
#include "core/report/report_table.h"
#include "core/report/unit_figures.h"

namespace banlang {

[[nodiscard]] ReportWords renovatedGardensWords();
/// A row per village with counts of gardens by state; small counts are hidden, and with them the share.
[[nodiscard]] ReportTable renovatedGardensTable(const ReportRequest& request);
/// Gardens by state and commune.
[[nodiscard]] ReportChart renovatedGardensChart(const ReportRequest& request);
/// Gardens by state, by unit.
[[nodiscard]] UnitFigureSet renovatedGardensFigures();

} // namespace banlang
