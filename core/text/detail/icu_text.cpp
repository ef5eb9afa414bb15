// SPDX-License-Identifier: MIT
#include "core/text/detail/icu_text.h"

#include <unicode/normalizer2.h>

#include <limits>
#include <new>
#include <stdexcept>

namespace banlang::detail {
namespace {

const icu::UnicodeString& sound(const icu::UnicodeString& text) {
    if (text.isBogus() != 0) throw std::bad_alloc();
    return text;
}

const icu::Normalizer2& normalizer(NormalForm form) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = form == NormalForm::composed     ? icu::Normalizer2::getNFCInstance(status)
                                       : form == NormalForm::decomposed ? icu::Normalizer2::getNFDInstance(status)
                                                                        : icu::Normalizer2::getNFKCInstance(status);
    checkIcu(status);
    if (instance == nullptr) throw std::bad_alloc();
    return *instance;
}

} // namespace

void checkIcu(UErrorCode status) {
    if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
    if (U_FAILURE(status) != 0) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

icu::UnicodeString unicodeFromUtf8(std::string_view utf8) {
    // ICU counts in 32 bits, and a text takes as many units as it has bytes at most.
    if (utf8.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) throw std::length_error("text");
    return sound(icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size()))));
}

std::string utf8FromUnicode(const icu::UnicodeString& text) {
    std::string utf8;
    sound(text).toUTF8String(utf8);
    return utf8;
}

icu::UnicodeString normalized(const icu::UnicodeString& text, NormalForm form) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result = normalizer(form).normalize(sound(text), status);
    checkIcu(status);
    return sound(result);
}

} // namespace banlang::detail
