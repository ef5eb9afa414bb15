// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report_chart.h"
#include "core/report/report_request.h"
#include "core/report/report_table.h"
#include "core/report/unit_figures.h"

namespace banlang {

[[nodiscard]] ReportWords newRoadsWords();
/// A row per work that had begun or was planned by the day.
[[nodiscard]] ReportTable newRoadsTable(const ReportRequest& request);
/// Kilometres by state of the works of each commune.
[[nodiscard]] ReportChart newRoadsChart(const ReportRequest& request);
/// Roads finished and under way, by unit.
[[nodiscard]] UnitFigureSet newRoadsFigures();

} // namespace banlang
