// SPDX-License-Identifier: MIT
#include "core/text/formula_escape.h"

#include <algorithm>
#include <iterator>

namespace banlang {
namespace {

constexpr char guard = '\'';

bool startsFormula(std::string_view text) {
    static constexpr std::string_view leads[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    return std::any_of(std::begin(leads), std::end(leads), [&](std::string_view lead) { return text.starts_with(lead); });
}

bool mayEndCell(char letter) {
    return std::string_view(",;|\t\r\n\"").find(letter) != std::string_view::npos;
}

/// Guards that are there already count as text, so that one is always the newest.
std::string changedGuards(std::string_view text, bool add) {
    std::string result;
    bool cellStarts = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (cellStarts) {
            const std::size_t first = std::min(text.find_first_not_of(guard, at), text.size());
            const bool dangerous = startsFormula(text.substr(first));
            if (dangerous && add) result += guard;
            if (dangerous && !add && first > at) ++at;
        }
        result += text[at];
        cellStarts = mayEndCell(text[at]);
    }
    return result;
}

} // namespace

std::string escapeFormulas(std::string_view text) {
    return changedGuards(text, true);
}

std::string unescapeFormulas(std::string_view text) {
    return changedGuards(text, false);
}

} // namespace banlang
