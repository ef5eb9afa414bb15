// SPDX-License-Identifier: MIT
#include "sample-data/messy/text_forms.h"

#include "core/text/keys.h"
#include "core/text/legacy_encodings.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace banlang::sample {
namespace {

icu::UnicodeString unicodeOf(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

} // namespace

std::string plainName(std::string_view name, std::string_view separator) {
    std::string plain;
    bool capital = true;
    for (const char letter : headerKey(name)) {
        if (letter == '_') {
            plain += separator;
            capital = true;
            continue;
        }
        plain += capital && letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        capital = false;
    }
    return plain;
}

std::string upperCase(std::string_view text) {
    std::string result;
    unicodeOf(text).toUpper(icu::Locale("vi")).toUTF8String(result);
    return result;
}

std::string decomposed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status) != 0 || form == nullptr) throw std::runtime_error("ICU has no NFD");
    std::string result;
    form->normalize(unicodeOf(text), status).toUTF8String(result);
    return result;
}

std::string utf16WithMark(std::string_view text) {
    std::string bytes("\xFF\xFE");
    const icu::UnicodeString letters = unicodeOf(text);
    for (std::int32_t i = 0; i < letters.length(); ++i) {
        const char16_t unit = letters.charAt(i);
        bytes += static_cast<char>(unit & 0xFFU);
        bytes += static_cast<char>(unit >> 8U);
    }
    return bytes;
}

std::string typedInVnTime(std::string_view text) {
    const auto bytes = encode(text, TextEncoding::tcvn3);
    if (!bytes) throw std::logic_error("no TCVN3 code for a letter of " + std::string(text));
    return decode(*bytes, TextEncoding::cp1252);
}

} // namespace banlang::sample
