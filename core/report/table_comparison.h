// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report_table.h"

#include <string_view>
#include <vector>

namespace banlang {

/// Which figure of a table is set beside that of an earlier day, and what makes room for it.
struct TableComparison {
    Date day;
    std::string_view column;
    std::vector<std::string_view> dropped;
};
/// The table with two columns after the compared one: the figure of the earlier day, "<id>_before", and the change since,
/// "<id>_change". Without a figure on either day there is no change, not zero; a hidden figure hides the change.
[[nodiscard]] ReportTable compared(const ReportTable& now, const ReportTable& before, const TableComparison& comparison);

} // namespace banlang
