// SPDX-License-Identifier: MIT
#include "core/text/legacy_encodings.h"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace banlang {
namespace {

std::vector<std::string> wordsOf(std::string_view text) {
    std::istringstream in{std::string(text)};
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

std::vector<std::string> smallLetters() {
    return wordsOf("à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ "
                   "ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ");
}

std::vector<std::string> capitalLetters() {
    return wordsOf("À Ả Ã Á Ạ Ă Ằ Ẳ Ẵ Ắ Ặ Â Ầ Ẩ Ẫ Ấ Ậ È Ẻ Ẽ É Ẹ Ê Ề Ể Ễ Ế Ệ Ì Ỉ Ĩ Í Ị Ò Ỏ Õ Ó Ọ Ô Ồ Ổ Ỗ Ố Ộ Ơ Ờ Ở Ỡ Ớ Ợ "
                   "Ù Ủ Ũ Ú Ụ Ư Ừ Ử Ữ Ứ Ự Ỳ Ỷ Ỹ Ý Ỵ Đ");
}

TEST(LegacyEncodings, GivesEveryLetterBack) {
    ASSERT_EQ(smallLetters().size() + capitalLetters().size(), 134U);
    for (const TextEncoding encoding : {TextEncoding::utf8, TextEncoding::vniWindows, TextEncoding::cp1258, TextEncoding::viscii}) {
        for (const auto& letters : {smallLetters(), capitalLetters()}) {
            for (const std::string& letter : letters) {
                const std::optional<std::string> bytes = encode(letter, encoding);
                ASSERT_TRUE(bytes) << letter << " in " << id(encoding);
                EXPECT_EQ(decode(*bytes, encoding), letter) << id(encoding);
            }
        }
    }
}

TEST(LegacyEncodings, Tcvn3HasNoTonedCapitals) {
    const std::vector<std::string> untoned = wordsOf("Ă Â Ê Ô Ơ Ư Đ");
    for (std::size_t i = 0; i < smallLetters().size(); ++i) {
        const std::string small = smallLetters()[i];
        const std::string capital = capitalLetters()[i];
        const bool kept = std::find(untoned.begin(), untoned.end(), capital) != untoned.end();
        EXPECT_EQ(decode(encode(small, TextEncoding::tcvn3).value(), TextEncoding::tcvn3), small);
        EXPECT_EQ(decode(encode(capital, TextEncoding::tcvn3).value(), TextEncoding::tcvn3), kept ? capital : small);
    }
}

TEST(LegacyEncodings, Tcvn3ReadsWhatOfficesWrote) {
    EXPECT_EQ(decode("H\xB5 Giang", TextEncoding::tcvn3), "Hà Giang");
    EXPECT_EQ(decode("X\xB7 L\xF2ng C\xF3", TextEncoding::tcvn3), "Xã Lũng Cú");
    EXPECT_EQ(decode("Huy\xD6n Qu\xB6n B\xB9", TextEncoding::tcvn3), "Huyện Quản Bạ");
    EXPECT_EQ(decode("\xA7\xAD\xEAng Th\xAD\xEEng", TextEncoding::tcvn3), "Đường Thượng");
    EXPECT_EQ(decode("N\xABng th\xABn m\xEDi \x96 Ph\xD7n", TextEncoding::tcvn3), "Nông thôn mới – Phìn");
}

TEST(LegacyEncodings, Tcvn3FoldsCapitalAndSmallTonedLetterOfOneBase) {
    EXPECT_EQ(decode("A\xB5", TextEncoding::tcvn3), "À");
    EXPECT_EQ(decode("\xA1\xBBng", TextEncoding::tcvn3), "Ằng");
    EXPECT_EQ(decode("\xA2\xCAn \xA6\xF8ng Y\xFD", TextEncoding::tcvn3), "Ấn Ứng Ý");
    EXPECT_EQ(decode("A\xDF", TextEncoding::tcvn3), "Aò");
    EXPECT_EQ(decode("E\xB5", TextEncoding::tcvn3), "Eà");
}

TEST(LegacyEncodings, Tcvn3LettersAmongCapitalsAreCapitals) {
    EXPECT_EQ(decode("PH\xB9M TH\xD5 M\xFC", TextEncoding::tcvn3), "PHẠM THẾ MỸ");
    EXPECT_EQ(decode("\xA7\xB9I L\xE9"
                     "C 12",
                     TextEncoding::tcvn3),
              "ĐẠI LỘC 12");
    // One capital alone, an abbreviation and a Roman number are capitals in any text.
    EXPECT_EQ(decode("L\xFD \xB8", TextEncoding::tcvn3), "Lý á");
    EXPECT_EQ(decode("TT. C\xE6 L\xD4", TextEncoding::tcvn3), "TT. Cổ Lễ");
    EXPECT_EQ(decode("T\xE6 II", TextEncoding::tcvn3), "Tổ II");
    EXPECT_EQ(decode("UBND x\xB7", TextEncoding::tcvn3), "UBND xã");
}

TEST(LegacyEncodings, VniReadsLetterAndMarks) {
    EXPECT_EQ(decode("Qua\xF9"
                     "ch \xD1o\xE0ng Tha\xE9ng",
                     TextEncoding::vniWindows),
              "Quách Đồng Thắng");
    EXPECT_EQ(decode("Co\xE4ng ho\xF8"
                     "a xa\xF5 ho\xE4i chu\xFB ngh\xF3"
                     "a",
                     TextEncoding::vniWindows),
              "Cộng hòa xã hội chủ nghĩa");
    EXPECT_EQ(decode("HA\xD8 GIANG", TextEncoding::vniWindows), "HÀ GIANG");
    EXPECT_EQ(decode("Ph\xF6\xF4\xF8ng L\xEE", TextEncoding::vniWindows), "Phường Lỵ");
    EXPECT_EQ(encode("Ớt Ằng Ỵ ỉ", TextEncoding::vniWindows), "\xD4\xD9t A\xC8ng \xCE \xE6");
}

TEST(LegacyEncodings, VniMarksMayBeOfTheOtherCaseAndInTwoBytes) {
    EXPECT_EQ(decode("A\xF8 a\xD8", TextEncoding::vniWindows), "À à");
    EXPECT_EQ(decode("a\xE2\xF9 a\xF9\xE2 y\xEF i\xF8", TextEncoding::vniWindows), "ấ ấ ỵ ì");
    EXPECT_EQ(decode("b\xF8", TextEncoding::vniWindows), "b\uFFFD");
    EXPECT_EQ(decode("u\xE2", TextEncoding::vniWindows), "u\uFFFD");
}

TEST(LegacyEncodings, Cp1258ComposesBaseAndToneToTheLastLetter) {
    EXPECT_EQ(encode("Ấn", TextEncoding::cp1258), "\xC2\xECn");
    EXPECT_EQ(decode("Thi\xEA\xF2n Th\xE0nh", TextEncoding::cp1258), "Thiện Thành");
    EXPECT_EQ(decode("Tha\xCCnh pho\xEC, Qu\xE2\xDE y \xF0\xF5\xD2", TextEncoding::cp1258), "Thành phó, Quẫ y đở");
    EXPECT_EQ(decode("n\xDE \xFC", TextEncoding::cp1258), "ñ ü");
    EXPECT_EQ(decode("500 \xFE", TextEncoding::cp1258), "500 ₫");
}

TEST(LegacyEncodings, VisciiKeepsSixCapitalsAmongTheControlCodes) {
    EXPECT_EQ(decode("\x02\x05\x06\x14\x19\x1E", TextEncoding::viscii), "ẲẴẪỶỸỴ");
    EXPECT_EQ(encode("ẲẴẪỶỸỴ", TextEncoding::viscii), "\x02\x05\x06\x14\x19\x1E");
    EXPECT_EQ(decode("\xD0\xB0ng V\xE5n", TextEncoding::viscii), "Đồng Văn");
    EXPECT_EQ(encode("\x02", TextEncoding::viscii), std::nullopt);
    EXPECT_EQ(decode("\t\r\n", TextEncoding::viscii), "\t\r\n");
}

TEST(LegacyEncodings, WhatHasNoCodeIsSaid) {
    EXPECT_EQ(encode("Quản Bạ", TextEncoding::cp1252), std::nullopt);
    EXPECT_EQ(encode("Xã €", TextEncoding::cp1252), "X\xE3 \x80");
    EXPECT_EQ(encode("北", TextEncoding::tcvn3), std::nullopt);
    EXPECT_EQ(encode("\uFFFD", TextEncoding::cp1258), std::nullopt);
    EXPECT_EQ(decode("a\x81", TextEncoding::cp1252), "a\uFFFD");
    EXPECT_EQ(decode("a\xDD", TextEncoding::vniWindows), "a\uFFFD");
}

TEST(LegacyEncodings, Utf8BecomesValidAndPrecomposed) {
    EXPECT_EQ(decode("a\xFF"
                     "b\xC3",
                     TextEncoding::utf8),
              "a\uFFFD"
              "b\uFFFD");
    EXPECT_EQ(decode("H\u01A1\u0309", TextEncoding::utf8), "Hở");
    EXPECT_EQ(encode("a\u0302\u0301", TextEncoding::tcvn3), "\xCA");
}

TEST(LegacyEncodings, AnswersToTheNamesUsersKnow) {
    for (const TextEncoding encoding : allTextEncodings) EXPECT_EQ(textEncodingFromId(id(encoding)), encoding);
    EXPECT_EQ(textEncodingFromId("abc"), TextEncoding::tcvn3);
    EXPECT_EQ(textEncodingFromId("TCVN"), TextEncoding::tcvn3);
    EXPECT_EQ(textEncodingFromId("vni"), TextEncoding::vniWindows);
    EXPECT_EQ(textEncodingFromId("Windows-1258"), TextEncoding::cp1258);
    EXPECT_EQ(textEncodingFromId("latin1"), TextEncoding::cp1252);
    EXPECT_EQ(textEncodingFromId("ISO-8859-1"), TextEncoding::cp1252);
    EXPECT_EQ(textEncodingFromId("utf8"), TextEncoding::utf8);
    EXPECT_EQ(textEncodingFromId("KOI8"), std::nullopt);
    EXPECT_EQ(textEncodingFromId(""), std::nullopt);
}

} // namespace
} // namespace banlang
