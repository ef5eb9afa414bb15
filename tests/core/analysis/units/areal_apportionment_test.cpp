// SPDX-License-Identifier: MIT
#include "core/analysis/units/areal_apportionment.h"
#include "tests/support/analysis_context.h"
#include "tests/support/merged_communes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::contextOf;
using test::DistrictBuilder;
using test::mergedCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);
const Date later = Date::fromYmd(2025, 12, 31);

const std::vector<AdminUnitValue> donated{{"90001", 100}, {"90002", 20}, {"90003", 7}, {"90004", 40}};

Apportionment apportioned(const District& district, const std::vector<AdminUnitValue>& values = donated) {
    return apportion(contextOf(district, later), values, adminUnitChangesOf(district), meeting);
}

double total(const Apportionment& result) {
    double sum = 0;
    for (const ApportionedValue& value : result.apportioned) sum += value.value;
    for (const UnapportionedValue& left : result.unapportioned) sum += left.value;
    return sum;
}

const ApportionedValue& valueOf(const Apportionment& result, std::string_view code) {
    const auto found = std::find_if(result.apportioned.begin(), result.apportioned.end(),
                                    [&](const ApportionedValue& value) { return value.code == code; });
    if (found == result.apportioned.end()) throw std::out_of_range(std::string(code));
    return *found;
}

TEST(ArealApportionment, WholeUnitsAddUpAndADividedOneGoesByArea) {
    const Apportionment result = apportioned(mergedCommunes().linked());
    ASSERT_EQ(result.apportioned.size(), 2U);
    EXPECT_TRUE(result.unapportioned.empty());
    const ApportionedValue& south = valueOf(result, "90001");
    EXPECT_EQ(south.name, "Xã Thèn Lĩnh");
    EXPECT_NEAR(south.value, 100 + 20 + 0.25 * 40, 1e-9);
    EXPECT_EQ(south.basis, ApportionmentBasis::area);
    ASSERT_EQ(south.from.size(), 3U);
    EXPECT_EQ(south.from[0].name, "Xã Nà Sáng");
    EXPECT_EQ(south.from[0].basis, ApportionmentBasis::stated);
    EXPECT_NEAR(south.from[2].share, 0.25, 1e-9);
    EXPECT_NEAR(valueOf(result, "90003").value, 7 + 30, 1e-9);
}

TEST(ArealApportionment, HouseholdsOfTheVillagesAreSurerThanArea) {
    auto builder = mergedCommunes();
    builder.add(Role::villages, {{"code", "V1"}, {"name", "Nam"}, {"commune_code", "90004"}, {"households", "60"}},
                "POLYGON ((1000 1000,2000 1000,2000 1200,1000 1200,1000 1000))");
    builder.add(Role::villages, {{"code", "V2"}, {"name", "Bắc"}, {"commune_code", "90004"}, {"households", "20"}},
                "POLYGON ((1000 1300,2000 1300,2000 2000,1000 2000,1000 1300))");
    const Apportionment result = apportioned(builder.linked());
    EXPECT_NEAR(valueOf(result, "90001").value, 120 + 0.75 * 40, 1e-9);
    EXPECT_EQ(valueOf(result, "90001").basis, ApportionmentBasis::households);
    builder.add(Role::villages, {{"code", "V3"}, {"name", "Chưa rõ"}, {"commune_code", "90004"}},
                "POLYGON ((1000 1200,2000 1200,2000 1300,1000 1300,1000 1200))");
    EXPECT_EQ(valueOf(apportioned(builder.linked()), "90001").basis, ApportionmentBasis::area)
        << "one village has not said how many it has";
}

TEST(ArealApportionment, AnEqualCodeIsNoReason) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "90001"}, {"name", "Nà Sáng"}, {"valid_to", "2025-07-01"}});
    builder.add(Role::communes, {{"code", "90001"}, {"name", "Thèn Lĩnh"}, {"valid_from", "2025-07-01"}});
    const Apportionment result = apportioned(builder.linked(), {{"90001", 100}});
    EXPECT_TRUE(result.apportioned.empty());
    ASSERT_EQ(result.unapportioned.size(), 1U);
    EXPECT_EQ(result.unapportioned[0].name, "Nà Sáng");
    EXPECT_EQ(result.unapportioned[0].value, 100);
    EXPECT_FALSE(result.unapportioned[0].reason.vi.empty());
}

TEST(ArealApportionment, WithoutAChangeTheMapsOfBothTimesDecide) {
    auto builder = mergedCommunes();
    District district = builder.linked();
    const Apportionment result = apportion(contextOf(district, later), donated, {}, meeting);
    EXPECT_NEAR(valueOf(result, "90001").value, 130, 1e-9);
    for (const ApportionedPart& part : valueOf(result, "90001").from) EXPECT_EQ(part.basis, ApportionmentBasis::area) << part.code;
    EXPECT_NEAR(total(result), 167, 1e-9);
}

TEST(ArealApportionment, ADividedUnitWithoutMapsStaysApart) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "00688"}, {"name", "Quang Trung"}, {"kind", "Phường"}});
    const Apportionment result = apportioned(builder.linked(), {{"00688", 8}, {"00692", 5}});
    ASSERT_EQ(result.apportioned.size(), 1U);
    EXPECT_EQ(result.apportioned[0].name, "Phường Hà Giang 2");
    EXPECT_EQ(result.apportioned[0].value, 5);
    ASSERT_EQ(result.unapportioned.size(), 1U);
    EXPECT_EQ(result.unapportioned[0].name, "Phường Quang Trung");
    EXPECT_THAT(result.unapportioned[0].reason.en, testing::HasSubstr("divided"));
}

TEST(ArealApportionment, ChangesFollowOneAnother) {
    const District nothing = emptyDistrict(9209);
    const std::vector<AdminUnitValue> values{{"01111", 3}, {"01117", 4}, {"01126", 5}};
    const Apportionment result = apportion(contextOf(nothing, later), values, shippedAdminUnitChanges(), Date::fromYmd(2019, 6, 1));
    ASSERT_EQ(result.apportioned.size(), 1U);
    EXPECT_EQ(result.apportioned[0].code, "01117");
    EXPECT_EQ(result.apportioned[0].value, 12);
    EXPECT_EQ(result.apportioned[0].from[0].name, "Xã Trung Thịnh") << "01111 before 2020";
    EXPECT_EQ(result.apportioned[0].from[1].name, "Xã Ngán Chiên");
}

TEST(ArealApportionment, SharesThatLeaveSomethingOutSayHowMuch) {
    const District nothing = emptyDistrict(9209);
    const Date day = Date::fromYmd(2025, 7, 1);
    const std::vector<AdminUnitValue> values{{"1", 10}};
    const std::vector<AdminUnitChange> partly{{"1", "2", day, 0.6, "record"}};
    Apportionment result = apportion(contextOf(nothing, later), values, partly, meeting);
    EXPECT_NEAR(valueOf(result, "2").value, 6, 1e-9);
    EXPECT_NEAR(result.unapportioned.at(0).value, 4, 1e-9);
    const std::vector<AdminUnitChange> rest{{"1", "2", day, 0.6, "record"}, {"1", "3", day, std::nullopt, "record"}};
    result = apportion(contextOf(nothing, later), values, rest, meeting);
    EXPECT_NEAR(valueOf(result, "3").value, 4, 1e-9) << "the only one that is open takes what is left";
    const std::vector<AdminUnitChange> tooMuch{{"1", "2", day, 1.0, "record"}, {"1", "3", day, 1.0, "record"}};
    EXPECT_NEAR(total(apportion(contextOf(nothing, later), values, tooMuch, meeting)), 10, 1e-9);
}

TEST(ArealApportionment, NothingHappensBetweenTwoDaysOfOneList) {
    const District district = mergedCommunes().linked();
    const Apportionment result =
        apportion(contextOf(district, Date::fromYmd(2023, 1, 1)), donated, adminUnitChangesOf(district), meeting);
    ASSERT_EQ(result.apportioned.size(), 4U);
    for (const ApportionedValue& value : result.apportioned) EXPECT_EQ(value.basis, ApportionmentBasis::unchanged);
}

TEST(ArealApportionment, CriteriaThatWereMetCannotBeAdded) {
    EXPECT_FALSE(shippedRules()->units.isAdditive("criteria_met"));
    EXPECT_TRUE(shippedRules()->units.isAdditive("donated_m2"));
}

} // namespace
} // namespace banlang
