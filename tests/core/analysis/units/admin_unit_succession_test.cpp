// SPDX-License-Identifier: MIT
#include "core/analysis/units/admin_unit_succession.h"
#include "tests/support/analysis_context.h"
#include "tests/support/merged_communes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace banlang {
namespace {

using test::contextOf;
using test::DistrictBuilder;
using test::mergedCommunes;

const Date merger = Date::fromYmd(2025, 7, 1);
const Date later = Date::fromYmd(2025, 12, 31);

std::map<std::string, double> sharesOf(const Successors& successors) {
    std::map<std::string, double> shares;
    for (const SuccessorShare& share : successors.to) shares[share.code] += share.share;
    return shares;
}

/// What became of a unit of the district on the day of the merger.
Successors successorsIn(const District& district, const std::string& code, const std::vector<AdminUnitChange>& changes) {
    const AnalysisContext context = contextOf(district, later);
    return AdminUnitSuccession(context, changes).successorsOf(code, merger);
}

TEST(AdminUnitSuccession, AUnitThatNothingIsSaidOfGoesOnByItsName) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Thuận Hoà"}, {"valid_to", "2025-07-01"}});
    builder.add(Role::communes, {{"code", "1"}, {"name", "Thuận Hòa"}, {"valid_from", "2025-07-01"}});
    builder.add(Role::communes, {{"code", "2"}, {"name", "Nà Sáng"}});
    const District district = builder.linked();
    for (const std::string code : {"1", "2"}) {
        const Successors same = successorsIn(district, code, {});
        ASSERT_EQ(same.to.size(), 1U) << code;
        EXPECT_EQ(same.to[0].code, code);
        EXPECT_EQ(same.to[0].share, 1);
        EXPECT_EQ(same.to[0].basis, ApportionmentBasis::unchanged);
        EXPECT_EQ(same.lost, 0);
    }
}

TEST(AdminUnitSuccession, StatedSharesAreTakenAndTheRestIsLostWithAReason) {
    const District district = emptyDistrict(9209);
    const std::vector<AdminUnitChange> changes{{"1", "2", merger, 0.5, "record"}, {"1", "3", merger, 0.2, "record"}};
    const Successors found = successorsIn(district, "1", changes);
    EXPECT_EQ(sharesOf(found), (std::map<std::string, double>{{"2", 0.5}, {"3", 0.2}}));
    EXPECT_NEAR(found.lost, 0.3, 1e-12);
    EXPECT_FALSE(found.reason.vi.empty());
    EXPECT_FALSE(found.reason.en.empty());
}

TEST(AdminUnitSuccession, SharesAboveTheWholeAreScaledDown) {
    const District district = emptyDistrict(9209);
    const std::vector<AdminUnitChange> changes{{"1", "2", merger, 0.9, "record"}, {"1", "3", merger, 0.6, "record"}};
    const Successors found = successorsIn(district, "1", changes);
    EXPECT_NEAR(sharesOf(found)["2"], 0.6, 1e-12);
    EXPECT_NEAR(sharesOf(found)["3"], 0.4, 1e-12);
    EXPECT_EQ(found.lost, 0);
}

TEST(AdminUnitSuccession, AChangeOfAnotherDayOrUnitSaysNothing) {
    const District district = emptyDistrict(9209);
    const std::vector<AdminUnitChange> changes{{"1", "2", Date::fromYmd(2020, 1, 1), 1.0, "record"},
                                               {"7", "2", merger, 1.0, "record"}};
    const Successors found = successorsIn(district, "1", changes);
    EXPECT_TRUE(found.to.empty());
    EXPECT_EQ(found.lost, 1);
}

TEST(AdminUnitSuccession, ADividedUnitGoesByHouseholdsThenByArea) {
    auto builder = mergedCommunes();
    const District byArea = builder.linked();
    const Successors area = successorsIn(byArea, "90004", adminUnitChangesOf(byArea));
    EXPECT_NEAR(sharesOf(area)["90001"], 0.25, 1e-9);
    EXPECT_NEAR(sharesOf(area)["90003"], 0.75, 1e-9);
    EXPECT_EQ(area.to[0].basis, ApportionmentBasis::area);
    // The village's own later record says that it came to the south, though its place lies in the north.
    builder.add(Role::villages, {{"code", "V1"},
                                 {"name", "Bắc"},
                                 {"commune_code", "90004"},
                                 {"households", "30"},
                                 {"centre_x_m", "1500"},
                                 {"centre_y_m", "1900"},
                                 {"valid_to", "2025-07-01"}});
    builder.add(Role::villages,
                {{"code", "V1"}, {"name", "Bắc"}, {"commune_code", "90001"}, {"households", "31"}, {"valid_from", "2025-07-01"}});
    builder.add(Role::villages, {{"code", "V2"},
                                 {"name", "Giữa"},
                                 {"commune_code", "90004"},
                                 {"households", "10"},
                                 {"centre_x_m", "1500"},
                                 {"centre_y_m", "1500"}});
    const District byHouseholds = builder.linked();
    const Successors households = successorsIn(byHouseholds, "90004", adminUnitChangesOf(byHouseholds));
    EXPECT_NEAR(sharesOf(households)["90001"], 0.75, 1e-9);
    EXPECT_NEAR(sharesOf(households)["90003"], 0.25, 1e-9);
    EXPECT_EQ(households.to[0].basis, ApportionmentBasis::households);
}

TEST(AdminUnitSuccession, OneGroundIsOneUnitAndASliverIsNone) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Cũ"}, {"valid_to", "2025-07-01"}},
                "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))");
    builder.add(Role::communes, {{"code", "2"}, {"name", "Mới"}, {"valid_from", "2025-07-01"}},
                "POLYGON ((0 0,990 0,990 1000,0 1000,0 0))");
    builder.add(Role::communes, {{"code", "3"}, {"name", "Bên"}}, "POLYGON ((990 0,2000 0,2000 1000,990 1000,990 0))");
    const Successors whole = successorsIn(builder.linked(), "1", {});
    ASSERT_EQ(whole.to.size(), 1U) << "one part in a hundred is the noise of drawing";
    EXPECT_EQ(whole.to[0].code, "2");
    EXPECT_NEAR(whole.to[0].share, 1, 1e-12);
    EXPECT_EQ(whole.lost, 0);

    DistrictBuilder half;
    half.add(Role::communes, {{"code", "1"}, {"name", "Cũ"}, {"valid_to", "2025-07-01"}},
             "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))");
    half.add(Role::communes, {{"code", "2"}, {"name", "Mới"}, {"valid_from", "2025-07-01"}},
             "POLYGON ((0 0,400 0,400 1000,0 1000,0 0))");
    const Successors partly = successorsIn(half.linked(), "1", {});
    EXPECT_NEAR(sharesOf(partly)["2"], 0.4, 1e-9);
    EXPECT_NEAR(partly.lost, 0.6, 1e-9);
    EXPECT_FALSE(partly.reason.vi.empty());
}

TEST(AdminUnitSuccession, DaysOfChangeLieAfterTheFirstDayUpToTheLast) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Mới"}, {"valid_from", "2025-07-01"}});
    builder.add(Role::communes, {{"code", "2"}, {"name", "Xưa"}});
    const District district = builder.linked();
    const AnalysisContext context = contextOf(district, later);
    const Date early = Date::fromYmd(2020, 2, 1);
    const std::vector<AdminUnitChange> changes{
        {"8", "9", early, 1.0, "record"}, {"7", "9", early, 1.0, "record"}, {"6", "9", Date{}, 1.0, "record"}};
    const AdminUnitSuccession succession(context, changes);
    EXPECT_EQ(succession.daysOfChange(Date::fromYmd(2019, 1, 1), later), (std::vector<Date>{early, merger}));
    EXPECT_EQ(succession.daysOfChange(early, merger), std::vector<Date>{merger});
    EXPECT_TRUE(succession.daysOfChange(merger, later).empty());
}

TEST(AdminUnitSuccession, NamesAUnitAsTheDistrictTheListOrItsCode) {
    const District district = mergedCommunes().linked();
    const AnalysisContext context = contextOf(district, later);
    const AdminUnitSuccession succession(context, {});
    EXPECT_EQ(succession.nameOf("90001", Date::fromYmd(2022, 5, 18)), "Xã Nà Sáng");
    EXPECT_EQ(succession.nameOf("90001", merger), "Xã Thèn Lĩnh") << "the code was given again";
    EXPECT_EQ(succession.nameOf("00688", Date::fromYmd(2022, 5, 18)), "Phường Quang Trung");
    EXPECT_EQ(succession.nameOf("x", merger), "x");
}

} // namespace
} // namespace banlang
