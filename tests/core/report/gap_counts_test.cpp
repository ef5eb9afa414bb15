// SPDX-License-Identifier: MIT
#include "core/report/gap_counts.h"
#include "tests/support/district_builder.h"
#include "tests/support/report_tables.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

/// Gardens of the first village and of the second, in one commune.
Gap gapOf(int first, int second) {
    Gap gap;
    for (int i = 0; i < first + second; ++i) {
        GapItem item;
        item.role = Role::gardens;
        item.commune = 0;
        item.village = i < first ? 0 : 1;
        gap.items.push_back(item);
    }
    return gap;
}

TEST(GapCounts, VillagesArePartsOfTheirCommuneSoNoneIsHiddenAlone) {
    const ReportRequest request = test::reportOf(test::twoCommunes().linked());
    const auto villages = gapCounts(gapOf(1, 4), GapLevel::village, request);
    ASSERT_EQ(villages.size(), 2U);
    EXPECT_TRUE(villages[0].hidden);
    EXPECT_TRUE(villages[1].hidden);
    EXPECT_EQ(communeOf(request.analysis.district(), villages[1]), 0);
    const auto communes = gapCounts(gapOf(1, 4), GapLevel::commune, request);
    ASSERT_EQ(communes.size(), 1U);
    EXPECT_EQ(communes[0].missed, 5U);
    EXPECT_FALSE(communes[0].hidden);
}

} // namespace
} // namespace banlang
