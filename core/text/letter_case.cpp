// SPDX-License-Identifier: MIT
#include "core/text/letter_case.h"

#include "core/text/detail/icu_text.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace banlang {
namespace {

using detail::unicodeFromUtf8;
using detail::utf8FromUnicode;
using icu::UnicodeString;

/// Calls visit(first, length) for every run of letters.
template <class Visit> void eachWord(const UnicodeString& text, Visit&& visit) {
    std::int32_t first = 0;
    for (std::int32_t i = 0; i <= text.length(); ++i) {
        if (i < text.length() && u_isalpha(text.charAt(i)) != 0) continue;
        if (i > first) visit(first, i - first);
        first = i + 1;
    }
}

} // namespace

bool isInNameCase(std::string_view name) {
    const UnicodeString text = unicodeFromUtf8(name);
    bool good = true;
    eachWord(text, [&](std::int32_t first, std::int32_t length) {
        bool capitals = true;
        for (std::int32_t i = first; i < first + length; ++i) capitals = capitals && u_isupper(text.charAt(i)) != 0;
        good = good && u_isupper(text.charAt(first)) != 0 && (length == 1 || !capitals);
    });
    return good;
}

std::string inNameCase(std::string_view name) {
    UnicodeString text = unicodeFromUtf8(name);
    text.toLower(icu::Locale::getRoot());
    eachWord(text, [&](std::int32_t first, std::int32_t /*length*/) {
        text.setCharAt(first, static_cast<char16_t>(u_toupper(text.charAt(first))));
    });
    return utf8FromUnicode(text);
}

std::string withCapital(std::string_view text) {
    UnicodeString capital = unicodeFromUtf8(text);
    if (!capital.isEmpty()) capital.setCharAt(0, static_cast<char16_t>(u_toupper(capital.charAt(0))));
    return utf8FromUnicode(capital);
}

} // namespace banlang
