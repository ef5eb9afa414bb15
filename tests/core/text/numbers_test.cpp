// SPDX-License-Identifier: MIT
#include "core/text/numbers.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace banlang {
namespace {

DecimalMark markOf(std::initializer_list<std::string_view> values) {
    DecimalMarkVote vote;
    for (const std::string_view value : values) vote.see(value);
    return vote.mark();
}

TEST(Numbers, ReadTheVietnameseWay) {
    EXPECT_EQ(parseNumber("1.250", DecimalMark::comma), 1250);
    EXPECT_EQ(parseNumber("94,1", DecimalMark::comma), 94.1);
    EXPECT_EQ(parseNumber("1.234,5", DecimalMark::comma), 1234.5);
    EXPECT_EQ(parseNumber("-0,5", DecimalMark::comma), -0.5);
    EXPECT_EQ(parseNumber("12 500", DecimalMark::comma), 12500);
    EXPECT_EQ(parseNumber("40%", DecimalMark::comma), 40);
}

TEST(Numbers, ReadTheMachineWay) {
    EXPECT_EQ(parseNumber("1250.75", DecimalMark::dot), 1250.75);
    EXPECT_EQ(parseNumber("1,250.75", DecimalMark::dot), 1250.75);
}

TEST(Numbers, OneColumnDecidesItsMark) {
    EXPECT_EQ(markOf({"1.250", "94,1"}), DecimalMark::comma);
    EXPECT_EQ(markOf({"12.345", "94.1"}), DecimalMark::dot);
    EXPECT_EQ(markOf({"1.250", "2.500"}), DecimalMark::comma);
    EXPECT_EQ(markOf({"1.234.567"}), DecimalMark::comma);
    EXPECT_EQ(markOf({"1234.567"}), DecimalMark::dot);
    EXPECT_EQ(markOf({"0.125"}), DecimalMark::dot);
}

TEST(Numbers, MarkIsCertainOnceSomethingSettlesIt) {
    const auto certain = [](std::initializer_list<std::string_view> values) {
        DecimalMarkVote vote;
        for (const std::string_view value : values) vote.see(value);
        return vote.certain();
    };
    EXPECT_FALSE(certain({"94.123", "12.500"}));
    EXPECT_FALSE(certain({"94,123"}));
    EXPECT_FALSE(certain({"94.123", "94,1", "94.1"})) << "one against one settles nothing";
    EXPECT_TRUE(certain({"94.123", "94.1"}));
    EXPECT_TRUE(certain({"94.123", "94,1"}));
    EXPECT_TRUE(certain({"1.234.567", "94.123"}));
    EXPECT_TRUE(certain({"94", "12"}));
    EXPECT_TRUE(certain({}));
}

TEST(Numbers, UnitsDoNotDisturbTheMark) {
    EXPECT_EQ(markOf({"1,2ha"}), DecimalMark::comma);
    EXPECT_EQ(markOf({"438.577 m2", "12.000 m2"}), DecimalMark::comma);
    EXPECT_EQ(markOf({"288.4 m2", "1005.6"}), DecimalMark::dot);
}

TEST(Numbers, ReadPastWhatExcelAndKeyboardsLeave) {
    EXPECT_EQ(parseNumber("'1.250", DecimalMark::comma), 1250);
    EXPECT_EQ(parseNumber("1\u00A0250,5", DecimalMark::comma), 1250.5);
    EXPECT_EQ(parseNumber("1\u202F250", DecimalMark::comma), 1250);
    EXPECT_EQ(parseNumber("１２，５", DecimalMark::comma), 12.5);
    EXPECT_EQ(parseNumber("\u22125", DecimalMark::comma), -5);
    EXPECT_EQ(parseNumber("1'250'000", DecimalMark::comma), 1250000);
    EXPECT_FALSE(parseNumber("1'5", DecimalMark::comma));
}

TEST(Numbers, TakeMetAndNotMet) {
    EXPECT_EQ(parseNumber("Đạt", DecimalMark::comma), 1);
    EXPECT_EQ(parseNumber("không đạt", DecimalMark::comma), 0);
    EXPECT_EQ(parseNumber("CHƯA ĐẠT", DecimalMark::comma), 0);
    EXPECT_EQ(parseNumber("X", DecimalMark::comma), 1);
    EXPECT_FALSE(parseNumber("đất", DecimalMark::comma));
    EXPECT_FALSE(parseNumber("đá", DecimalMark::comma));
}

TEST(Numbers, TakeYesAndNoInBothLanguages) {
    EXPECT_EQ(parseNumber("Có", DecimalMark::comma), 1);
    EXPECT_EQ(parseNumber("không", DecimalMark::comma), 0);
    EXPECT_EQ(parseNumber("yes", DecimalMark::dot), 1);
}

TEST(Numbers, RefuseWhatIsNoNumber) {
    EXPECT_FALSE(parseNumber("khoảng 20", DecimalMark::comma));
    EXPECT_FALSE(parseNumber("", DecimalMark::comma));
    EXPECT_FALSE(parseNumber("1,2,5", DecimalMark::comma));
    EXPECT_FALSE(parseNumber("nan", DecimalMark::comma));
}

} // namespace
} // namespace banlang
