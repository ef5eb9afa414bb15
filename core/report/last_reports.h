// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/progress/progress.h"
#include "core/report/report_table.h"

#include <vector>

namespace banlang {

/// A last column with the day of the last report of a programme from the unit of each row; days before `stale` count as too old.
void addLastReports(ReportTable& table, const std::vector<AdminUnitProgress>& units, Programme programme, Date stale);

} // namespace banlang
