// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report_chart.h"
#include "core/report/report_request.h"
#include "core/report/report_table.h"
#include "core/report/unit_figures.h"

namespace banlang {

[[nodiscard]] ReportWords donatedLandWords();
/// Land that roads need and what became of it: a row per road that has works or donations. With an earlier day what was donated
/// then stands beside what is now.
[[nodiscard]] ReportTable donatedLandTable(const ReportRequest& request);
/// Square metres by state of land, by the commune where the parcels lie.
[[nodiscard]] ReportChart donatedLandChart(const ReportRequest& request);
/// Land given and pledged, by unit.
[[nodiscard]] UnitFigureSet donatedLandFigures();

} // namespace banlang
