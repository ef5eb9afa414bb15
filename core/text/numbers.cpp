// SPDX-License-Identifier: MIT
#include "core/text/numbers.h"

#include "core/text/keys.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace banlang {
namespace {

constexpr std::string_view noBreakSpace = "\u00A0";

std::string withoutSpaces(std::string_view text) {
    std::string tight;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, noBreakSpace.size()) == noBreakSpace) {
            ++i;
        } else if (text[i] != ' ' && text[i] != '\t') {
            tight += text[i];
        }
    }
    return tight;
}

/// Whether `mark` splits the digits into groups as a thousands mark would: one to three, then threes.
bool groupsThousands(std::string_view digits, char mark) {
    const std::size_t first = digits.find(mark);
    if (first == std::string_view::npos) return true;
    if (first == 0 || first > 3 || (first == 1 && digits[0] == '0')) return false;
    for (std::size_t at = first; at < digits.size(); at += 4) {
        const std::string_view group = digits.substr(at + 1, 3);
        const bool three = group.size() == 3 && group.find(mark) == std::string_view::npos;
        const bool ended = at + 4 == digits.size() || (at + 4 < digits.size() && digits[at + 4] == mark);
        if (!three || !ended) return false;
    }
    return true;
}

std::optional<double> yesOrNo(std::string_view text) {
    const std::string word = accentFree(text);
    for (const std::string_view yes : {"co", "x", "yes", "true", "dung", "roi", "da"}) {
        if (word == yes) return 1;
    }
    for (const std::string_view no : {"khong", "no", "false", "sai", "chua"}) {
        if (word == no) return 0;
    }
    return std::nullopt;
}

} // namespace

void DecimalMarkVote::see(std::string_view value) {
    if (value.find_first_of(".,") == std::string_view::npos) return;
    std::string digits = withoutSpaces(value);
    if (digits.starts_with('-') || digits.starts_with('+')) digits.erase(0, 1);
    const bool dots = digits.find('.') != std::string::npos;
    const bool commas = digits.find(',') != std::string::npos;
    if (dots && commas) {
        ++(digits.rfind(',') > digits.rfind('.') ? comma_ : dot_);
    } else if (dots && !groupsThousands(digits, '.')) {
        ++dot_;
    } else if (commas && !groupsThousands(digits, ',')) {
        ++comma_;
    } else if (std::count(digits.begin(), digits.end(), dots ? '.' : ',') > 1) {
        ++(dots ? comma_ : dot_); // 1.234.567: a mark that comes twice separates thousands
    }
}

std::optional<double> parseNumber(std::string_view text, DecimalMark mark) {
    std::string digits = withoutSpaces(text);
    if (digits.empty()) return std::nullopt;
    if (digits.back() == '%') digits.pop_back();
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+')) digits.erase(0, 1);
    const char decimal = mark == DecimalMark::comma ? ',' : '.';
    const char thousands = mark == DecimalMark::comma ? '.' : ',';
    const std::size_t point = std::min(digits.find(decimal), digits.size());
    if (groupsThousands(std::string_view(digits).substr(0, point), thousands)) {
        std::erase(digits, thousands);
    }
    std::replace(digits.begin(), digits.end(), decimal, '.');
    double value = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failure == std::errc{} && end == digits.data() + digits.size() && std::isfinite(value)) return negative ? -value : value;
    return yesOrNo(text);
}

} // namespace banlang
