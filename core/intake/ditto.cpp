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

bool repeatsTexts(const Column& texts) {
    for (std::size_t row = 1; row < texts.text.size(); ++row) {
        if (!isBlank(texts.text[row]) && texts.text[row] == texts.text[row - 1]) return true;
    }
    return false;
}

void fillDown(Column& texts) {
    texts.text = filled(texts.text, isBlank);
}

} // namespace banlang
