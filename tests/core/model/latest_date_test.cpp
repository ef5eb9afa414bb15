// SPDX-License-Identifier: MIT
#include "core/model/latest_date.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::twoCommunes;

TEST(LastProgrammeDay, LooksAtFiveKindsOfRecordsAndAtNoPlans) {
    auto builder = twoCommunes();
    EXPECT_EQ(lastProgrammeDay(builder.linked()), meetingDay()) << "no record yet";
    EXPECT_EQ(toIso(meetingDay()), "2022-05-18");
    builder.add(Role::saturdays, {{"date", "5/3/2022"}, {"commune_code", "00874"}});
    builder.add(Role::roadWorks, {{"id", "w"}, {"started_on", "1/2/2022"}, {"planned_finish", "1/9/2023"}});
    builder.add(Role::houses, {{"id", "n"}, {"started_on", "1/2/2022"}, {"deadline", "30/6/2023"}});
    EXPECT_EQ(toIso(lastProgrammeDay(builder.linked())), "2022-03-05");
    builder.add(Role::meetings, {{"date", "1/4/2022"}, {"village_code", "0087401"}});
    EXPECT_EQ(toIso(lastProgrammeDay(builder.linked())), "2022-03-05") << "a meeting is none of the five";
    EXPECT_EQ(toIso(latestRecordedDate(builder.linked())), "2022-04-01");
}

} // namespace
} // namespace banlang
