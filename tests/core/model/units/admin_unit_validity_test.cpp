// SPDX-License-Identifier: MIT
#include "core/model/as_of.h"
#include "core/model/units/admin_unit_validity.h"
#include "tests/support/columns.h"
#include "tests/support/merged_communes.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;
using test::mergedCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);
const Date reform = Date::fromYmd(2025, 7, 1);

TEST(AdminUnitVersions, ACodeIsLookedUpTogetherWithADay) {
    const District district = mergedCommunes().unlinked();
    const FeatureTable& communes = district.table(Role::communes);
    EXPECT_EQ(adminUnitOn(communes, "90001", meeting), 0);
    EXPECT_EQ(adminUnitOn(communes, "90001", reform), 4);
    EXPECT_EQ(adminUnitOn(communes, "90002", reform), notLinked);
    EXPECT_EQ(adminUnitOn(communes, "90009", meeting), notLinked);
}

TEST(AdminUnitVersions, AnUndatedUnitEndsWhereTheNextOfItsCodeBegins) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Cũ"}});
    builder.add(Role::communes, {{"code", "1"}, {"name", "Mới"}, {"valid_from", "2025-07-01"}});
    builder.add(Role::communes, {{"code", "2"}, {"name", "Khác"}});
    District district = builder.unlinked();
    endSupersededAdminUnits(district);
    const FeatureTable& communes = district.table(Role::communes);
    EXPECT_EQ(test::dateAt(communes, "valid_to", 0), reform);
    EXPECT_FALSE(test::dateAt(communes, "valid_to", 1).known());
    EXPECT_FALSE(test::dateAt(communes, "valid_to", 2).known()) << "nothing took its place";
}

TEST(AdminUnitVersions, AnUndatedUnitEndsWhereAnOfficialChangeMergedItIntoOneThatIsHere) {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "00898"}, {"name", "Quản Bạ"}});
    District alone = builder.unlinked();
    endSupersededAdminUnits(alone);
    EXPECT_TRUE(inForce(alone.table(Role::communes), 0, Date::fromYmd(2026, 1, 1))) << "work of 2022 opens as it was";
    builder.add(Role::communes, {{"code", "00874"}, {"name", "Quản Bạ"}, {"valid_from", "2025-07-01"}});
    District both = builder.unlinked();
    endSupersededAdminUnits(both);
    EXPECT_EQ(test::dateAt(both.table(Role::communes), "valid_to", 0), reform);
}

TEST(AdminUnitVersions, PeopleReadTheBeginningOnlyWhereACodeIsSharedByTwo) {
    const District district = mergedCommunes().unlinked();
    const FeatureTable& communes = district.table(Role::communes);
    EXPECT_EQ(keyText(communes, Role::communes, 1), "90002");
    EXPECT_EQ(keyText(communes, Role::communes, 0), "90001");
    EXPECT_EQ(keyText(communes, Role::communes, 4), "90001/2025-07-01");
    EXPECT_TRUE(isNamedBy(communes, Role::communes, 4, "90001"));
    EXPECT_TRUE(isNamedBy(communes, Role::communes, 4, "90001/2025-07-01"));
    EXPECT_FALSE(isNamedBy(communes, Role::communes, 0, "90001/2025-07-01"));
}

} // namespace
} // namespace banlang
