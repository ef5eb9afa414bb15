// SPDX-License-Identifier: MIT
#include "core/text/detail/utf8_evidence.h"

#include <gtest/gtest.h>

#include <vector>

namespace banlang::detail {
namespace {

Utf8Evidence evidenceOf(const std::vector<std::string_view>& texts) {
    return utf8Evidence(texts);
}

TEST(Utf8Evidence, ATornTailIsTakenOffAndNothingElse) {
    EXPECT_EQ(withoutTornTail("Sủng Chang"), "Sủng Chang");
    EXPECT_EQ(withoutTornTail("Quản Bạ"), "Quản Bạ");
    EXPECT_EQ(withoutTornTail("Quản B\xE1\xBA"), "Quản B");
    EXPECT_EQ(withoutTornTail("Quản B\xE1"), "Quản B");
    EXPECT_EQ(withoutTornTail("N\xC3"), "N");
    EXPECT_EQ(withoutTornTail("\xF0\x9F\x8C"), "");
    EXPECT_EQ(withoutTornTail(""), "");
    EXPECT_EQ(withoutTornTail("abc\xBB"), "abc\xBB") << "no character begins there";
    EXPECT_EQ(withoutTornTail("\xBA\xBB"), "\xBA\xBB");
    EXPECT_EQ(withoutTornTail("abc\xC0"), "abc\xC0") << "no character begins with this byte";
    EXPECT_EQ(withoutTornTail("abc\xED\xA0"), "abc\xED\xA0") << "no end makes this a character";
    EXPECT_EQ(withoutTornTail("abc\xE0\x80"), "abc\xE0\x80");
    EXPECT_EQ(withoutTornTail("abc\xE0"), "abc") << "some second byte fits";
}

TEST(Utf8Evidence, WhatWentThroughCp1252ComesBack) {
    EXPECT_EQ(bytesThroughCp1252("HÃ\u00A0 Giang"), "Hà Giang");
    EXPECT_EQ(bytesThroughCp1252("Quáº£n Báº¡"), "Quản Bạ");
    EXPECT_EQ(bytesThroughCp1252("Vi\u00C3\u00AA\u2026"), "Viê\x85");
    EXPECT_EQ(bytesThroughCp1252("\u00C2\u03BC"), "\xC2\xB5") << "normalised micro sign";
    EXPECT_EQ(bytesThroughCp1252("\u2212"), "\xAD") << "normalised soft hyphen";
    EXPECT_EQ(bytesThroughCp1252("\u0081"), "\x81") << "a control code stands for itself";
    EXPECT_EQ(bytesThroughCp1252("Quản"), std::nullopt) << "no letter of that page";
    EXPECT_EQ(bytesThroughCp1252("a\uFFFD"), std::nullopt) << "what was lost is lost";
}

TEST(Utf8Evidence, CountsTextsByWhatTheyShow) {
    const Utf8Evidence evidence = evidenceOf({"Thon 1", "", "Nà Sáng", "Nà Sán\xC3", "THON \xC3", "N\xE0 S\xE1ng"});
    EXPECT_EQ(evidence.sound, 2U) << "a torn tail takes nothing from letters that are whole";
    EXPECT_EQ(evidence.torn, 1U);
    EXPECT_EQ(evidence.broken, 1U);
    EXPECT_EQ(evidenceOf({}).sound, 0U);
}

TEST(Utf8Evidence, LettersSayWhetherTheyCanBeChance) {
    EXPECT_FALSE(evidenceOf({"Nà Sáng – “Hà”"}).letterBeyondCp1252) << "CP1252 has all of these";
    EXPECT_TRUE(evidenceOf({"Quản Bạ"}).letterBeyondCp1252);
    EXPECT_TRUE(evidenceOf({"Đường"}).letterBeyondCp1252);
    EXPECT_FALSE(evidenceOf({"Quản Bạ", "5 m²", "→ ≥ 3"}).otherScript) << "signs are no script";
    EXPECT_TRUE(evidenceOf({"ФЖ"}).otherScript);
    EXPECT_TRUE(evidenceOf({"河江"}).otherScript);
    EXPECT_FALSE(evidenceOf({"河\xE6\xB1"}).sound == 0) << "whole characters before a torn one count";
    EXPECT_FALSE(evidenceOf({"Ph\xEC Ngh\xF1"}).otherScript) << "broken texts say nothing of letters";
}

} // namespace
} // namespace banlang::detail
