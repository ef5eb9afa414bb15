// SPDX-License-Identifier: MIT
#include "core/model/units/recycled_codes.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;

const Date meeting = Date::fromYmd(2022, 5, 18);
const Date reform = Date::fromYmd(2025, 7, 1);

RecycledCodes of(const DistrictBuilder& builder) {
    return RecycledCodes(builder.unlinked().table(Role::communes));
}

TEST(RecycledCodes, AnOfficialListTellsOfTheOtherUnitThatTheStoreLacks) {
    const RecycledCodes codes = of(DistrictBuilder().add(Role::communes, {{"code", "00874"}, {"name", "Quản Bạ"}, {"kind", "Xã"}}));
    ASSERT_TRUE(codes.containsRow(0));
    EXPECT_TRUE(codes.anotherBoreItOn(0, meeting));
    EXPECT_FALSE(codes.boreItOn(0, meeting));
    EXPECT_TRUE(codes.boreItOn(0, reform));
    EXPECT_FALSE(codes.anotherBoreItOn(0, reform));
    EXPECT_EQ(codes.meaning("00874").vi, "mã này từ 1/7/2025 là Xã Quản Bạ, trước đó là Thị trấn Tam Sơn");
    EXPECT_EQ(codes.meaning("00874").en, "this code is Xã Quản Bạ from 1/7/2025, before that Thị trấn Tam Sơn");
}

TEST(RecycledCodes, ACodeThatWentOnUnderItsNameIsNone) {
    EXPECT_FALSE(of(DistrictBuilder().add(Role::communes, {{"code", "00901"}, {"name", "Lùng Tám"}})).any());
    EXPECT_FALSE(of(DistrictBuilder().add(Role::communes, {{"code", "00922"}, {"name", "Thuận Hoà"}})).any())
        << "the list of 2025 writes Thuận Hòa";
}

TEST(RecycledCodes, OfficialListsSayNothingOfInventedUnits) {
    EXPECT_FALSE(of(DistrictBuilder().add(Role::communes, {{"code", "00874"}, {"name", "Nà Sáng"}})).any());
}

TEST(RecycledCodes, TwoUnitsOfTheStoreAreEnough) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Cũ"}, {"kind", "Xã"}, {"valid_to", "2025-07-01"}});
    builder.add(Role::communes, {{"code", "1"}, {"name", "Mới"}, {"kind", "Xã"}, {"valid_from", "2025-07-01"}});
    const RecycledCodes codes = of(builder);
    EXPECT_TRUE(codes.boreItOn(0, meeting));
    EXPECT_TRUE(codes.anotherBoreItOn(0, reform));
    EXPECT_EQ(codes.meaning("1").vi, "mã này từ 1/7/2025 là Xã Mới, trước đó là Xã Cũ");
    EXPECT_EQ(codes.meaning("2").vi, "");
}

} // namespace
} // namespace banlang
