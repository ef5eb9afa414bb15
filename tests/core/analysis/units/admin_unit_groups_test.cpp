// SPDX-License-Identifier: MIT
#include "core/analysis/progress/group_progress.h"
#include "core/analysis/units/admin_unit_groups.h"
#include "tests/support/analysis_context.h"
#include "tests/support/merged_communes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::contextOf;
using test::DistrictBuilder;
using test::mergedCommunes;
using testing::ElementsAre;

const Date meeting = Date::fromYmd(2022, 5, 18);
const Date later = Date::fromYmd(2025, 12, 31);

double valueOf(const GroupProgress& group, std::string_view indicator) {
    for (const Indicator& one : group.indicators) {
        if (one.id == indicator) return one.value.value_or(-1);
    }
    return -2;
}

TEST(UnitGroups, CommunesOfOneDistrictAreAGroupHoweverItIsSpelled) {
    const auto groups = groupsOf(contextOf(mergedCommunes().linked(), meeting));
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].name, "Nậm Khoà");
    EXPECT_THAT(groups[0].communes, ElementsAre(2, 3));
    EXPECT_EQ(groups[1].name, "Huyện Phiêng Sương");
    EXPECT_THAT(groups[1].communes, ElementsAre(0, 1));
    EXPECT_TRUE(groups[1].former.empty());
}

TEST(UnitGroups, ADistrictGoesOnAsAGroupOfTheCommunesThatItsOwnBecame) {
    const auto groups = groupsOf(contextOf(mergedCommunes().linked(), later));
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_THAT(groups[0].communes, ElementsAre(5));
    EXPECT_THAT(groups[0].former, ElementsAre(2, 3));
    EXPECT_THAT(groups[1].communes, ElementsAre(4)) << "two of its three members belonged there";
}

TEST(UnitGroups, OfficialCommunesBelongWhereTheListsHaveTheirMembers) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "00721"}, {"name", "Đồng Văn"}, {"valid_from", "2025-07-01"}});
    builder.add(Role::communes, {{"code", "00898"}, {"name", "Quản Bạ"}});
    builder.add(Role::communes, {{"code", "99999"}, {"name", "Ở đâu đó"}});
    const District district = builder.linked();
    EXPECT_EQ(groupName(contextOf(district), 0), "Đồng Văn");
    EXPECT_EQ(groupName(contextOf(district), 1), "Quản Bạ");
    const auto groups = groupsOf(contextOf(district, later));
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[2].name, "");
    EXPECT_THAT(groups[2].communes, ElementsAre(2));
}

TEST(UnitGroups, TotalsAddWhatWasReportedAndAreMissingWhereNothingWas) {
    const std::vector<AdminUnitGroup> groups{{"A", {0, 2}, {}}, {"B", {1}, {}}};
    const std::vector<std::optional<double>> values{1.5, std::nullopt, 2.0};
    EXPECT_THAT(groupTotals(groups, values), ElementsAre(std::optional(3.5), std::nullopt));
}

TEST(UnitGroups, WorkDoneInACommuneThatEndedStillCountsForItsGroup) {
    auto builder = mergedCommunes();
    builder.add(Role::donations,
                {{"id", "H1"}, {"commune_code", "90002"}, {"declared_area_m2", "120"}, {"donated_on", "2022-05-01"}});
    const District district = builder.linked();
    for (const Date day : {meeting, later}) {
        const auto groups = groupProgress(*progress(contextOf(district, day)), groupsOf(contextOf(district, day)));
        ASSERT_EQ(groups.size(), 2U);
        EXPECT_EQ(groups[1].name, "Huyện Phiêng Sương");
        EXPECT_EQ(groups[1].communes, day == meeting ? 2U : 1U);
        EXPECT_EQ(valueOf(groups[1], "donated_m2"), 120);
    }
}

} // namespace
} // namespace banlang
