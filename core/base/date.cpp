// SPDX-License-Identifier: MIT
#include "core/base/date.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

namespace banlang {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

std::optional<std::array<int, 3>> threeNumbers(std::string_view text, std::string_view separators) {
    std::array<int, 3> numbers{};
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto [next, error] = std::from_chars(at, end, numbers[i]);
        if (error != std::errc{} || next == at) return std::nullopt;
        at = next;
        if (i + 1 == numbers.size()) break;
        if (at == end || separators.find(*at) == std::string_view::npos) return std::nullopt;
        ++at;
    }
    const bool onlyMidnightFollows = at == end || *at == ' ' || *at == 'T';
    if (!onlyMidnightFollows) return std::nullopt;
    return numbers;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

} // namespace

Date Date::fromYmd(int yearNumber, int monthNumber, int dayNumber) {
    if (yearNumber < 1 || yearNumber > 9999 || monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > 31) return {};
    const year_month_day date{year(yearNumber), month(static_cast<unsigned>(monthNumber)), day(static_cast<unsigned>(dayNumber))};
    if (!date.ok()) return {};
    return {static_cast<std::int32_t>(sys_days(date).time_since_epoch().count())};
}

YearMonthDay toYmd(Date date) {
    const year_month_day ymd{sys_days(days(date.daysSince1970))};
    return {int(ymd.year()), static_cast<int>(unsigned(ymd.month())), static_cast<int>(unsigned(ymd.day()))};
}

int isoWeekday(Date date) {
    return static_cast<int>(std::chrono::weekday(sys_days(days(date.daysSince1970))).iso_encoding());
}

std::optional<Date> parseDate(std::string_view text) {
    text = trim(text);
    const bool yearFirst = text.find_first_not_of("0123456789") == 4;
    const auto numbers = threeNumbers(text, yearFirst ? "-/" : "/.-");
    if (!numbers) return std::nullopt;
    const auto [first, second, third] = *numbers;
    const Date date = yearFirst ? Date::fromYmd(first, second, third) : Date::fromYmd(third, second, first);
    if (!date.known() || toYmd(date).year < 1000) return std::nullopt;
    return date;
}

std::string toIso(Date date) {
    if (!date.known()) return {};
    const auto [y, m, d] = toYmd(date);
    return fmt::format("{:04}-{:02}-{:02}", y, m, d);
}

std::string toVietnamese(Date date) {
    if (!date.known()) return {};
    const auto [y, m, d] = toYmd(date);
    return fmt::format("{}/{}/{}", d, m, y);
}

} // namespace banlang
