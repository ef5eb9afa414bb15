// SPDX-License-Identifier: MIT
#include "core/text/detail/vni_marks.h"

#include <gtest/gtest.h>

namespace banlang::detail {
namespace {

/// The letter of a base and bytes that mark it one after another; U+FFFD when one does not fit.
char16_t marked(char16_t base, std::string_view bytes) {
    std::optional<VowelLetter> parts = vowelLetter(base);
    for (const char byte : bytes) {
        const auto mark = vniMark(static_cast<unsigned char>(byte));
        parts = parts && mark ? withMark(*parts, *mark) : std::nullopt;
    }
    return parts ? letter(*parts) : replacement;
}

TEST(VniMarks, OneByteMayCarryShapeAndTone) {
    EXPECT_EQ(marked(u'e', "\xE4"), u'ệ'); // Vieät
    EXPECT_EQ(marked(u'o', "\xE0"), u'ồ'); // Ñoàng
    EXPECT_EQ(marked(u'a', "\xFB"), u'ả'); // Quaûn
    EXPECT_EQ(marked(u'a', "\xEB"), u'ặ'); // Ñaëng
    EXPECT_EQ(marked(u'A', "\xC3"), u'Ẫ') << "capital letters take the capital byte";
    EXPECT_EQ(marked(u'ơ', "\xF8"), u'ờ'); // ñöôøng
}

TEST(VniMarks, ShapeAndToneMayComeAsTwoBytesInAnyOrder) {
    EXPECT_EQ(marked(u'a', "\xE2\xF9"), u'ấ');
    EXPECT_EQ(marked(u'a', "\xF9\xE2"), u'ấ');
    EXPECT_EQ(marked(u'a', "\xEA\xEF"), u'ặ');
    EXPECT_EQ(marked(u'a', "\xEF\xEA"), u'ặ');
}

TEST(VniMarks, ALetterTakesOnlyMarksThatItCanHave) {
    EXPECT_EQ(marked(u'e', "\xEA"), replacement) << "no e with breve";
    EXPECT_EQ(marked(u'u', "\xE2"), replacement) << "no u with circumflex";
    EXPECT_EQ(marked(u'ơ', "\xE2"), replacement) << "a horn and a circumflex";
    EXPECT_EQ(marked(u'a', "\xF9\xF8"), replacement) << "two tones";
    EXPECT_EQ(marked(u'a', "\xE1\xF8"), replacement) << "two tones, one with a shape";
}

TEST(VniMarks, NoByteIsBothAMarkAndALetter) {
    for (int byte = 0x80; byte <= 0xFF; ++byte) {
        const auto mark = vniMark(static_cast<unsigned char>(byte));
        if (!mark) continue;
        EXPECT_EQ(vniUnit(static_cast<unsigned char>(byte)), replacement) << std::hex << byte;
    }
    EXPECT_FALSE(vniMark('a'));
    EXPECT_FALSE(vniMark(0xAB)) << "a quote";
    EXPECT_FALSE(vniMark(0xF1)) << "the letter đ";
}

TEST(VniMarks, LettersWithAByteOfTheirOwn) {
    EXPECT_EQ(vniUnit(0xF1), u'đ');
    EXPECT_EQ(vniUnit(0xD1), u'Đ');
    EXPECT_EQ(vniUnit(0xD4), u'Ơ');
    EXPECT_EQ(vniUnit(0xF6), u'ư');
    EXPECT_EQ(vniUnit(0xCE), u'Ỵ');
    EXPECT_EQ(vniUnit(0xAB), u'«');
    EXPECT_EQ(vniUnit(0xD7), u'×');
    EXPECT_EQ(vniUnit('7'), u'7');
    EXPECT_EQ(vniUnit(0xDF), replacement) << "a Western letter has no glyph";
}

TEST(VniMarks, WritesWhatItReads) {
    const auto bytesOf = [](std::u16string_view text) {
        std::string bytes;
        for (const char16_t unit : text) EXPECT_TRUE(appendVni(bytes, unit));
        return bytes;
    };
    EXPECT_EQ(bytesOf(u"Việt"), "Vie\xE4t");
    EXPECT_EQ(bytesOf(u"ĐƯỜNG"), "\xD1\xD6\xD4\xD8NG");
    EXPECT_EQ(bytesOf(u"lý ỵ"), "ly\xF9 \xEE");
    EXPECT_EQ(bytesOf(u"“3 × 2”"), "\x93"
                                   "3 \xD7 2\x94");
    std::string bytes = "x";
    EXPECT_FALSE(appendVni(bytes, u'ß'));
    EXPECT_FALSE(appendVni(bytes, replacement));
    EXPECT_FALSE(appendVni(bytes, u'河'));
    EXPECT_EQ(bytes, "x") << "what cannot be written leaves nothing behind";
}

} // namespace
} // namespace banlang::detail
