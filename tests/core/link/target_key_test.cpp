// SPDX-License-Identifier: MIT
#include "core/link/number_index.h"
#include "core/link/target_key.h"
#include "tests/support/district_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;
using testing::ElementsAre;

/// Household 1 of two communes and one that is known by its number; a road of two communes; villages numbered per commune.
DistrictBuilder clashing() {
    DistrictBuilder builder = test::twoCommunes();
    builder.add(Role::villages, {{"code", "1"}, {"name", "Sủng Là"}, {"commune_code", "00874"}});
    builder.add(Role::villages, {{"code", "1"}, {"name", "Mã Pì"}, {"commune_code", "00877"}});
    builder.add(Role::households, {{"id", "1"}, {"village_code", "0087401"}, {"head_name", "Vàng Mí Sò"}, {"issuer", "00874"}});
    builder.add(Role::households, {{"id", "1"}, {"village_code", "0087701"}, {"head_name", "Ly Thị Hoà"}, {"issuer", "00877"}});
    builder.add(Role::households, {{"id", "H/9"}, {"village_code", "0087701"}, {"issuer", "00877"}});
    builder.add(Role::roads, {{"id", "QL4C"}, {"commune_code", "00874"}, {"issuer", "VN"}}, "LINESTRING (0 15,1000 15)");
    builder.add(Role::roads, {{"id", "QL4C"}, {"commune_code", "00877"}, {"issuer", "VN"}}, "LINESTRING (2000 15,2500 15)");
    builder.add(Role::roads, {{"name", "Đường về bản"}, {"commune_code", "00877"}, {"issuer", "00877"}},
                "LINESTRING (2000 15,2500 15)");
    return builder;
}

TEST(TargetKey, IsTheBareNumberWhereItIsTheOnlyOne) {
    const District district = clashing().linked();
    EXPECT_EQ(targetKey(district, Role::households, 0), "00874/1");
    EXPECT_EQ(targetKey(district, Role::households, 2), "H/9");
    EXPECT_EQ(targetKey(district, Role::villages, 0), "0087401");
    EXPECT_EQ(targetKey(district, Role::villages, 4), "00877/1");
    EXPECT_EQ(targetKey(district, Role::communes, 1), "00877");
    EXPECT_EQ(targetKey(district, Role::roads, 1), "VN/QL4C/00877");
}

TEST(TargetKey, AsItIsWrittenDownNamesOneRowWhateverComesLater) {
    const District district = clashing().linked();
    EXPECT_EQ(exactTargetKey(district, Role::households, 2), "00877/H/9");
    EXPECT_EQ(exactTargetKey(district, Role::roads, 2), "00877/Đường về bản") << "what has no number goes by its name";
    EXPECT_EQ(villageTarget("0087401", "00874"), "0087401");
    EXPECT_EQ(villageTarget("87401", "00874"), "87401") << "without the zeros that a spreadsheet ate";
    EXPECT_EQ(villageTarget("V1", "00874"), "00874/V1");
}

TEST(TargetKey, LeadsBackToItsRow) {
    const District district = clashing().linked();
    const AdminUnitVersions versions(district.table(Role::communes));
    for (const Role role : {Role::households, Role::roads}) {
        const NumberIndex index(district.table(role), district.linksOf(role), district.table(Role::communes), versions);
        for (std::size_t row = 0; row < district.table(role).rowCount; ++row) {
            const auto expected = static_cast<std::int32_t>(row);
            EXPECT_THAT(index.named(exactTargetKey(district, role, row)), ElementsAre(expected));
            EXPECT_THAT(index.named(targetKey(district, role, row)), ElementsAre(expected));
        }
    }
}

} // namespace
} // namespace banlang
