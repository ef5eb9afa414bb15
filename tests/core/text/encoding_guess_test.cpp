// SPDX-License-Identifier: MIT
#include "core/text/encoding_guess.h"

#include <gtest/gtest.h>

#include <vector>

namespace banlang {
namespace {

constexpr std::array<std::string_view, 42> communeNames = {
    "Xã Lũng Cú",       "Xã Má Lé",          "Xã Sủng Là",        "Xã Phố Cáo",       "Xã Sà Phìn",        "Xã Vần Chải",
    "Xã Hố Quáng Phìn", "Xã Thài Phìn Tủng", "Thị trấn Đồng Văn", "Thị trấn Mèo Vạc", "Xã Khâu Vai",       "Xã Xín Cái",
    "Xã Thượng Phùng",  "Xã Sơn Vĩ",         "Xã Niêm Sơn",       "Xã Tát Ngà",       "Xã Giàng Chu Phìn", "Xã Bạch Đích",
    "Xã Đường Thượng",  "Xã Mậu Duệ",        "Xã Ngam La",        "Xã Na Khê",        "Xã Thắng Mố",       "Xã Quyết Tiến",
    "Xã Nghĩa Thuận",   "Xã Lùng Tám",       "Xã Bát Đại Sơn",    "Xã Thanh Vân",     "Xã Việt Vinh",      "Xã Quang Minh",
    "Xã Đông Thành",    "Xã Hùng An",        "Xã Tiên Kiều",      "Xã Bằng Hành",     "Xã Liên Hiệp",      "Xã Hữu Sản",
    "Xã Đức Xuân",      "Xã Nậm Dịch",       "Xã Túng Sán",       "Xã Pờ Ly Ngài",    "Xã Chiến Phố",      "Xã Thuận Hòa"};

using Column = std::vector<std::string>;

EncodingGuess guessOf(const Column& column) {
    const std::vector<std::string_view> values(column.begin(), column.end());
    return guessEncoding(values);
}

/// As a file holds it: bytes, or bytes that somebody took for CP1252 (or Latin-1, for what that page lacks) and wrote as UTF-8.
std::string stored(std::string_view text, TextDecoding decoding) {
    std::string bytes = encode(text, decoding.encoding).value();
    if (!decoding.throughCp1252) return bytes;
    std::string utf8;
    for (const char byte : bytes) {
        const std::string letter = decode({&byte, 1}, TextEncoding::cp1252);
        utf8 += letter == "\uFFFD" ? std::string("\xC2") + byte : letter;
    }
    return utf8;
}

constexpr std::array decodings = {TextDecoding{TextEncoding::utf8, false},       TextDecoding{TextEncoding::utf8, true},
                                  TextDecoding{TextEncoding::tcvn3, false},      TextDecoding{TextEncoding::tcvn3, true},
                                  TextDecoding{TextEncoding::cp1258, false},     TextDecoding{TextEncoding::cp1258, true},
                                  TextDecoding{TextEncoding::vniWindows, false}, TextDecoding{TextEncoding::viscii, false},
                                  TextDecoding{TextEncoding::vniWindows, true},  TextDecoding{TextEncoding::viscii, true}};

/// The names from `first` on, round and round.
Column columnOf(std::size_t first, std::size_t count, TextDecoding decoding) {
    Column column;
    for (std::size_t i = 0; i < count; ++i) column.push_back(stored(communeNames[(first + i) % communeNames.size()], decoding));
    return column;
}

TEST(EncodingGuess, FiveNamesAreReadAsTheyWereWritten) {
    for (const TextDecoding decoding : decodings) {
        for (std::size_t first = 0; first < communeNames.size(); ++first) {
            const Column column = columnOf(first, 5, decoding);
            const EncodingGuess guess = guessOf(column);
            for (std::size_t i = 0; i < column.size(); ++i)
                EXPECT_EQ(decodeText(column[i], guess.decoding), communeNames[(first + i) % communeNames.size()])
                    << toText(decoding);
        }
    }
}

TEST(EncodingGuess, TwentyNamesAreCertain) {
    for (const TextDecoding decoding : decodings) {
        for (std::size_t first = 0; first < communeNames.size(); ++first) {
            const EncodingGuess guess = guessOf(columnOf(first, 20, decoding));
            EXPECT_EQ(toText(guess.decoding), toText(decoding));
            EXPECT_TRUE(guess.certain) << toText(decoding) << " from " << first;
            EXPECT_EQ(guess.share, 1);
            EXPECT_LT(guess.secondShare, 0.75) << toText(decoding) << " or " << toText(guess.second);
        }
    }
}

TEST(EncodingGuess, WordsThatAreVietnameseInAnyCaseDoNotDecide) {
    // Lũng Cú in TCVN3 looks like "Lòng Có".
    const EncodingGuess alone = guessOf({"Lòng Có"});
    EXPECT_EQ(alone.decoding, (TextDecoding{TextEncoding::utf8, false}));
    EXPECT_FALSE(alone.certain);
    EXPECT_EQ(alone.share, 1);
    EXPECT_EQ(alone.words, 2U);

    const EncodingGuess column = guessOf({"X· Lòng Có", "HuyÖn Qu¶n B¹", "ThÞ trÊn ViÖt Quang"});
    EXPECT_EQ(toText(column.decoding), "TCVN3 <- CP1252");
    EXPECT_TRUE(column.certain);
    EXPECT_EQ(column.words, 9U);
    EXPECT_EQ(decodeText("X· Lòng Có", column.decoding), "Xã Lũng Cú");
}

TEST(EncodingGuess, CapitalsOfATcvn3FontAreRead) {
    const Column column = {"PH\xB9M TH\xD5 M\xFC", "NGUY\xD4N V\xA1N S\xB8U", "\xA7\xB9I TR\xA6\xEANG"};
    const EncodingGuess guess = guessOf(column);
    EXPECT_EQ(guess.decoding, (TextDecoding{TextEncoding::tcvn3, false}));
    EXPECT_EQ(guess.share, 1);
    EXPECT_EQ(decodeText(column[0], guess.decoding), "PHẠM THẾ MỸ");
}

TEST(EncodingGuess, ForeignNamesStayAsTheyAre) {
    const Column column = {"Carrer de la Unió",
                           "Sant Julià de Lòria",
                           "Encamp",
                           "Escaldes-Engordany",
                           "Coll d'Ordino, Túnel",
                           "Rue du Château",
                           "Forêt",
                           "Café",
                           "Père",
                           "Hôtel de Montréal"};
    const EncodingGuess guess = guessOf(column);
    EXPECT_EQ(guess.decoding, (TextDecoding{TextEncoding::utf8, false}));
    EXPECT_FALSE(guess.certain);
    for (const std::string& name : column) EXPECT_EQ(decodeText(name, guess.decoding), name);

    Column bytes;
    for (const std::string& name : column) bytes.push_back(encode(name, TextEncoding::cp1252).value());
    const EncodingGuess western = guessOf(bytes);
    EXPECT_EQ(western.decoding, (TextDecoding{TextEncoding::cp1252, false}));
    EXPECT_FALSE(western.certain);
}

TEST(EncodingGuess, PlainTextAndSignsLeaveNothingToDecide) {
    for (const Column& column : {Column{}, Column{"", "QL4C", "12,5"}, Column{"m²", "ha"}, Column{"25°C ±3"}}) {
        const EncodingGuess guess = guessOf(column);
        EXPECT_EQ(guess.decoding, (TextDecoding{TextEncoding::utf8, false}));
        EXPECT_EQ(guess.words, 0U);
        EXPECT_TRUE(guess.certain);
    }
    EXPECT_EQ(guessOf({"m\xB2", "ha"}).decoding, (TextDecoding{TextEncoding::cp1252, false}));
}

TEST(EncodingGuess, ClassesOfRoadsAreReadable) {
    EXPECT_TRUE(guessOf({"ĐT.176", "ĐH.01", "NĐ"}).certain);
    EXPECT_EQ(guessOf({"\xA7T.176", "\xA7H.01", "N\xA7"}).decoding, (TextDecoding{TextEncoding::tcvn3, false}));
}

TEST(EncodingGuess, Utf8CutInsideALetterStaysUtf8) {
    const Column column = {"Xã Lũng Cú", "Thị trấn Đồng V\xC4", "Xã Thượng Ph\xC3", "Thị trấn Mèo V\xE1\xBA"};
    const EncodingGuess guess = guessOf(column);
    EXPECT_EQ(guess.decoding, (TextDecoding{TextEncoding::utf8, false}));
    EXPECT_TRUE(guess.certain);
    EXPECT_EQ(guess.share, 1);
    EXPECT_EQ(decodeText(column[1], guess.decoding), "Thị trấn Đồng V");
    EXPECT_EQ(decodeText(column[3], guess.decoding), "Thị trấn Mèo V");
}

TEST(EncodingGuess, ABrokenValueAmongManyChangesNothing) {
    Column column = columnOf(0, 42, {});
    column.emplace_back("Ph\xC3(ng");
    const EncodingGuess guess = guessOf(column);
    EXPECT_EQ(guess.decoding, (TextDecoding{TextEncoding::utf8, false}));
    EXPECT_TRUE(guess.certain);
    EXPECT_LT(guess.share, 1);
    EXPECT_EQ(decodeText(column.back(), guess.decoding), "Ph\uFFFD(ng");
}

TEST(EncodingGuess, SameTextsInAllReadingsAreCertain) {
    // à and í have one code in CP1252, CP1258 and VISCII.
    const EncodingGuess guess = guessOf({"Hà Giang", "Nà Chì", "Chí Cà", "Bình Tài"});
    EXPECT_EQ(guess.decoding, (TextDecoding{TextEncoding::utf8, false}));
    EXPECT_TRUE(guess.certain);
}

TEST(EncodingGuess, HugeColumnsAreSampled) {
    Column column;
    for (int i = 0; i < 20'000; ++i)
        column.push_back(stored(communeNames[static_cast<std::size_t>(i) % 42], decodings[2]) + std::to_string(i));
    const EncodingGuess guess = guessOf(column);
    EXPECT_EQ(guess.decoding, decodings[2]);
    EXPECT_TRUE(guess.certain);
    EXPECT_EQ(guess.share, 1);
}

TEST(EncodingGuess, ReadThroughCp1252LeavesTextAloneThatNeverWas) {
    const TextDecoding decoding{TextEncoding::tcvn3, true};
    EXPECT_EQ(decodeText("Qu¶n B¹", decoding), "Quản Bạ");
    EXPECT_EQ(decodeText("Quản Bạ", decoding), "Quản Bạ");
    // What others made of the soft hyphen and the micro sign on the way.
    EXPECT_EQ(decodeText("Ph\u2212\u00ACng H\u03BC", decoding), "Phương Hà");
    EXPECT_EQ(decodeText("HÃ\u00A0 Giang", {TextEncoding::utf8, true}), "Hà Giang");
    EXPECT_EQ(decodeText("Hà Giang", {TextEncoding::utf8, true}), "Hà Giang");
}

TEST(EncodingGuess, ReadingsHaveNames) {
    for (const TextDecoding decoding : decodings) EXPECT_EQ(textDecodingFromText(toText(decoding)), decoding);
    EXPECT_EQ(toText({TextEncoding::tcvn3, true}), "TCVN3 <- CP1252");
    EXPECT_EQ(textDecodingFromText("abc<-latin1"), (TextDecoding{TextEncoding::tcvn3, true}));
    EXPECT_EQ(textDecodingFromText("TCVN3 <- VNI"), std::nullopt);
    EXPECT_EQ(textDecodingFromText("KOI8"), std::nullopt);
}

} // namespace
} // namespace banlang
