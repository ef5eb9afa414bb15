// SPDX-License-Identifier: MIT
#include "core/analysis/unit_carry.h"
#include "tests/support/merged_communes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;
using test::mergedCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);
const Date later = Date::fromYmd(2025, 12, 31);

const std::vector<UnitValue> donated{{"90001", 100}, {"90002", 20}, {"90003", 7}, {"90004", 40}};

CarryOver carried(const District& district, const std::vector<UnitValue>& values = donated) {
    return carryOver(district, values, unitChangesOf(district), meeting, later);
}

double total(const CarryOver& result) {
    double sum = 0;
    for (const CarriedValue& value : result.carried) sum += value.value;
    for (const NotCarried& left : result.notCarried) sum += left.value;
    return sum;
}

const CarriedValue& valueOf(const CarryOver& result, std::string_view code) {
    const auto found =
        std::find_if(result.carried.begin(), result.carried.end(), [&](const CarriedValue& value) { return value.code == code; });
    if (found == result.carried.end()) throw std::out_of_range(std::string(code));
    return *found;
}

TEST(UnitCarry, WholeUnitsAddUpAndADividedOneGoesByArea) {
    const CarryOver result = carried(mergedCommunes().linked());
    ASSERT_EQ(result.carried.size(), 2U);
    EXPECT_TRUE(result.notCarried.empty());
    const CarriedValue& south = valueOf(result, "90001");
    EXPECT_EQ(south.name, "Xã Thèn Lĩnh");
    EXPECT_NEAR(south.value, 100 + 20 + 0.25 * 40, 1e-9);
    EXPECT_EQ(south.basis, CarryBasis::area);
    ASSERT_EQ(south.from.size(), 3U);
    EXPECT_EQ(south.from[0].name, "Xã Nà Sáng");
    EXPECT_EQ(south.from[0].basis, CarryBasis::stated);
    EXPECT_NEAR(south.from[2].share, 0.25, 1e-9);
    EXPECT_NEAR(valueOf(result, "90003").value, 7 + 30, 1e-9);
}

TEST(UnitCarry, HouseholdsOfTheVillagesAreSurerThanArea) {
    auto builder = mergedCommunes();
    builder.add(Role::villages, {{"code", "V1"}, {"name", "Nam"}, {"commune_code", "90004"}, {"households", "60"}},
                "POLYGON ((1000 1000,2000 1000,2000 1200,1000 1200,1000 1000))");
    builder.add(Role::villages, {{"code", "V2"}, {"name", "Bắc"}, {"commune_code", "90004"}, {"households", "20"}},
                "POLYGON ((1000 1300,2000 1300,2000 2000,1000 2000,1000 1300))");
    const CarryOver result = carried(builder.linked());
    EXPECT_NEAR(valueOf(result, "90001").value, 120 + 0.75 * 40, 1e-9);
    EXPECT_EQ(valueOf(result, "90001").basis, CarryBasis::households);
    builder.add(Role::villages, {{"code", "V3"}, {"name", "Chưa rõ"}, {"commune_code", "90004"}},
                "POLYGON ((1000 1200,2000 1200,2000 1300,1000 1300,1000 1200))");
    EXPECT_EQ(valueOf(carried(builder.linked()), "90001").basis, CarryBasis::area) << "one village has not said how many it has";
}

TEST(UnitCarry, AnEqualCodeIsNoReason) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "90001"}, {"name", "Nà Sáng"}, {"valid_to", "2025-07-01"}});
    builder.add(Role::communes, {{"code", "90001"}, {"name", "Thèn Lĩnh"}, {"valid_from", "2025-07-01"}});
    const CarryOver result = carried(builder.linked(), {{"90001", 100}});
    EXPECT_TRUE(result.carried.empty());
    ASSERT_EQ(result.notCarried.size(), 1U);
    EXPECT_EQ(result.notCarried[0].name, "Nà Sáng");
    EXPECT_EQ(result.notCarried[0].value, 100);
    EXPECT_FALSE(result.notCarried[0].reason.vi.empty());
}

TEST(UnitCarry, WithoutAChangeTheMapsOfBothTimesDecide) {
    auto builder = mergedCommunes();
    District district = builder.linked();
    const CarryOver result = carryOver(district, donated, {}, meeting, later);
    EXPECT_NEAR(valueOf(result, "90001").value, 130, 1e-9);
    for (const CarriedPart& part : valueOf(result, "90001").from) EXPECT_EQ(part.basis, CarryBasis::area) << part.code;
    EXPECT_NEAR(total(result), 167, 1e-9);
}

TEST(UnitCarry, ADividedUnitWithoutMapsStaysApart) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "00688"}, {"name", "Quang Trung"}, {"kind", "Phường"}});
    const CarryOver result = carried(builder.linked(), {{"00688", 8}, {"00692", 5}});
    ASSERT_EQ(result.carried.size(), 1U);
    EXPECT_EQ(result.carried[0].name, "Phường Hà Giang 2");
    EXPECT_EQ(result.carried[0].value, 5);
    ASSERT_EQ(result.notCarried.size(), 1U);
    EXPECT_EQ(result.notCarried[0].name, "Phường Quang Trung");
    EXPECT_THAT(result.notCarried[0].reason.en, testing::HasSubstr("divided"));
}

TEST(UnitCarry, ChangesFollowOneAnother) {
    const District nothing = emptyDistrict(9209);
    const std::vector<UnitValue> values{{"01111", 3}, {"01117", 4}, {"01126", 5}};
    const CarryOver result = carryOver(nothing, values, shippedUnitChanges(), Date::fromYmd(2019, 6, 1), later);
    ASSERT_EQ(result.carried.size(), 1U);
    EXPECT_EQ(result.carried[0].code, "01117");
    EXPECT_EQ(result.carried[0].value, 12);
    EXPECT_EQ(result.carried[0].from[0].name, "Xã Trung Thịnh") << "01111 before 2020";
    EXPECT_EQ(result.carried[0].from[1].name, "Xã Ngán Chiên");
}

TEST(UnitCarry, SharesThatLeaveSomethingOutSayHowMuch) {
    const District nothing = emptyDistrict(9209);
    const Date day = Date::fromYmd(2025, 7, 1);
    const std::vector<UnitValue> values{{"1", 10}};
    const std::vector<UnitChange> partly{{"1", "2", day, 0.6, "record"}};
    CarryOver result = carryOver(nothing, values, partly, meeting, later);
    EXPECT_NEAR(valueOf(result, "2").value, 6, 1e-9);
    EXPECT_NEAR(result.notCarried.at(0).value, 4, 1e-9);
    const std::vector<UnitChange> rest{{"1", "2", day, 0.6, "record"}, {"1", "3", day, std::nullopt, "record"}};
    result = carryOver(nothing, values, rest, meeting, later);
    EXPECT_NEAR(valueOf(result, "3").value, 4, 1e-9) << "the only one that is open takes what is left";
    const std::vector<UnitChange> tooMuch{{"1", "2", day, 1.0, "record"}, {"1", "3", day, 1.0, "record"}};
    EXPECT_NEAR(total(carryOver(nothing, values, tooMuch, meeting, later)), 10, 1e-9);
}

TEST(UnitCarry, NothingHappensBetweenTwoDaysOfOneList) {
    const District district = mergedCommunes().linked();
    const CarryOver result = carryOver(district, donated, unitChangesOf(district), meeting, Date::fromYmd(2023, 1, 1));
    ASSERT_EQ(result.carried.size(), 4U);
    for (const CarriedValue& value : result.carried) EXPECT_EQ(value.basis, CarryBasis::unchanged);
}

TEST(UnitCarry, CriteriaThatWereMetCannotBeAdded) {
    EXPECT_FALSE(isAdditive("criteria_met"));
    EXPECT_TRUE(isAdditive("donated_m2"));
}

} // namespace
} // namespace banlang
