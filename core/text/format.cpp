// SPDX-License-Identifier: MIT
#include "core/text/format.h"

#include <fmt/format.h>

#include <cmath>

namespace banlang {

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

} // namespace banlang
