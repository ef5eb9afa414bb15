// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace banlang {

/// A calendar day (proleptic Gregorian), or "no date". Four bytes, so that a column of dates is a column of integers.
/// "No date" compares greater than every day: a thing without a date has not happened by any as-of date.
struct Date {
    static constexpr std::int32_t noDay = std::numeric_limits<std::int32_t>::max();

    std::int32_t daysSince1970 = noDay;

    [[nodiscard]] static Date fromYmd(int year, int month, int day); ///< no date when there is no such day
    [[nodiscard]] constexpr bool known() const { return daysSince1970 != noDay; }
    auto operator<=>(const Date&) const = default;
};

struct YearMonthDay {
    int year = 0;
    int month = 0;
    int day = 0;
};
[[nodiscard]] YearMonthDay toYmd(Date date);

/// Day of the week, Monday = 1 ... Sunday = 7, as ISO 8601 counts.
[[nodiscard]] int isoWeekday(Date date);

/// Reads 2022-05-18, 2022/05/18, 18/5/2022, 18.5.2022 and 18-5-2022. Never month before day.
[[nodiscard]] std::optional<Date> parseDate(std::string_view text);

[[nodiscard]] std::string toIso(Date date);        ///< 2022-05-18, empty for no date
[[nodiscard]] std::string toVietnamese(Date date); ///< 18/5/2022, empty for no date

} // namespace banlang
