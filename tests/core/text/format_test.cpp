// SPDX-License-Identifier: MIT
#include "core/text/format.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <limits>
#include <optional>
#include <string>

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

class LocalTime : public testing::Test {
protected:
    void SetUp() override {
        if (const char* zone = std::getenv("TZ")) before_ = zone;
    }
    void TearDown() override {
        before_ ? setenv("TZ", before_->c_str(), 1) : unsetenv("TZ");
        tzset();
    }
    static void live(const char* zone) {
        setenv("TZ", zone, 1);
        tzset();
    }

private:
    std::optional<std::string> before_;
};

TEST_F(LocalTime, IsThatOfTheClockOnTheWallWithItsOffset) {
    live("ICT-7");
    EXPECT_EQ(formatLocalTime("2022-05-18T03:12:59Z", Language::vietnamese), "18/5/2022 10:12 (+07:00)");
    EXPECT_EQ(formatLocalTime("2022-05-18T03:12:59.123Z", Language::english, false), "18/5/2022 10:12");
    live("NST3:30");
    EXPECT_EQ(formatLocalTime("2022-05-18T03:12:59Z", Language::english), "17/5/2022 23:42 (-03:30)");
}

TEST_F(LocalTime, ADayBeginsWhereTheOfficeIs) {
    live("ICT-7");
    EXPECT_EQ(localDay("2022-05-17T23:30:00Z"), Date::fromYmd(2022, 5, 18));
    live("UTC0");
    EXPECT_EQ(localDay("2022-05-17T23:30:00Z"), Date::fromYmd(2022, 5, 17));
}

TEST_F(LocalTime, WhatIsNoTimeStaysAsItIs) {
    EXPECT_EQ(formatLocalTime("hôm qua", Language::vietnamese), "hôm qua");
    EXPECT_FALSE(localDay("").known());
}

} // namespace
} // namespace banlang
