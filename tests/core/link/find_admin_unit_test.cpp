// SPDX-License-Identifier: MIT
#include "core/link/find_admin_unit.h"
#include "core/text/keys.h"
#include "tests/support/columns.h"
#include "tests/support/district_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;
using testing::AllOf;
using testing::HasSubstr;

constexpr const char* west = "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))";
constexpr const char* east = "POLYGON ((1000 0,2000 0,2000 1000,1000 1000,1000 0))";
const Date meeting = Date::fromYmd(2022, 5, 18);
const Date later = Date::fromYmd(2026, 1, 1);

DistrictBuilder named() {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "00901"}, {"name", "Nà Sáng"}, {"kind", "Xã"}}, west);
    builder.add(Role::communes, {{"code", "00904"}, {"name", "Bản Chiêng"}, {"kind", "Xã"}}, east);
    builder.add(Role::villages, {{"code", "0090101"}, {"name", "Nà Lìn"}, {"kind", "Thôn"}, {"commune_code", "00901"}}, west);
    builder.add(Role::villages, {{"code", "0090401"}, {"name", "Nà Lìn"}, {"kind", "Thôn"}, {"commune_code", "00904"}}, east);
    builder.add(Role::villages, {{"code", "0090402"}, {"name", "Hòa Tiến"}, {"kind", "Thôn"}, {"commune_code", "00904"}}, east);
    builder.add(Role::villages, {{"code", "0090403"}, {"name", "Nà Sáng"}, {"kind", "Thôn"}, {"commune_code", "00904"}}, east);
    builder.add(Role::villages, {{"code", "0090404"}, {"name", "Nà Tát"}, {"kind", "Thôn"}, {"commune_code", "00904"}}, east);
    return builder;
}

/// The code of the unit, or the code of the error.
std::string found(std::string_view text, AdminLevelFilter wanted = AdminLevelFilter::communesAndVillages) {
    const District district = named().linked();
    const auto unit = findAdminUnit(district, text, wanted, meeting);
    return unit ? std::string(test::textAt(district.table(unit->role), "code", unit->row)) : unit.error().code;
}

TEST(FindUnit, ACommuneByCodeAndByNameInEveryWriting) {
    for (const char* text :
         {"00901", "901", "Nà Sáng", "Xã Nà Sáng", "xã nà sáng", "XÃ NÀ SÁNG", "xa na sang", "na sang", "  Xã  Nà Sáng "})
        EXPECT_EQ(found(text), "00901") << text;
    const std::string decomposed = "Xa\u0303 Na\u0300 Sa\u0301ng";
    ASSERT_NE(decomposed, toNfc(decomposed));
    EXPECT_EQ(found(decomposed), "00901");
    EXPECT_EQ(found("Bản Chiêng"), "00904") << "no village Chiêng";
    EXPECT_EQ(found("Xã Bản Chiêng"), "00904");
}

TEST(FindUnit, AVillageWhereItIsTheOnlyOneOfItsName) {
    EXPECT_EQ(found("0090402"), "0090402");
    EXPECT_EQ(found("thôn Hoà Tiến"), "0090402") << "the tone stands elsewhere";
    EXPECT_EQ(found("hoa tien"), "0090402");
    EXPECT_EQ(found("Thôn Nà Sáng"), "0090403") << "and not the commune";
}

TEST(FindUnit, AVillageOfOneNameInTwoCommunesNeedsItsCommune) {
    EXPECT_EQ(found("thôn Nà Lìn, xã Nà Sáng"), "0090101");
    EXPECT_EQ(found("Nà Lìn, Bản Chiêng"), "0090401");
    EXPECT_EQ(found("na lin, xa ban chieng"), "0090401");
    const auto both = findAdminUnit(named().linked(), "Nà Lìn", AdminLevelFilter::communesAndVillages, meeting);
    ASSERT_FALSE(both);
    EXPECT_EQ(both.error().code, "ambiguous-unit");
    EXPECT_EQ(both.error().kind, ErrorKind::usage);
    EXPECT_THAT(both.error().message.vi,
                AllOf(HasSubstr("0090101 Thôn Nà Lìn (Xã Nà Sáng)"), HasSubstr("0090401 Thôn Nà Lìn (Xã Bản Chiêng)")));
}

TEST(FindUnit, WhatIsNotThereIsAnErrorWithTheNearestNames) {
    const auto none = findAdminUnit(named().linked(), "Nà Sàng", AdminLevelFilter::communesAndVillages, meeting);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, "unknown-unit");
    EXPECT_THAT(none.error().hint.vi, HasSubstr("00901 Xã Nà Sáng"));
    EXPECT_EQ(found("Nà Tạt"), "unknown-unit") << "another tone is another name";
    EXPECT_EQ(found("Xyzw"), "unknown-unit");
    const auto far = findAdminUnit(named().linked(), "Xyzw", AdminLevelFilter::communes, meeting);
    EXPECT_THAT(far.error().hint.en, AllOf(HasSubstr("00901"), HasSubstr("00904")));
    EXPECT_EQ(found(""), "unknown-unit");
}

TEST(FindUnit, AVillageIsNoCommune) {
    const auto village = findAdminUnit(named().linked(), "Hòa Tiến", AdminLevelFilter::communes, meeting);
    ASSERT_FALSE(village);
    EXPECT_EQ(village.error().code, "unknown-unit");
    EXPECT_THAT(village.error().hint.en, HasSubstr("00904 Xã Bản Chiêng"));
}

TEST(FindUnit, ACodeThatWasGivenAgainMeansTheUnitOfTheDay) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "00874"}, {"name", "Tam Sơn"}, {"valid_to", "2025-07-01"}}, west);
    builder.add(Role::communes, {{"code", "00874"}, {"name", "Quản Bạ"}, {"valid_from", "2025-07-01"}}, east);
    const District district = builder.linked();
    EXPECT_EQ(findAdminUnit(district, "00874", AdminLevelFilter::communes, meeting)->row, 0U);
    EXPECT_EQ(findAdminUnit(district, "00874", AdminLevelFilter::communes, later)->row, 1U);
}

} // namespace
} // namespace banlang
