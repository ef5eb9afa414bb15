// SPDX-License-Identifier: MIT
#include "core/base/period.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

std::int32_t daysIn(const Period& period) {
    return period.last.daysSince1970 - period.first.daysSince1970 + 1;
}

TEST(Period, AYearHoldsBothItsEnds) {
    EXPECT_EQ(toIso(Period::ofYear(2022).first), "2022-01-01");
    EXPECT_EQ(toIso(Period::ofYear(2022).last), "2022-12-31");
    EXPECT_EQ(daysIn(Period::ofYear(2022)), 365);
    EXPECT_EQ(daysIn(Period::ofYear(2024)), 366);
    EXPECT_EQ(daysIn(Period::ofYear(1900)), 365) << "no leap year, though four divides it";
}

TEST(Period, YearsFollowWithoutADayBetween) {
    for (int year = 1945; year < 2050; ++year)
        EXPECT_EQ(Period::ofYear(year).last.daysSince1970 + 1, Period::ofYear(year + 1).first.daysSince1970) << year;
}

} // namespace
} // namespace banlang
