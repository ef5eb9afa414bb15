// SPDX-License-Identifier: MIT
#include "core/intake/ditto.h"

#include "core/text/keys.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// "00901", "0090102-008": not "1", which may be a name.
bool isCode(std::string_view text) {
    constexpr std::ptrdiff_t fewestDigits = 4;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return std::count_if(text.begin(), text.end(), isDigit) >= fewestDigits &&
           text.find_first_not_of("0123456789-._ ") == std::string_view::npos;
}

bool saysAsAbove(std::string_view text) {
    constexpr std::size_t longest = 24;
    if (text.empty() || text.size() > longest) return false;
    std::string word = withoutDiacritics(text);
    std::erase_if(word, [](char c) { return c == ' ' || c == '-' || c == '.'; });
    constexpr std::array<std::string_view, 13> marks = {"\"", "''", "”",  "“",   "’’",      "‘‘",   ",,",
                                                        "〃", "″",  "nt", "n/t", "nhutren", "ditto"};
    return std::find(marks.begin(), marks.end(), word) != marks.end();
}

template <class Takes> TextValues filled(const TextValues& values, Takes&& takesAbove) {
    TextValues result;
    std::string above;
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (takesAbove(values[row])) {
            result.append(above.empty() ? values[row] : std::string_view(above));
            continue;
        }
        result.append(values[row]);
        if (!isBlank(values[row])) above = values[row];
    }
    return result;
}

} // namespace

void fillDitto(Column& texts) {
    texts.text = filled(texts.text, saysAsAbove);
}

bool groupsRows(const Column& texts) {
    if (texts.text.size() == 0 || isBlank(texts.text[0])) return false;
    for (std::size_t row = 0; row < texts.text.size(); ++row) {
        const std::string_view text = texts.text[row];
        if (isBlank(text)) continue;
        if (isCode(text) || (row > 0 && text == texts.text[row - 1])) return false;
    }
    return true;
}

std::size_t fillDown(Column& texts) {
    std::size_t blanks = 0;
    bool below = false;
    for (std::size_t row = 0; row < texts.text.size(); ++row) {
        const bool blank = isBlank(texts.text[row]);
        blanks += blank && below ? 1U : 0U;
        below = below || !blank;
    }
    texts.text = filled(texts.text, isBlank);
    return blanks;
}

} // namespace banlang
