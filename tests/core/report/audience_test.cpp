// SPDX-License-Identifier: MIT
#include "core/report/audience.h"
#include "core/report/household_records.h"

#include <gtest/gtest.h>

#include <array>

namespace banlang {
namespace {

TEST(Audience, OnePartThatIsHiddenTakesTheSmallestOtherWithIt) {
    const std::array<std::size_t, 3> counts{7, 1, 4};
    EXPECT_EQ(hiddenParts(Audience::meeting, counts), (std::vector<bool>{false, true, true}));
    EXPECT_EQ(hiddenParts(Audience::workingGroup, counts), (std::vector<bool>{false, false, false}));
    const std::array<std::size_t, 3> twoSmall{7, 1, 2};
    EXPECT_EQ(hiddenParts(Audience::publicNotice, twoSmall), (std::vector<bool>{false, true, true}));
}

TEST(Audience, IsNamedAsInCommands) {
    for (const Audience audience : {Audience::meeting, Audience::workingGroup, Audience::publicNotice})
        EXPECT_EQ(audienceFromId(id(audience)), audience);
    EXPECT_EQ(audienceFromId("everybody"), std::nullopt);
}

TEST(HouseholdRecords, AnAnswerIsOfHouseholdsWhereOneItemIs) {
    Gap gap;
    gap.items.resize(2);
    EXPECT_FALSE(isOfHousehold(gap));
    gap.items[1].role = Role::gardens;
    EXPECT_TRUE(isOfHousehold(gap));
}

} // namespace
} // namespace banlang
