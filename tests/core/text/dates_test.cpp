// SPDX-License-Identifier: MIT
#include "core/text/dates.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(Dates, OneDayInManyHands) {
    const Date meeting = Date::fromYmd(2022, 5, 18);
    for (const char* text : {"2022-05-18", "18/5/2022", "18/05/22", "18.5.22", "ngày 18 tháng 5 năm 2022", "18 tháng 5 năm 2022",
                             "Ngày 18 tháng 05 năm 2022.", "ngày 18/5/2022", "18 tháng 5/2022", "44699", "44699.0",
                             "44699.5416666667", "2022-05-18 00:00:00", "2022/05/18", "'18/5/2022", "18 / 5 / 2022"}) {
        EXPECT_EQ(parseOfficeDate(text), meeting) << text;
    }
}

TEST(Dates, PeriodIsItsLastDay) {
    EXPECT_EQ(parseOfficeDate("tháng 5/2022"), Date::fromYmd(2022, 5, 31));
    EXPECT_EQ(parseOfficeDate("Tháng 2 năm 2024"), Date::fromYmd(2024, 2, 29));
    EXPECT_EQ(parseOfficeDate("T5/2022"), Date::fromYmd(2022, 5, 31));
    EXPECT_EQ(parseOfficeDate("12/2022"), Date::fromYmd(2022, 12, 31));
    EXPECT_EQ(parseOfficeDate("quý I/2022"), Date::fromYmd(2022, 3, 31));
    EXPECT_EQ(parseOfficeDate("Quý 2 năm 2022"), Date::fromYmd(2022, 6, 30));
    EXPECT_EQ(parseOfficeDate("QUÝ IV NĂM 2022"), Date::fromYmd(2022, 12, 31));
    EXPECT_EQ(parseOfficeDate("6 tháng đầu năm 2022"), Date::fromYmd(2022, 6, 30));
    EXPECT_EQ(parseOfficeDate("6 tháng cuối năm 2022"), Date::fromYmd(2022, 12, 31));
    EXPECT_EQ(parseOfficeDate("năm 2021"), Date::fromYmd(2021, 12, 31));
    EXPECT_EQ(parseOfficeDate("2021"), Date::fromYmd(2021, 12, 31));
    EXPECT_EQ(parseOfficeDate("2021.0"), Date::fromYmd(2021, 12, 31));
}

TEST(Dates, TwoDigitYearsTurnAtSeventy) {
    EXPECT_EQ(parseOfficeDate("1/2/69"), Date::fromYmd(2069, 2, 1));
    EXPECT_EQ(parseOfficeDate("1/2/70"), Date::fromYmd(1970, 2, 1));
}

TEST(Dates, NeverGuesses) {
    for (const char* text : {"5/18/2022", "5/18/22", "31/4/2022", "13/2022", "tháng 13/2022", "quý V/2022", "24999", "60001",
                             "5.2022", "đầu năm 2022", "18/5", "", "mai", "khoảng 2021", "123456", "1.234,5"}) {
        EXPECT_EQ(parseOfficeDate(text), std::nullopt) << text;
    }
}

TEST(Dates, TellsWhenAColumnHasTheMonthFirst) {
    EXPECT_TRUE(isMonthFirst("5/18/2022"));
    EXPECT_TRUE(isMonthFirst("5/18/22 0:00"));
    EXPECT_FALSE(isMonthFirst("18/5/2022"));
    EXPECT_FALSE(isMonthFirst("5/8/2022"));
    EXPECT_FALSE(isMonthFirst("2022-05-18"));
}

} // namespace
} // namespace banlang
