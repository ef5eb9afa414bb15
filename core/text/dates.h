// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"

#include <optional>
#include <string_view>

namespace banlang {

/// Dates as they stand in office sheets: whatever parseDate reads, 18/05/22, "ngày 18 tháng 5 năm 2022", serial numbers of Excel.
/// A period is its last day: "tháng 5/2022", "quý I/2022", "6 tháng đầu năm 2022", "năm 2021". Never month before day.
[[nodiscard]] std::optional<Date> parseOfficeDate(std::string_view text);

/// Whether a value can only be month/day/year. One such value makes its whole column doubtful: 5/8/2022 beside it is May, too.
[[nodiscard]] bool isMonthFirst(std::string_view text);

} // namespace banlang
