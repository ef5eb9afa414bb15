// SPDX-License-Identifier: MIT
#include "core/text/numbers.h"

#include "core/text/keys.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace banlang {
namespace {

/// What stands for a character of a number in texts from Excel, web pages and East Asian keyboards; '\0' stands for nothing.
struct Substitution {
    std::string_view written;
    char read;
};
constexpr std::array<Substitution, 9> substitutions = {{{"\u00A0", '\0'},
                                                        {"\u202F", '\0'},
                                                        {"\u2009", '\0'},
                                                        {"\u3000", '\0'},
                                                        {"\u2212", '-'},
                                                        {"\uFF0C", ','},
                                                        {"\uFF0E", '.'},
                                                        {"\uFF0D", '-'},
                                                        {"\u2019", '\''}}};

/// Full-width ０ to ９ are EF BC 90 to EF BC 99.
bool isFullWidthDigit(std::string_view text) {
    constexpr unsigned char zero = 0x90;
    return text.size() >= 3 && text.starts_with("\xEF\xBC") && static_cast<unsigned char>(text[2]) >= zero &&
           static_cast<unsigned char>(text[2]) < zero + 10;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Excel marks a number kept as text by an apostrophe in front; some write 1'250'000.
void dropApostrophes(std::string& digits) {
    if (digits.starts_with('\'')) digits.erase(0, 1);
    for (std::size_t at = digits.find('\''); at != std::string::npos; at = digits.find('\'', at)) {
        const bool threeFollow =
            at + 3 < digits.size() && std::all_of(digits.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                                  digits.begin() + static_cast<std::ptrdiff_t>(at) + 4, isDigit);
        const bool groups =
            at > 0 && isDigit(digits[at - 1]) && threeFollow && (at + 4 == digits.size() || !isDigit(digits[at + 4]));
        if (!groups) return;
        digits.erase(at, 1);
    }
}

std::string tight(std::string_view text) {
    std::string digits;
    while (!text.empty()) {
        const auto* const substitution = std::find_if(substitutions.begin(), substitutions.end(),
                                                      [&](const Substitution& each) { return text.starts_with(each.written); });
        if (substitution != substitutions.end()) {
            if (substitution->read != '\0') digits += substitution->read;
            text.remove_prefix(substitution->written.size());
        } else if (isFullWidthDigit(text)) {
            digits += static_cast<char>('0' + (static_cast<unsigned char>(text[2]) - 0x90));
            text.remove_prefix(3);
        } else {
            if (text[0] != ' ' && text[0] != '\t') digits += text[0];
            text.remove_prefix(1);
        }
    }
    dropApostrophes(digits);
    return digits;
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

template <std::size_t size> bool isOneOf(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Accents count: "đá" and "đất" are surfaces and land, not "đã" and "đạt".
std::optional<double> yesOrNo(std::string_view text) {
    constexpr std::array<std::string_view, 16> yes = {"có",  "x", "v", "yes", "true", "đúng", "rồi", "đã",
                                                      "đạt", "✓", "✔", "co",  "dung", "roi",  "da",  "dat"};
    constexpr std::array<std::string_view, 11> no = {"không",     "no",       "false", "sai",       "chưa", "chưa đạt",
                                                     "không đạt", "chua dat", "khong", "khong dat", "chua"};
    constexpr std::size_t longest = 16;
    if (text.size() > longest) return std::nullopt;
    const std::string word = nameKey(text);
    if (isOneOf(yes, word)) return 1;
    if (isOneOf(no, word)) return 0;
    return std::nullopt;
}

bool partOfNumber(char c) {
    return isDigit(c) || c == '.' || c == ',';
}

} // namespace

void DecimalMarkVote::seeNumber(std::string_view digits) {
    const bool dots = digits.find('.') != std::string_view::npos;
    const bool commas = digits.find(',') != std::string_view::npos;
    if (dots && commas) {
        ++(digits.rfind(',') > digits.rfind('.') ? comma_ : dot_);
    } else if (dots && !groupsThousands(digits, '.')) {
        ++dot_;
    } else if (commas && !groupsThousands(digits, ',')) {
        ++comma_;
    } else if (std::count(digits.begin(), digits.end(), dots ? '.' : ',') > 1) {
        ++(dots ? comma_ : dot_); // 1.234.567: a mark that comes twice separates thousands
    } else if (dots || commas) {
        ++open_;
    }
}

void DecimalMarkVote::see(std::string_view value) {
    const bool plain = std::all_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (plain && value.find_first_of(".,") == std::string_view::npos) return;
    const std::string text = tight(value);
    for (auto at = text.begin(); at != text.end();) {
        const auto first = std::find_if(at, text.end(), isDigit);
        auto last = std::find_if_not(first, text.end(), partOfNumber);
        at = last;
        while (last != first && !isDigit(*(last - 1))) --last;
        if (last != first) seeNumber({&*first, static_cast<std::size_t>(last - first)});
    }
}

std::optional<double> parseNumber(std::string_view text, DecimalMark mark) {
    std::string digits = tight(text);
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
