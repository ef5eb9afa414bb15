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

ReadingGuess guessOf(const Column& column) {
    const std::vector<std::string_view> values(column.begin(), column.end());
    return guessReading(values);
}

/// As a file holds it: bytes, or bytes that somebody took for CP1252 (or Latin-1, for what that page lacks) and wrote as UTF-8.
std::string stored(std::string_view text, TextReading reading) {
    std::string bytes = encode(text, reading.encoding).value();
    if (!reading.throughCp1252) return bytes;
    std::string utf8;
    for (const char byte : bytes) {
        const std::string letter = decode({&byte, 1}, TextEncoding::cp1252);
        utf8 += letter == "\uFFFD" ? std::string("\xC2") + byte : letter;
    }
    return utf8;
}

constexpr std::array readings = {TextReading{TextEncoding::utf8, false},       TextReading{TextEncoding::utf8, true},
                                 TextReading{TextEncoding::tcvn3, false},      TextReading{TextEncoding::tcvn3, true},
                                 TextReading{TextEncoding::cp1258, false},     TextReading{TextEncoding::cp1258, true},
                                 TextReading{TextEncoding::vniWindows, false}, TextReading{TextEncoding::viscii, false},
                                 TextReading{TextEncoding::vniWindows, true},  TextReading{TextEncoding::viscii, true}};

/// The names from `first` on, round and round.
Column columnOf(std::size_t first, std::size_t count, TextReading reading) {
    Column column;
    for (std::size_t i = 0; i < count; ++i) column.push_back(stored(communeNames[(first + i) % communeNames.size()], reading));
    return column;
}

TEST(EncodingGuess, FiveNamesAreReadAsTheyWereWritten) {
    for (const TextReading reading : readings) {
        for (std::size_t first = 0; first < communeNames.size(); ++first) {
            const Column column = columnOf(first, 5, reading);
            const ReadingGuess guess = guessOf(column);
            for (std::size_t i = 0; i < column.size(); ++i)
                EXPECT_EQ(readText(column[i], guess.reading), communeNames[(first + i) % communeNames.size()]) << toText(reading);
        }
    }
}

TEST(EncodingGuess, TwentyNamesAreCertain) {
    for (const TextReading reading : readings) {
        for (std::size_t first = 0; first < communeNames.size(); ++first) {
            const ReadingGuess guess = guessOf(columnOf(first, 20, reading));
            EXPECT_EQ(toText(guess.reading), toText(reading));
            EXPECT_TRUE(guess.certain) << toText(reading) << " from " << first;
            EXPECT_EQ(guess.share, 1);
            EXPECT_LT(guess.secondShare, 0.75) << toText(reading) << " or " << toText(guess.second);
        }
    }
}

TEST(EncodingGuess, WordsThatAreVietnameseInAnyCaseDoNotDecide) {
    // Lũng Cú in TCVN3 looks like "Lòng Có".
    const ReadingGuess alone = guessOf({"Lòng Có"});
    EXPECT_EQ(alone.reading, (TextReading{TextEncoding::utf8, false}));
    EXPECT_FALSE(alone.certain);
    EXPECT_EQ(alone.share, 1);
    EXPECT_EQ(alone.words, 2U);

    const ReadingGuess column = guessOf({"X· Lòng Có", "HuyÖn Qu¶n B¹", "ThÞ trÊn ViÖt Quang"});
    EXPECT_EQ(toText(column.reading), "TCVN3 <- CP1252");
    EXPECT_TRUE(column.certain);
    EXPECT_EQ(column.words, 9U);
    EXPECT_EQ(readText("X· Lòng Có", column.reading), "Xã Lũng Cú");
}

TEST(EncodingGuess, CapitalsOfATcvn3FontAreRead) {
    const Column column = {"PH\xB9M TH\xD5 M\xFC", "NGUY\xD4N V\xA1N S\xB8U", "\xA7\xB9I TR\xA6\xEANG"};
    const ReadingGuess guess = guessOf(column);
    EXPECT_EQ(guess.reading, (TextReading{TextEncoding::tcvn3, false}));
    EXPECT_EQ(guess.share, 1);
    EXPECT_EQ(readText(column[0], guess.reading), "PHẠM THẾ MỸ");
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
    const ReadingGuess guess = guessOf(column);
    EXPECT_EQ(guess.reading, (TextReading{TextEncoding::utf8, false}));
    EXPECT_FALSE(guess.certain);
    for (const std::string& name : column) EXPECT_EQ(readText(name, guess.reading), name);

    Column bytes;
    for (const std::string& name : column) bytes.push_back(encode(name, TextEncoding::cp1252).value());
    const ReadingGuess western = guessOf(bytes);
    EXPECT_EQ(western.reading, (TextReading{TextEncoding::cp1252, false}));
    EXPECT_FALSE(western.certain);
}

TEST(EncodingGuess, PlainTextAndSignsLeaveNothingToDecide) {
    for (const Column& column : {Column{}, Column{"", "QL4C", "12,5"}, Column{"m²", "ha"}, Column{"25°C ±3"}}) {
        const ReadingGuess guess = guessOf(column);
        EXPECT_EQ(guess.reading, (TextReading{TextEncoding::utf8, false}));
        EXPECT_EQ(guess.words, 0U);
        EXPECT_TRUE(guess.certain);
    }
    EXPECT_EQ(guessOf({"m\xB2", "ha"}).reading, (TextReading{TextEncoding::cp1252, false}));
}

TEST(EncodingGuess, ClassesOfRoadsAreReadable) {
    EXPECT_TRUE(guessOf({"ĐT.176", "ĐH.01", "NĐ"}).certain);
    EXPECT_EQ(guessOf({"\xA7T.176", "\xA7H.01", "N\xA7"}).reading, (TextReading{TextEncoding::tcvn3, false}));
}

TEST(EncodingGuess, Utf8CutInsideALetterStaysUtf8) {
    const Column column = {"Xã Lũng Cú", "Thị trấn Đồng V\xC4", "Xã Thượng Ph\xC3", "Thị trấn Mèo V\xE1\xBA"};
    const ReadingGuess guess = guessOf(column);
    EXPECT_EQ(guess.reading, (TextReading{TextEncoding::utf8, false}));
    EXPECT_TRUE(guess.certain);
    EXPECT_EQ(guess.share, 1);
    EXPECT_EQ(readText(column[1], guess.reading), "Thị trấn Đồng V");
    EXPECT_EQ(readText(column[3], guess.reading), "Thị trấn Mèo V");
}

TEST(EncodingGuess, ABrokenValueAmongManyChangesNothing) {
    Column column = columnOf(0, 42, {});
    column.emplace_back("Ph\xC3(ng");
    const ReadingGuess guess = guessOf(column);
    EXPECT_EQ(guess.reading, (TextReading{TextEncoding::utf8, false}));
    EXPECT_TRUE(guess.certain);
    EXPECT_LT(guess.share, 1);
    EXPECT_EQ(readText(column.back(), guess.reading), "Ph\uFFFD(ng");
}

TEST(EncodingGuess, SameTextsInAllReadingsAreCertain) {
    // à and í have one code in CP1252, CP1258 and VISCII.
    const ReadingGuess guess = guessOf({"Hà Giang", "Nà Chì", "Chí Cà", "Bình Tài"});
    EXPECT_EQ(guess.reading, (TextReading{TextEncoding::utf8, false}));
    EXPECT_TRUE(guess.certain);
}

TEST(EncodingGuess, HugeColumnsAreSampled) {
    Column column;
    for (int i = 0; i < 20'000; ++i)
        column.push_back(stored(communeNames[static_cast<std::size_t>(i) % 42], readings[2]) + std::to_string(i));
    const ReadingGuess guess = guessOf(column);
    EXPECT_EQ(guess.reading, readings[2]);
    EXPECT_TRUE(guess.certain);
    EXPECT_EQ(guess.share, 1);
}

TEST(EncodingGuess, ReadThroughCp1252LeavesTextAloneThatNeverWas) {
    const TextReading reading{TextEncoding::tcvn3, true};
    EXPECT_EQ(readText("Qu¶n B¹", reading), "Quản Bạ");
    EXPECT_EQ(readText("Quản Bạ", reading), "Quản Bạ");
    // What others made of the soft hyphen and the micro sign on the way.
    EXPECT_EQ(readText("Ph\u2212\u00ACng H\u03BC", reading), "Phương Hà");
    EXPECT_EQ(readText("HÃ\u00A0 Giang", {TextEncoding::utf8, true}), "Hà Giang");
    EXPECT_EQ(readText("Hà Giang", {TextEncoding::utf8, true}), "Hà Giang");
}

TEST(EncodingGuess, ReadingsHaveNames) {
    for (const TextReading reading : readings) EXPECT_EQ(textReadingFromText(toText(reading)), reading);
    EXPECT_EQ(toText({TextEncoding::tcvn3, true}), "TCVN3 <- CP1252");
    EXPECT_EQ(textReadingFromText("abc<-latin1"), (TextReading{TextEncoding::tcvn3, true}));
    EXPECT_EQ(textReadingFromText("TCVN3 <- VNI"), std::nullopt);
    EXPECT_EQ(textReadingFromText("KOI8"), std::nullopt);
}

} // namespace
} // namespace banlang
