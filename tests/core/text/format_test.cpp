// SPDX-License-Identifier: MIT
#include "core/text/format.h"

#include <gtest/gtest.h>

#include <limits>

namespace banlang {
namespace {

TEST(Format, NumbersTakeTheMarksOfTheirLanguage) {
    EXPECT_EQ(formatNumber(1234567.891, 2, Language::vietnamese), "1.234.567,89");
    EXPECT_EQ(formatNumber(1234567.891, 2, Language::english), "1,234,567.89");
    EXPECT_EQ(formatNumber(702, 0, Language::vietnamese), "702");
    EXPECT_EQ(formatNumber(1000, 0, Language::vietnamese), "1.000");
}

TEST(Format, RoundsBeforeItDecidesOnTheSign) {
    EXPECT_EQ(formatNumber(-0.2, 0, Language::vietnamese), "0");
    EXPECT_EQ(formatNumber(-1234.5, 1, Language::vietnamese), "-1.234,5");
    EXPECT_EQ(formatNumber(999.96, 1, Language::vietnamese), "1.000,0");
}

TEST(Format, MissingIsADashNotZero) {
    EXPECT_EQ(formatNumber(std::numeric_limits<double>::quiet_NaN(), 1, Language::english), "–");
}

TEST(Format, DatesAreWrittenAsOfficesDo) {
    EXPECT_EQ(formatDate(Date::fromYmd(2022, 5, 8), Language::vietnamese), "8/5/2022");
}

} // namespace
} // namespace banlang
