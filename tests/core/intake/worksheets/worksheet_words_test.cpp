// SPDX-License-Identifier: MIT
#include "core/intake/worksheets/worksheet_words.h"

#include <gtest/gtest.h>

#include <ostream>
#include <utility>

namespace banlang {
namespace {

struct Parts {
    Numbering kind;
    int value;
    std::string_view rest;
    bool operator==(const Parts&) const = default;
    friend std::ostream& operator<<(std::ostream& out, const Parts& parts) {
        return out << static_cast<int>(parts.kind) << ' ' << parts.value << " '" << parts.rest << "'";
    }
};

Parts partsOf(std::string_view cell) {
    const RowNumber number = rowNumberOf(cell);
    return {number.kind, number.value, number.rest};
}

constexpr Parts none{Numbering::none, 0, ""};

TEST(WorksheetWords, RowsAreNumberedInManyWays) {
    EXPECT_EQ(partsOf("1"), (Parts{Numbering::arabic, 1, ""}));
    EXPECT_EQ(partsOf("01"), (Parts{Numbering::arabic, 1, ""}));
    EXPECT_EQ(partsOf("12."), (Parts{Numbering::arabic, 12, ""}));
    EXPECT_EQ(partsOf("1.2"), (Parts{Numbering::arabic, 1, ""}));
    EXPECT_EQ(partsOf("(3)"), (Parts{Numbering::arabic, 3, ""}));
    EXPECT_EQ(partsOf("'4"), (Parts{Numbering::arabic, 4, ""})) << "a text to a spreadsheet";
    EXPECT_EQ(partsOf("1. Thôn Nà Sáng"), (Parts{Numbering::arabic, 1, "Thôn Nà Sáng"}));
    EXPECT_EQ(partsOf("II."), (Parts{Numbering::roman, 2, ""}));
    EXPECT_EQ(partsOf("XIX"), (Parts{Numbering::roman, 19, ""}));
    EXPECT_EQ(partsOf("IV/ Thôn Bản Lạn"), (Parts{Numbering::roman, 4, "Thôn Bản Lạn"}));
    EXPECT_EQ(partsOf("I Thôn Bản Lạn"), (Parts{Numbering::roman, 1, "Thôn Bản Lạn"}));
    EXPECT_EQ(partsOf("(I) Xã Nà Sáng"), (Parts{Numbering::roman, 1, "Xã Nà Sáng"}));
    EXPECT_EQ(partsOf("A"), (Parts{Numbering::letter, 1, ""}));
    EXPECT_EQ(partsOf("C. Hộ nghèo"), (Parts{Numbering::letter, 3, "Hộ nghèo"})) << "nobody comes to the hundredth";
    EXPECT_EQ(partsOf("L"), (Parts{Numbering::letter, 12, ""}));
    EXPECT_EQ(partsOf("LI"), (Parts{Numbering::roman, 51, ""}));
}

TEST(WorksheetWords, WhatOnlyLooksNumberedIsNot) {
    for (const std::string_view cell :
         {"", "-", "A Lù", "X-quang", "IIII", "VX", "Nà Sáng", "UBND", "12 hộ", "12/5", "1.200m", "3x4", "(a)", "()", "IVT", "I1"})
        EXPECT_EQ(partsOf(cell), none) << cell;
}

TEST(WorksheetWords, TotalsByThemselvesAndWithWhatTheySum) {
    for (const std::string_view cell : {"Cộng", "CỘNG:", "Tổng cộng", "TỔNG SỐ", "Toàn xã", "Total", "TONG CONG", "tổng ."})
        EXPECT_EQ(totalWordOf(cell), TotalWord::alone) << cell;
    for (const std::string_view cell : {"Cộng thôn Nà Sáng", "Tổng số: 12 hộ", "Cộng (12 hộ)", "Cộng I", "Tổng cộng A",
                                        "CONG THON 2", "Cộng: xã Nà Sáng", "Tổng kinh phí"})
        EXPECT_EQ(totalWordOf(cell), TotalWord::named) << cell;
}

TEST(WorksheetWords, NamesThatSoundLikeTotalsAreNone) {
    for (const std::string_view cell : {"Cộng Hòa", "Tống Văn Số", "Công trình", "Cống qua đường", "Cồng chiêng", "Tông Văn An",
                                        "Hoàng Văn Cộng", "Tổng Văn Cả", "", "CONG TY"})
        EXPECT_EQ(totalWordOf(cell), TotalWord::none) << cell;
}

TEST(WorksheetWords, WordingIsMoreLettersThanDigits) {
    for (const std::string_view cell : {"Nà Sáng", "Năm 2022", "Quý 4", "Diện tích (m²)", "ố", "x"})
        EXPECT_TRUE(isWording(cell)) << cell;
    for (const std::string_view cell : {"", "12", "1.200,5", "–", "12m²", "18/5/2022", "m2 300", "²"})
        EXPECT_FALSE(isWording(cell)) << cell;
    EXPECT_TRUE(isWording("DC 12345")) << "a word in front";
    EXPECT_FALSE(isWording("DC12345"));
}

TEST(WorksheetWords, AmountsNameNothing) {
    for (const std::string_view cell : {"", "12", "-12,5", "(300)", "'7", "–", "12 m²", "18/5/2022", "+", "%"})
        EXPECT_TRUE(isAmount(cell)) << cell;
    for (const std::string_view cell : {"Nà Sáng", "x", "(kèm theo)", "đạt"}) EXPECT_FALSE(isAmount(cell)) << cell;
}

TEST(WorksheetWords, YearsAreOfTheLastCenturyOrThisOne) {
    EXPECT_TRUE(isYear("2022"));
    EXPECT_TRUE(isYear("1999"));
    EXPECT_TRUE(isYear("2022.0")) << "as a spreadsheet gives a number";
    for (const std::string_view cell : {"1899", "2100", "22", "20225", "202a", "", "2022.5", "Năm 2022"})
        EXPECT_FALSE(isYear(cell)) << cell;
}

TEST(WorksheetWords, StartsLooselyGoesByLettersNotMarks) {
    EXPECT_TRUE(startsLoosely("TỔNG CỘNG", "tong"));
    EXPECT_TRUE(startsLoosely("Đơn vị tính: đồng", "don vi tinh"));
    EXPECT_TRUE(startsLoosely("tổng", "tong"));
    EXPECT_TRUE(startsLoosely("x", ""));
    EXPECT_FALSE(startsLoosely("tổn", "tong"));
    EXPECT_FALSE(startsLoosely("", "t"));
    EXPECT_FALSE(startsLoosely("Nà Sáng", "xa"));
    EXPECT_FALSE(startsLoosely("tồ–g", "tong")) << "a dash is no n";
}

TEST(WorksheetWords, TitlesStandAboveAndClosingsBelow) {
    for (const std::string_view cell : {"UBND XÃ NÀ SÁNG", "DANH SÁCH HỘ HIẾN ĐẤT", "(Kèm theo Báo cáo số 45)", "ĐVT: triệu đồng",
                                        "Phụ lục II", "Biểu số 3", "Cộng hòa xã hội chủ nghĩa Việt Nam"})
        EXPECT_TRUE(isTitle(cell)) << cell;
    for (const std::string_view cell : {"Họ và tên", "Nà Sáng", "Diện tích (m2)", ""}) EXPECT_FALSE(isTitle(cell)) << cell;
    for (const std::string_view cell : {"Ghi chú: số liệu đến 18/5", "NGƯỜI LẬP BIỂU", "TM. UBND XÃ", "Chủ tịch", "Trưởng thôn"})
        EXPECT_TRUE(isClosing(cell)) << cell;
    for (const std::string_view cell : {"Vàng Mí Sính", "Thôn Bản Lạn", "12"}) EXPECT_FALSE(isClosing(cell)) << cell;
}

TEST(WorksheetWords, APlaceAndADayAreSigned) {
    EXPECT_TRUE(isPlaceAndDay("Nà Sáng, ngày 20 tháng 5 năm 2022"));
    EXPECT_TRUE(isPlaceAndDay("Nà Sáng, ngày 20/5/2022"));
    EXPECT_TRUE(isPlaceAndDay("Ngày    tháng    năm"));
    EXPECT_FALSE(isPlaceAndDay("Ngày hiến"));
    EXPECT_FALSE(isPlaceAndDay("20/5/2022"));
    EXPECT_FALSE(isPlaceAndDay("tháng 5 năm 2022"));
}

TEST(WorksheetWords, GroupsAreVillagesCommunesOrOther) {
    for (const std::string_view label : {"Thôn Nà Sáng", "Bản Lạn", "Tổ 4", "TDP số 2", "Khu phố 1", "XÓM 3"})
        EXPECT_EQ(groupNounOf(label), GroupNoun::village) << label;
    for (const std::string_view label : {"Xã Nà Sáng", "X. Nà Sáng", "Thị trấn Yên Minh", "TT. Yên Minh", "Phường Quang Trung"})
        EXPECT_EQ(groupNounOf(label), GroupNoun::commune) << label;
    for (const std::string_view label : {"Hộ nghèo", "Nà Sáng", "Tổ chức", ""})
        EXPECT_EQ(groupNounOf(label), GroupNoun::other) << label;
}

} // namespace
} // namespace banlang
