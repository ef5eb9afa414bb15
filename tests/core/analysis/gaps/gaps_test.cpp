// SPDX-License-Identifier: MIT
#include "core/analysis/gaps/gaps.h"
#include "core/analysis/rules/gap_rules.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace banlang {
namespace {

using test::contextOf;
using test::twoCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);

Gap gap(const District& district, std::string_view id, Date asOf = meeting) {
    const GapQuestion* const question = gapQuestion(id);
    return question == nullptr ? Gap() : *findGap(contextOf(district, asOf), *question);
}

std::vector<std::string> codes(const Gap& found) {
    std::vector<std::string> result;
    for (const GapItem& item : found.items) result.push_back(item.code);
    return result;
}
using Codes = std::vector<std::string>;

TEST(GapRules, TheShippedFileNamesEveryThreshold) {
    const GapRules& rules = shippedRules()->gaps;
    for (const int value :
         {rules.inspectLoanWithinDays, rules.houseNoReportDays, rules.houseBuildDays, rules.silentSaturdayWeeks, rules.staleDays})
        EXPECT_GT(value, 0);
}

TEST(Gaps, AVillageNeedsAGreenRouteThatIsRecognisedAndHasNotLapsed) {
    auto builder = twoCommunes();
    builder.add(Role::greenRoutes,
                {{"id", "x1"}, {"commune_code", "00874"}, {"village_code", "0087401"}, {"recognised_on", "1/3/2022"}});
    builder.add(Role::greenRoutes, {{"id", "x2"},
                                    {"commune_code", "00874"},
                                    {"village_code", "0087402"},
                                    {"recognised_on", "1/3/2021"},
                                    {"lapsed_on", "1/4/2022"}});
    EXPECT_EQ(codes(gap(builder.linked(), "village-without-green-route")), (Codes{"0087402", "0087701"}));
    EXPECT_EQ(codes(gap(builder.linked(), "village-without-green-route", Date::fromYmd(2022, 2, 1))),
              (Codes{"0087401", "0087701"}));
}

TEST(Gaps, HardenedAccessMeansHardenedAllTheWayToTheCommuneCentre) {
    auto builder = twoCommunes();
    builder.add(Role::roads, {{"id", "a"}, {"class", "ĐX"}, {"surface", "bê tông xi măng"}}, "LINESTRING (500 500,1000 500)");
    builder.add(Role::roads, {{"id", "b"}, {"class", "ĐTh"}, {"surface", "đất"}}, "LINESTRING (1000 500,1500 500)");
    builder.add(Role::roads, {{"id", "c"}, {"class", "ĐX"}, {"surface", "bê tông nhựa"}}, "LINESTRING (2500 500,2600 500)");
    const Gap found = gap(builder.linked(), "village-without-hardened-access");
    EXPECT_EQ(found.examined, 3U);
    EXPECT_EQ(codes(found), Codes{"0087402"});
    EXPECT_NE(found.items[0].reason.vi.find("0.5 km"), std::string::npos) << found.items[0].reason.vi;
}

District withHomes(std::initializer_list<test::DistrictBuilder::Fields> gardens,
                   std::initializer_list<test::DistrictBuilder::Fields> houses = {}) {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}, {"head_name", "Giàng Thị Mỷ"}});
    for (const auto& fields : gardens) builder.add(Role::gardens, fields);
    for (const auto& fields : houses) builder.add(Role::houses, fields);
    return builder.linked();
}

TEST(Gaps, ALoanIsOverdueForInspectionAfterItsDays) {
    const District district =
        withHomes({{{"id", "old"}, {"household_id", "h1"}, {"disbursed_on", "1/10/2021"}},
                   {{"id", "seen"}, {"household_id", "h1"}, {"disbursed_on", "1/10/2021"}, {"inspected_on", "1/3/2022"}},
                   {{"id", "new"}, {"household_id", "h1"}, {"disbursed_on", "1/5/2022"}},
                   {{"id", "later"}, {"household_id", "h1"}, {"disbursed_on", "1/10/2021"}, {"inspected_on", "1/6/2022"}}});
    const Gap found = gap(district, "loan-never-inspected");
    EXPECT_EQ(codes(found), (Codes{"old", "later"}));
    EXPECT_EQ(found.examined, 4U);
    EXPECT_EQ(found.items[0].name, "Thôn Bản Sản") << "named by the village, never by the person";
}

TEST(Gaps, AHouseIsLateWhenItsPaceOrItsSilenceSaysSo) {
    const District district =
        withHomes({}, {{{"id", "done"},
                        {"household_id", "h1"},
                        {"phase", "2022"},
                        {"deadline", "30/6/2022"},
                        {"started_on", "1/2/2022"},
                        {"finished_on", "1/5/2022"}},
                       {{"id", "slow"},
                        {"household_id", "h1"},
                        {"phase", "2022"},
                        {"deadline", "30/6/2022"},
                        {"started_on", "1/2/2022"},
                        {"foundation_on", "10/5/2022"},
                        {"reported_on", "15/5/2022"}},
                       {{"id", "fast"},
                        {"household_id", "h1"},
                        {"phase", "2022"},
                        {"deadline", "30/6/2022"},
                        {"started_on", "1/4/2022"},
                        {"roof_on", "10/5/2022"},
                        {"reported_on", "15/5/2022"}},
                       {{"id", "silent"},
                        {"household_id", "h1"},
                        {"phase", "2022"},
                        {"deadline", "30/6/2022"},
                        {"started_on", "1/4/2022"},
                        {"roof_on", "1/4/2022"},
                        {"reported_on", "1/4/2022"}},
                       {{"id", "unbegun"}, {"household_id", "h1"}, {"phase", "2022"}, {"deadline", "30/6/2022"}},
                       {{"id", "old"}, {"household_id", "h1"}, {"phase", "2019-2021"}, {"deadline", "31/12/2021"}}});
    EXPECT_EQ(codes(gap(district, "house-late")), (Codes{"slow", "silent", "unbegun"}));
    const Gap afterwards = gap(district, "house-late", Date::fromYmd(2022, 7, 10));
    EXPECT_EQ(codes(afterwards), (Codes{"slow", "fast", "silent", "unbegun"}));
    EXPECT_FALSE(afterwards.items[0].atRisk) << "missed, no longer a risk";
}

TEST(Gaps, ACommuneIsSilentAfterTwoSaturdays) {
    auto builder = twoCommunes();
    builder.add(Role::saturdays, {{"date", "14/5/2022"}, {"commune_code", "00874"}});
    builder.add(Role::saturdays, {{"date", "23/4/2022"}, {"commune_code", "00877"}});
    const Gap found = gap(builder.linked(), "commune-silent-on-saturdays");
    EXPECT_EQ(codes(found), Codes{"00877"});
    EXPECT_NE(found.items[0].reason.en.find("3 weeks"), std::string::npos);
}

TEST(Gaps, APriorityHouseholdMustBeOnTheListInForce) {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "on"}, {"village_code", "0087401"}, {"categories", "người có công;khó khăn nhà ở"}});
    builder.add(Role::households, {{"id", "off"}, {"village_code", "0087401"}, {"categories", "cựu chiến binh;khó khăn nhà ở"}});
    builder.add(Role::households,
                {{"id", "removed"}, {"village_code", "0087401"}, {"categories", "người có công;nghèo;khó khăn nhà ở"}});
    builder.add(Role::households, {{"id", "housed"}, {"village_code", "0087401"}, {"categories", "người có công"}});
    builder.add(Role::supportList, {{"household_id", "on"}, {"listed_on", "1/1/2022"}});
    builder.add(Role::supportList, {{"household_id", "removed"}, {"listed_on", "1/1/2022"}, {"removed_on", "1/3/2022"}});
    EXPECT_EQ(codes(gap(builder.linked(), "priority-household-off-list")), (Codes{"off", "removed"}));
}

TEST(Gaps, EveryGapSaysInBothLanguagesWhatItTests) {
    const Gaps gaps = findGaps(contextOf(twoCommunes().linked(), meeting));
    ASSERT_EQ(gaps.size(), gapQuestions().size());
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        const Gap& found = *gaps[i];
        EXPECT_EQ(found.id, gapQuestions()[i].id);
        EXPECT_EQ(gapQuestion(found.id), &gapQuestions()[i]);
        EXPECT_TRUE(ids.insert(found.id).second) << found.id;
        for (const std::string_view text : {found.title.vi, found.title.en, found.definition.vi, found.definition.en})
            EXPECT_NE(text, "") << found.id;
    }
    EXPECT_EQ(gapQuestion("nobody-asks"), nullptr);
}

} // namespace
} // namespace banlang
