// SPDX-License-Identifier: MIT
#include "core/text/xml_text.h"

#include "core/text/detail/icu_text.h"

#include <algorithm>

namespace banlang {
namespace {

bool isPlain(char c) {
    return (c >= ' ' && c <= '~') || c == '\n' || c == '\t';
}

/// Halves of surrogate pairs come in pairs: reading UTF-8 made them.
bool isXmlUnit(char16_t unit) {
    return unit == u'\t' || unit == u'\n' || (unit >= u' ' && unit != 0x7F && unit < 0xFFFE);
}

} // namespace

std::string xmlText(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), isPlain)) return std::string(text);
    icu::UnicodeString clean = detail::unicodeFromUtf8(text);
    for (std::int32_t i = 0; i < clean.length(); ++i) {
        if (isXmlUnit(clean[i])) continue;
        clean.setCharAt(i, clean[i] < 0x80 ? u' ' : u'\uFFFD');
    }
    return detail::utf8FromUnicode(detail::normalized(clean, detail::NormalForm::composed));
}

std::string markupText(std::string_view text) {
    std::string clean = xmlText(text);
    if (clean.find_first_of("<>&\"") == std::string::npos) return clean;
    std::string escaped;
    for (const char c : clean) {
        switch (c) {
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '&':
            escaped += "&amp;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

} // namespace banlang
