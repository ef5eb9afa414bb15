// SPDX-License-Identifier: MIT
#include "core/text/detail/icu_text.h"

#include <gtest/gtest.h>

#include <new>
#include <stdexcept>

namespace banlang::detail {
namespace {

TEST(IcuText, GoesThereAndBack) {
    for (const char* text : {"", "Thôn Bản Sản", "\xF0\x9F\x8F\xA0"}) EXPECT_EQ(utf8FromUnicode(unicodeFromUtf8(text)), text);
    EXPECT_EQ(utf8FromUnicode(unicodeFromUtf8("a\xFFz")), "a\uFFFDz");
}

TEST(IcuText, HasThreeForms) {
    const icu::UnicodeString text = unicodeFromUtf8("e\u0302\u0303 m²");
    EXPECT_EQ(utf8FromUnicode(normalized(text, NormalForm::composed)), "ễ m²");
    EXPECT_EQ(utf8FromUnicode(normalized(unicodeFromUtf8("ễ"), NormalForm::decomposed)), "e\u0302\u0303");
    EXPECT_EQ(utf8FromUnicode(normalized(text, NormalForm::compatible)), "ễ m2");
}

TEST(IcuText, ATextThatHadNoMemoryIsNoEmptyOne) {
    icu::UnicodeString lost;
    lost.setToBogus();
    EXPECT_THROW((void)utf8FromUnicode(lost), std::bad_alloc);
    EXPECT_THROW((void)normalized(lost, NormalForm::composed), std::bad_alloc);
    EXPECT_THROW(checkIcu(U_MEMORY_ALLOCATION_ERROR), std::bad_alloc);
    EXPECT_THROW(checkIcu(U_FILE_ACCESS_ERROR), std::runtime_error);
    EXPECT_NO_THROW(checkIcu(U_ZERO_ERROR));
    EXPECT_NO_THROW(checkIcu(U_USING_DEFAULT_WARNING)) << "a warning";
}

TEST(IcuText, ATextLongerThanIcuCountsIsRefused) {
    const std::string_view endless("", std::size_t{1} << 31U); // never read
    EXPECT_THROW((void)unicodeFromUtf8(endless), std::length_error);
}

} // namespace
} // namespace banlang::detail
