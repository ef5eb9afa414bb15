// SPDX-License-Identifier: MIT
#include "core/analysis/progress/progress.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

using test::contextOf;
using test::twoCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);

District sample() {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}});
    builder.add(Role::households, {{"id", "h2"}, {"village_code", "0087701"}});
    builder.add(Role::roads, {{"id", "r1"}, {"class", "ĐTh"}, {"commune_code", "00874"}}, "LINESTRING (0 0,1000 0)");
    builder.add(
        Role::donations,
        {{"id", "d1"}, {"commune_code", "00874"}, {"household_id", "h1"}, {"declared_area_m2", "100"}, {"donated_on", "1/3/2022"}});
    builder.add(
        Role::donations,
        {{"id", "d2"}, {"commune_code", "00874"}, {"household_id", "h1"}, {"declared_area_m2", "50"}, {"donated_on", "2/5/2021"}});
    builder.add(Role::donations, {{"id", "d3"}, {"commune_code", "00874"}, {"declared_area_m2", "30"}, {"pledged_on", "1/5/2022"}});
    builder.add(Role::donations, {{"id", "d4"}, {"commune_code", "00874"}, {"declared_area_m2", "7"}, {"donated_on", "1/6/2022"}});
    builder.add(Role::roadWorks, {{"id", "w1"},
                                  {"road_id", "r1"},
                                  {"kind", "nâng cấp"},
                                  {"from_m", "200"},
                                  {"to_m", "700"},
                                  {"started_on", "1/1/2022"},
                                  {"finished_on", "1/4/2022"}});
    builder.add(Role::gardens, {{"id", "g1"}, {"household_id", "h2"}, {"registered_on", "1/2/2021"}, {"finished_on", "1/3/2022"}});
    builder.add(Role::gardens, {{"id", "g2"}, {"household_id", "h2"}, {"registered_on", "1/2/2022"}});
    builder.add(Role::targets, {{"unit_code", "00874"}, {"indicator", "donated_m2"}, {"year", "2022"}, {"value", "300"}});
    builder.add(Role::targets, {{"unit_code", "00877"}, {"indicator", "donated_m2"}, {"year", "2022"}, {"value", "200"}});
    return builder.linked();
}

const Indicator& figure(const std::vector<AdminUnitProgress>& units, std::string_view code, std::string_view id) {
    const auto unit = std::find_if(units.begin(), units.end(), [&](const AdminUnitProgress& u) { return u.code == code; });
    return *std::find_if(unit->indicators.begin(), unit->indicators.end(), [&](const Indicator& i) { return i.id == id; });
}

TEST(Progress, CountsWhatHadHappenedByTheDay) {
    const auto shared = progress(contextOf(sample(), meeting));
    const auto& units = *shared;
    EXPECT_EQ(figure(units, "00874", "donated_m2").value, 150);
    EXPECT_EQ(figure(units, "00874", "pledged_m2").value, 30);
    EXPECT_EQ(figure(units, "00874", "donor_households").value, 1) << "one household gave twice";
    EXPECT_EQ(figure(units, "0087401", "donated_m2").value, 150) << "by the household's village";
    EXPECT_EQ(figure(units, "00874", "roads_done_km").value, 0.5) << "the stretch of the work, not the road";
    EXPECT_EQ(figure(units, "0087701", "gardens_registered").value, 2);
    EXPECT_EQ(figure(units, "0087701", "gardens_finished").value, 1);
}

TEST(Progress, DistrictIsTheSumOfItsCommunes) {
    const auto shared = progress(contextOf(sample(), meeting));
    const auto& units = *shared;
    for (const Indicator& whole : units.front().indicators) {
        double sum = 0;
        for (const char* code : {"00874", "00877"}) sum += figure(units, code, whole.id).value.value_or(0);
        EXPECT_EQ(whole.value.value_or(0), sum) << whole.id;
    }
    EXPECT_EQ(units.front().indicators.front().target, 500);
}

TEST(Progress, NoReportIsNotZero) {
    const auto shared = progress(contextOf(sample(), meeting));
    const auto& units = *shared;
    EXPECT_EQ(figure(units, "00877", "donated_m2").value, std::nullopt);
    EXPECT_EQ(figure(units, "00874", "gardens_finished").value, std::nullopt);
    EXPECT_EQ(figure(units, "00874", "roads_under_way_km").value, 0) << "works were reported, none is under way";
}

TEST(Progress, ComparesWithAnotherDayAndKnowsTheTargetOfTheYear) {
    const auto shared = progress(contextOf(sample(), meeting).comparedWith(Date::fromYmd(2021, 12, 31)));
    const auto& units = *shared;
    EXPECT_EQ(figure(units, "00874", "donated_m2").previous, 50);
    EXPECT_EQ(figure(units, "00874", "donated_m2").target, 300);
    EXPECT_EQ(figure(*progress(contextOf(sample(), Date::fromYmd(2021, 12, 31))), "00874", "donated_m2").target, std::nullopt);
}

TEST(Progress, LastActivityLooksNoFurtherThanTheDay) {
    const auto shared = progress(contextOf(sample(), meeting));
    const auto& units = *shared;
    const auto commune = std::find_if(units.begin(), units.end(), [](const AdminUnitProgress& u) { return u.code == "00874"; });
    EXPECT_EQ(commune->lastActivity, Date::fromYmd(2022, 5, 1));
}

TEST(Progress, FollowsWhatCameAfterTheStart) {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}});
    builder.add(Role::gardens,
                {{"id", "lent"}, {"household_id", "h1"}, {"registered_on", "1/2/2021"}, {"disbursed_on", "1/3/2021"}});
    builder.add(Role::gardens,
                {{"id", "own"}, {"household_id", "h1"}, {"registered_on", "1/2/2021"}, {"borrower", "0"}, {"specialised", "1"}});
    builder.add(Role::inspections, {{"date", "1/4/2022"}, {"garden_id", "lent"}, {"inspector", "xã"}, {"effect", "khá"}});
    builder.add(Role::contributions, {{"date", "1/3/2022"},
                                      {"commune_code", "00874"},
                                      {"donor_kind", "doanh nghiệp"},
                                      {"amount_vnd", "1000000"},
                                      {"goods_vnd", "500000"}});
    builder.add(
        Role::labourDays,
        {{"date", "1/3/2022"}, {"organisation", "Đoàn"}, {"commune_code", "00874"}, {"days_pledged", "9"}, {"days_given", "4"}});
    builder.add(Role::campaigns,
                {{"date", "1/3/2022"}, {"commune_code", "00874"}, {"kind", "ra quân"}, {"participating_households", "12"}});
    builder.add(Role::modelVillages, {{"village_code", "0087401"}, {"registered_on", "1/3/2022"}});
    const auto shared = progress(contextOf(builder.linked(), meeting));
    const auto& units = *shared;
    const auto value = [&](std::string_view id) { return figure(units, "00874", id).value; };
    EXPECT_EQ(value("loans_disbursed"), 1);
    EXPECT_EQ(value("loans_inspected"), 1);
    EXPECT_EQ(value("loans_assessed"), 1);
    EXPECT_EQ(value("gardens_non_borrower"), 1);
    EXPECT_EQ(value("gardens_specialised"), 1);
    EXPECT_EQ(value("contributions_vnd"), 1'500'000);
    EXPECT_EQ(value("labour_days_pledged"), 9);
    EXPECT_EQ(value("labour_days_given"), 4);
    EXPECT_EQ(value("participating_households"), 12);
    EXPECT_EQ(value("model_villages_registered"), 1);
    EXPECT_EQ(value("model_villages_recognised"), 0);
    EXPECT_EQ(value("village_meetings"), std::nullopt) << "no report is not zero";
}

TEST(Progress, SaysWhichProgrammeHasNotReportedSince) {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}});
    builder.add(Role::saturdays, {{"date", "14/5/2022"}, {"commune_code", "00874"}});
    builder.add(Role::gardens, {{"id", "g"}, {"household_id", "h1"}, {"registered_on", "1/2/2021"}});
    builder.add(Role::campaigns,
                {{"date", "1/3/2022"}, {"commune_code", "00874"}, {"kind", "ra quân"}, {"programme", "Cải tạo vườn tạp"}});
    const auto shared = progress(contextOf(builder.linked(), meeting));
    const auto& units = *shared;
    const auto last = [&](Programme programme) { return toIso(units[1].lastReport[static_cast<std::size_t>(programme)]); };
    EXPECT_EQ(last(Programme::newRural), "2022-05-14");
    EXPECT_EQ(last(Programme::gardens), "2022-03-01");
    EXPECT_EQ(last(Programme::housing), "") << "never";
    EXPECT_EQ(toIso(units[1].lastActivity), "2022-05-14");
}

TEST(Progress, AReportThatCameLateLandsOnItsOwnDay) {
    auto builder = twoCommunes();
    builder.add(Role::donations, {{"id", "d1"}, {"commune_code", "00874"}, {"declared_area_m2", "5"}, {"donated_on", "1/5/2022"}});
    builder.add(Role::donations,
                {{"id", "late"}, {"commune_code", "00874"}, {"declared_area_m2", "40"}, {"donated_on", "1/2/2022"}});
    const auto shared = progress(contextOf(builder.linked(), meeting).comparedWith(Date::fromYmd(2022, 3, 1)));
    const auto& units = *shared;
    EXPECT_EQ(figure(units, "00874", "donated_m2").value, 45);
    EXPECT_EQ(figure(units, "00874", "donated_m2").previous, 40);
}

} // namespace
} // namespace banlang
