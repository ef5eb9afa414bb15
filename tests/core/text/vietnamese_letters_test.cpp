// SPDX-License-Identifier: MIT
#include "core/text/detail/vietnamese_letters.h"

#include <gtest/gtest.h>

#include <string>

namespace banlang::detail {
namespace {

TEST(VietnameseLetters, AreMadeOfVowelToneAndCase) {
    EXPECT_EQ(letter({Vowel::a, Tone::level, false}), u'a');
    EXPECT_EQ(letter({Vowel::uHorn, Tone::heavy, true}), u'Ự');
    EXPECT_EQ(letter({Vowel::aBreve, Tone::broken, false}), u'ẵ');
    EXPECT_EQ(letter({Vowel::oCircumflex, Tone::falling, false}), u'ồ');
    EXPECT_EQ(letter({Vowel::y, Tone::dipping, true}), u'Ỷ');
    EXPECT_EQ(letter({Vowel::eCircumflex, Tone::rising, true}), u'Ế');
}

TEST(VietnameseLetters, EveryVowelGivesItsPartsBackAndNothingElseDoes) {
    std::size_t vowels = 0;
    for (std::uint32_t code = 0; code <= 0xFFFF; ++code) {
        const auto unit = static_cast<char16_t>(code);
        const bool listed = smallVowels.find(unit) != smallVowels.npos || capitalVowels.find(unit) != capitalVowels.npos;
        const std::optional<VowelLetter> parts = vowelLetter(unit);
        ASSERT_EQ(parts.has_value(), listed) << std::hex << code;
        if (!parts) continue;
        ++vowels;
        EXPECT_EQ(letter(*parts), unit) << std::hex << code;
        EXPECT_EQ(parts->capital, capitalVowels.find(unit) != capitalVowels.npos) << std::hex << code;
    }
    EXPECT_EQ(vowels, 144U) << "twelve vowels in six tones, small and capital";
}

TEST(VietnameseLetters, CapitalAndSmallDifferInCaseAlone) {
    ASSERT_EQ(smallVowels.size(), capitalVowels.size());
    for (std::size_t i = 0; i < smallVowels.size(); ++i) {
        const auto small = vowelLetter(smallVowels[i]);
        const auto capital = vowelLetter(capitalVowels[i]);
        ASSERT_TRUE(small && capital);
        EXPECT_EQ(small->vowel, capital->vowel);
        EXPECT_EQ(small->tone, capital->tone);
        EXPECT_FALSE(small->capital);
    }
}

TEST(VietnameseLetters, Utf8LengthTakesOnlyWellFormedCharacters) {
    EXPECT_EQ(utf8Length(""), 0U);
    EXPECT_EQ(utf8Length("a…"), 1U);
    EXPECT_EQ(utf8Length("đ"), 2U);
    EXPECT_EQ(utf8Length("ệt"), 3U);
    EXPECT_EQ(utf8Length("\xF0\x9F\x8C\xB1"), 4U);
    EXPECT_EQ(utf8Length("\xE1\xBB"), 0U) << "cut off";
    EXPECT_EQ(utf8Length("\xBB\x87"), 0U) << "the rest of a character";
    EXPECT_EQ(utf8Length("\xC0\xAF"), 0U) << "overlong";
    EXPECT_EQ(utf8Length("\xE0\x9F\xBF"), 0U) << "overlong";
    EXPECT_EQ(utf8Length("\xF0\x8F\xBF\xBF"), 0U) << "overlong";
    EXPECT_EQ(utf8Length("\xED\xA0\x80"), 0U) << "half of a surrogate pair";
    EXPECT_EQ(utf8Length("\xED\x9F\xBF"), 3U) << "the last before the surrogates";
    EXPECT_EQ(utf8Length("\xF4\x8F\xBF\xBF"), 4U) << "the last of all";
    EXPECT_EQ(utf8Length("\xF4\x90\x80\x80"), 0U) << "beyond Unicode";
    EXPECT_EQ(utf8Length("\xF5\x80\x80\x80"), 0U);
    EXPECT_EQ(utf8Length("\xE1\xBB\x41"), 0U) << "an ordinary letter where the end should be";
}

TEST(VietnameseLetters, EveryUnitBesideSurrogatesComesBackFromUtf8) {
    for (std::uint32_t code = 0; code <= 0xFFFF; ++code) {
        if (code >= 0xD800 && code < 0xE000) continue;
        const std::u16string one(1, static_cast<char16_t>(code));
        const std::string utf8 = unitsToUtf8(one);
        ASSERT_EQ(utf8Length(utf8), utf8.size()) << std::hex << code;
        ASSERT_EQ(unitsFromUtf8(utf8), one) << std::hex << code;
    }
    EXPECT_EQ(unitsToUtf8(u"Quản Bạ"), "Quản Bạ");
}

TEST(VietnameseLetters, BrokenBytesAndWhatLiesBeyondBecomeOneSignEach) {
    EXPECT_EQ(unitsFromUtf8("N\xE0 S"), u"N\uFFFD S");
    EXPECT_EQ(unitsFromUtf8("a\xF0\x9F\x8C\xB1z"), u"a\uFFFDz");
    EXPECT_EQ(unitsFromUtf8("\xE1\xBB"), u"\uFFFD\uFFFD");
}

} // namespace
} // namespace banlang::detail
