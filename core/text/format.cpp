// SPDX-License-Identifier: MIT
#include "core/text/format.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <optional>

namespace banlang {
namespace {

std::optional<std::tm> localTimeOf(std::string_view isoUtc) {
    std::tm utc{};
    if (std::sscanf(std::string(isoUtc).c_str(), "%d-%d-%dT%d:%d:%d", &utc.tm_year, &utc.tm_mon, &utc.tm_mday, &utc.tm_hour,
                    &utc.tm_min, &utc.tm_sec) != 6)
        return std::nullopt;
    utc.tm_year -= 1900;
    utc.tm_mon -= 1;
    const std::time_t moment = timegm(&utc);
    std::tm local{};
    if (localtime_r(&moment, &local) == nullptr) return std::nullopt;
    return local;
}

Date dayOf(const std::tm& local) {
    return Date::fromYmd(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

} // namespace

std::string formatNumber(double value, int decimals, Language language) {
    if (!std::isfinite(value)) return "–";
    const char thousands = language == Language::vietnamese ? '.' : ',';
    const char decimal = language == Language::vietnamese ? ',' : '.';
    const std::string plain = fmt::format("{:.{}f}", std::abs(value), decimals);
    const bool isZero = plain.find_first_not_of("0.") == std::string::npos;
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string text = value < 0 && !isZero ? "-" : "";
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i < point && i > 0 && (point - i) % 3 == 0) text += thousands;
        text += i == point ? decimal : plain[i];
    }
    return text;
}

std::string formatDate(Date date, Language /*language*/) {
    return toVietnamese(date);
}

std::string formatLocalTime(std::string_view isoUtc, Language language, bool withOffset) {
    const auto local = localTimeOf(isoUtc);
    if (!local) return std::string(isoUtc);
    std::string text = fmt::format("{} {:02}:{:02}", formatDate(dayOf(*local), language), local->tm_hour, local->tm_min);
    if (!withOffset) return text;
    const auto minutes = std::abs(local->tm_gmtoff) / 60;
    return text + fmt::format(" ({}{:02}:{:02})", local->tm_gmtoff < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

Date localDay(std::string_view isoUtc) {
    const auto local = localTimeOf(isoUtc);
    return local ? dayOf(*local) : Date{};
}

} // namespace banlang
