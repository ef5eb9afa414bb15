// SPDX-License-Identifier: MIT
#pragma once

#include <unicode/unistr.h>

#include <string>
#include <string_view>

// Texts on their way into ICU and back. ICU tells of memory that ran out by a status or by a text that is "bogus", which would read
// as an empty one: a name that silently became none. Here it is an exception as everywhere else.

namespace banlang::detail {

/// Throws std::bad_alloc where ICU had no memory, std::runtime_error with ICU's own name for any other failure.
void checkIcu(UErrorCode status);

[[nodiscard]] icu::UnicodeString unicodeFromUtf8(std::string_view utf8);
[[nodiscard]] std::string utf8FromUnicode(const icu::UnicodeString& text);

enum class NormalForm { composed, decomposed, compatible }; ///< NFC, NFD, NFKC
[[nodiscard]] icu::UnicodeString normalized(const icu::UnicodeString& text, NormalForm form);

} // namespace banlang::detail
