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
