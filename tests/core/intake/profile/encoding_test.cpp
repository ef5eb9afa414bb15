// SPDX-License-Identifier: MIT
#include "core/intake/profile/encoding.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;

constexpr TextDecoding tcvn3{TextEncoding::tcvn3, false};
constexpr TextDecoding vni{TextEncoding::vniWindows, false};
const Texts names = {"Nguyễn Văn Thắng", "Lý Thị Dợ",       "Giàng Mí Sùng", "Vàng Thị Pà",    "Hoàng Đức Hưởng", "Sùng Mí Lử",
                     "Lầu Thị Mỷ",       "Triệu Quẩy Phấu", "Bế Ngọc Quyền", "Trần Thị Hường", "Lục Thị Nguyệt",  "Đặng Văn Khuấn"};

std::string bytesOf(const std::string& text, TextEncoding encoding) {
    return encode(text, encoding).value();
}

Texts in(TextEncoding encoding, Texts texts) {
    for (std::string& text : texts) text = bytesOf(text, encoding);
    return texts;
}

RawLayer layerOf(std::vector<Column> columns) {
    RawLayer raw;
    raw.table = tableOf(std::move(columns));
    return raw;
}

Texts codes() {
    Texts values;
    for (std::size_t i = 0; i < names.size(); ++i) values.push_back("00" + std::to_string(691 + i));
    return values;
}

/// One short text among blanks, as long as `names`.
Texts fewTexts(const std::string& bytes) {
    Texts values(names.size());
    values[3] = bytes;
    return values;
}

std::vector<ColumnDecoding> decodeAlone(RawLayer& raw, const ImportProfile& profile = {}) {
    const auto guesses = guessEncodings(raw);
    return decodeTexts(raw, profile, guesses, {});
}

TEST(LayerTexts, AColumnOfTcvn3BecomesReadableAndCodesStayAsTheyAre) {
    RawLayer raw = layerOf({textColumn("MA", codes()), textColumn("TENCHU", in(TextEncoding::tcvn3, names)),
                            numberColumn("DT", std::vector<double>(names.size(), 94.1))});
    const auto decodings = decodeAlone(raw);
    EXPECT_EQ(textsOf(raw.table.columns[1]), names);
    EXPECT_EQ(textsOf(raw.table.columns[0]), codes());
    EXPECT_EQ(raw.table.columns[2].numbers.front(), 94.1);
    ASSERT_EQ(decodings.size(), 1U);
    EXPECT_EQ(decodings[0].column, "TENCHU");
    EXPECT_EQ(decodings[0].decoding, tcvn3);
    EXPECT_TRUE(decodings[0].certain);
    EXPECT_EQ(decodings[0].share, 1);
    EXPECT_THAT(decodings[0].preview, ElementsAre(names[0], names[1], names[2], names[3], names[4]));
}

TEST(LayerTexts, AColumnTooShortToTellFollowsItsNeighbours) {
    // "Bản" in TCVN3; "B¶n" alone may be much else.
    RawLayer alone = layerOf({textColumn("GHICHU", fewTexts(bytesOf("Bản", TextEncoding::tcvn3)))});
    const auto guesses = guessEncodings(alone);
    ASSERT_FALSE(guesses[0].certain);
    RawLayer raw = layerOf({textColumn("TENCHU", in(TextEncoding::tcvn3, names)),
                            textColumn("GHICHU", fewTexts(bytesOf("Bản", TextEncoding::tcvn3)))});
    const auto decodings = decodeAlone(raw);
    EXPECT_EQ(raw.table.columns[1].text[3], "Bản");
    ASSERT_EQ(decodings.size(), 2U);
    EXPECT_TRUE(decodings[1].certain);
    EXPECT_EQ(decodings[1].decoding, tcvn3);
}

TEST(LayerTexts, WithoutNeighboursTheRestOfTheImportTells) {
    RawLayer other = layerOf({textColumn("TENCHU", in(TextEncoding::tcvn3, names))});
    EncodingTally import;
    import.add(guessEncodings(other));
    RawLayer raw = layerOf({textColumn("GHICHU", fewTexts(bytesOf("Bản", TextEncoding::tcvn3)))});
    const auto guesses = guessEncodings(raw);
    const auto decodings = decodeTexts(raw, {}, guesses, import);
    EXPECT_EQ(raw.table.columns[0].text[3], "Bản");
    EXPECT_TRUE(decodings.at(0).certain);
}

TEST(LayerTexts, ACertainColumnDoesNotFollowItsNeighbours) {
    RawLayer raw = layerOf({textColumn("TENCHU", in(TextEncoding::tcvn3, names)), textColumn("TEN", names)});
    const auto decodings = decodeAlone(raw);
    EXPECT_EQ(textsOf(raw.table.columns[0]), names);
    EXPECT_EQ(textsOf(raw.table.columns[1]), names);
    EXPECT_EQ(encodingSummary(decodings), "TCVN3, UTF-8");
}

TEST(LayerTexts, TheUserDecidesForAllColumnsOrForOne) {
    const std::string word = bytesOf("Bản", TextEncoding::tcvn3);
    ImportProfile profile;
    profile.decoding = TextDecoding{TextEncoding::cp1252, false};
    RawLayer raw = layerOf({textColumn("A", fewTexts(word)), textColumn("B", fewTexts(word))});
    auto decodings = decodeAlone(raw, profile);
    EXPECT_EQ(raw.table.columns[0].text[3], "B¶n");
    EXPECT_TRUE(decodings.at(0).certain);
    profile.decodings["B"] = tcvn3;
    raw = layerOf({textColumn("A", fewTexts(word)), textColumn("B", fewTexts(word))});
    decodings = decodeAlone(raw, profile);
    EXPECT_EQ(raw.table.columns[0].text[3], "B¶n");
    EXPECT_EQ(raw.table.columns[1].text[3], "Bản");
    EXPECT_EQ(decodings.at(1).decoding, tcvn3);
}

TEST(LayerTexts, ColumnNamesAreReadAsTheirColumns) {
    RawLayer raw = layerOf({textColumn(bytesOf("Tên chủ", TextEncoding::tcvn3), in(TextEncoding::tcvn3, names)),
                            textColumn("Số thửa", codes()), textColumn(bytesOf("Tờ bản đồ", TextEncoding::tcvn3), codes())});
    decodeAlone(raw);
    EXPECT_EQ(raw.table.columns[0].name, "Tên chủ");
    EXPECT_EQ(raw.table.columns[1].name, "Số thửa");
    EXPECT_EQ(raw.table.columns[2].name, "Tờ bản đồ");
}

TEST(LayerTexts, APlanNamesColumnsByTheirReadableNames) {
    ImportProfile profile;
    profile.decodings["Tên chủ"] = tcvn3;
    profile.decoding = tcvn3;
    RawLayer raw = layerOf({textColumn(bytesOf("Tên chủ", TextEncoding::tcvn3), in(TextEncoding::tcvn3, names))});
    const auto decodings = decodeAlone(raw, profile);
    EXPECT_EQ(decodings.at(0).column, "Tên chủ");
    EXPECT_EQ(decodings.at(0).decoding, tcvn3);
}

TEST(LayerTexts, ThePreviewShowsDifferentValuesWithAccents) {
    Texts values(40, bytesOf("Nà Sáng", TextEncoding::vniWindows));
    values[0] = "A1";
    values[7] = bytesOf("Bản Chiêng", TextEncoding::vniWindows);
    RawLayer raw =
        layerOf({textColumn("THON", values), textColumn("TENCHU", Texts(40, bytesOf(names[0], TextEncoding::vniWindows)))});
    ImportProfile profile;
    profile.decoding = vni;
    const auto decodings = decodeAlone(raw, profile);
    EXPECT_THAT(decodings.at(0).preview, ElementsAre("Nà Sáng", "Bản Chiêng"));
    EXPECT_EQ(raw.table.columns[0].text[0], "A1");
}

TEST(LayerTexts, PlainAsciiIsUtf8AndNeedsNoReading) {
    RawLayer raw = layerOf({textColumn("MA", codes())});
    const auto decodings = decodeAlone(raw);
    EXPECT_TRUE(decodings.empty());
    EXPECT_EQ(encodingSummary(decodings), "UTF-8");
}

TEST(LayerTexts, DecomposedLettersBecomeOne) {
    RawLayer raw = layerOf({textColumn("TEN", {"Nguye\xCC\x82\xCC\x83n"})});
    decodeAlone(raw);
    EXPECT_EQ(raw.table.columns[0].text[0], "Nguyễn");
}

} // namespace
} // namespace banlang
