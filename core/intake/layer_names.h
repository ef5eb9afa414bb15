// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/admin_unit_names.h"
#include "core/intake/parse_layer.h"
#include "core/intake/problem_list.h"
#include "core/intake/reports/report_day.h"

#include <optional>

namespace banlang {

/// What may say as of which day the layer speaks.
[[nodiscard]] ReportNames reportNamesOf(const ParsedLayer& layer);
/// What may say of which commune it is; folders above the nearest where nothing nearer names one that is known.
[[nodiscard]] AdminUnitContext contextOf(const ParsedLayer& layer, const KnownAdminUnits& communes);

/// The time of which rows are totals that have no day of their own: a month, a quarter, "5 tháng đầu năm". Nothing for kinds whose
/// rows are no totals, and where the rows have a day.
[[nodiscard]] std::optional<Period> periodOfTotals(const ReportNames& around, Role role, bool hasDays,
                                                   std::optional<Date> reportedOn);
/// Dates such rows by the last day of their time.
void dateTotals(FeatureTable& rows, const Period& period, ProblemList& problems);

/// Enters in a batch as of which day it speaks, and tells of it.
void takeReportTime(const ReportNames& around, std::optional<Date> reportedOn, CheckedBatch& batch, ProblemList& problems);

} // namespace banlang
