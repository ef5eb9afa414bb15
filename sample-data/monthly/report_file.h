// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/monthly/month_report.h"

namespace banlang::sample {

/// The day as of which a commune's list of a month speaks.
[[nodiscard]] Date reportDay(const ReportedKind& kind, const ReportHabits& habits, int month);

[[nodiscard]] std::string fileNameOf(const MonthReport& report, const ReportHabits& habits); ///< "cong trinh T5.2022.csv"

/// The list as the commune saves it, CSV in UTF-8.
[[nodiscard]] std::string csvOf(const MonthReport& report, const Commune& commune, const ReportHabits& habits);

} // namespace banlang::sample
