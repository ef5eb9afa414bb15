// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "core/base/period.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang {

/// As of which day a layer speaks.
struct ReportTime {
    Date day;                     ///< no date: nobody said
    std::optional<Period> period; ///< its figures are totals of this time
    std::optional<Period> month;  ///< it is called after a month: totals without a day of their own are of this time, up to `day`
    std::string foundIn;          ///< the name that says so; empty: a person did, or nobody
    bool yearMissing = false;     ///< `foundIn` names a day or month, and nothing tells of which year
};

/// What stands round a table, nearest first: titles, sheet, file, folders.
struct ReportNames {
    std::vector<std::string> names;
    std::size_t folders = 0; ///< how many of them, the last ones, are folders
};

/// What a person said (`reportedOn`), else what the names say. A month is its last day. A year that is missing may stand in another
/// name; it is never invented. A folder of a year alone ("Năm 2022") says of no day.
[[nodiscard]] ReportTime findReportTime(const ReportNames& around, std::optional<Date> reportedOn);

} // namespace banlang
