// SPDX-License-Identifier: MIT
#include "core/base/date.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(Date, ReadsWhatOfficesWrite) {
    const Date meeting = Date::fromYmd(2022, 5, 18);
    for (const char* text :
         {"2022-05-18", "2022/05/18", "18/5/2022", "18/05/2022", "18.5.2022", "18-5-2022", " 18/5/2022 ", "2022-05-18T00:00:00"}) {
        EXPECT_EQ(parseDate(text), meeting) << text;
    }
}

TEST(Date, NeverReadsMonthBeforeDay) {
    EXPECT_EQ(parseDate("5/18/2022"), std::nullopt);
}

TEST(Date, RefusesDaysThatDoNotExist) {
    for (const char* text : {"31/4/2022", "29/2/2022", "2022-13-01", "0/1/2022", "18/5/22", "18/5", "", "mai"}) {
        EXPECT_EQ(parseDate(text), std::nullopt) << text;
    }
}

TEST(Date, WritesIsoForFilesAndVietnameseForPeople) {
    EXPECT_EQ(toIso(Date::fromYmd(2022, 5, 8)), "2022-05-08");
    EXPECT_EQ(toVietnamese(Date::fromYmd(2022, 5, 8)), "8/5/2022");
    EXPECT_EQ(toIso(Date{}), "");
}

TEST(Date, MissingDateLiesAfterEveryDay) {
    EXPECT_GT(Date{}, Date::fromYmd(9999, 12, 31));
}

TEST(Date, KnowsSaturdays) {
    EXPECT_EQ(isoWeekday(Date::fromYmd(2022, 5, 14)), 6);
}

} // namespace
} // namespace banlang
