// SPDX-License-Identifier: MIT
#include "core/model/units/whole_district.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

District withTown() {
    return test::twoCommunes().add(Role::communes, {{"code", "00880"}, {"name", "Phiêng Sương"}, {"kind", "Thị trấn"}}).linked();
}

TEST(WholeDistrict, IsNamedByItsLevelOrCode) {
    for (const char* text : {"Huyện Phiêng Sương", "huyện phiêng sương", "Thị xã Phiêng Sương", "027"}) {
        EXPECT_TRUE(namesWholeDistrict(withTown(), text)) << text;
        EXPECT_FALSE(mayNameWholeDistrict(withTown(), text)) << text;
    }
    for (const char* text : {"", "Huyện Nậm Khoà", "Thị trấn Phiêng Sương", "00880", "Nà Sáng"}) {
        EXPECT_FALSE(namesWholeDistrict(withTown(), text)) << text;
        EXPECT_FALSE(mayNameWholeDistrict(withTown(), text)) << text;
    }
}

TEST(WholeDistrict, ABareNameThatATownBearsTooSaysNothingOfTheLevel) {
    EXPECT_FALSE(namesWholeDistrict(withTown(), "Phiêng Sương"));
    EXPECT_TRUE(mayNameWholeDistrict(withTown(), "Phiêng Sương"));
    EXPECT_TRUE(namesWholeDistrict(test::twoCommunes().linked(), "Phiêng Sương")) << "no commune is called so";
}

TEST(WholeDistrict, CodesAndNamesOfAnotherLevelAreNotTheWhole) {
    District district = test::twoCommunes().linked();
    district.office = {.code = "huyen:026", .name = "Phiêng Sương", .level = OfficeLevel::district};
    EXPECT_TRUE(namesWholeDistrict(district, "026"));
    EXPECT_FALSE(namesWholeDistrict(district, "027")) << "another district";
    district.office = {.code = "tinh:02", .name = "Hà Giang", .level = OfficeLevel::province};
    EXPECT_FALSE(namesWholeDistrict(district, "026")) << "a part of the province";
    EXPECT_TRUE(namesWholeDistrict(district, "02"));
    EXPECT_TRUE(namesWholeDistrict(district, "Tỉnh Hà Giang"));
    EXPECT_FALSE(namesWholeDistrict(district, "Tỉnh Cao Bằng"));
}

TEST(WholeDistrict, ResultsGoToTheLevelThatTheySayOrStayOpen) {
    const auto linkOf = [](const char* text) {
        District district = withTown();
        FeatureTable& targets = district.table(Role::targets);
        test::DistrictBuilder one;
        one.add(Role::targets, {{"unit_code", text}, {"indicator", "donated_m2"}, {"year", "2022"}, {"value", "10"}});
        targets = one.unlinked().table(Role::targets);
        const auto report = linkDistrict(district)[indexOf(Role::targets)];
        const std::string open = report.unresolved.empty() ? std::string() : report.unresolved[0].reasonId;
        return std::pair(district.linksOf(Role::targets).commune[0], open);
    };
    EXPECT_EQ(linkOf("Thị trấn Phiêng Sương"), std::pair(2, std::string()));
    EXPECT_EQ(linkOf("Huyện Phiêng Sương"), std::pair(notLinked, std::string())) << "the district is no unit to be linked to";
    EXPECT_EQ(linkOf("Phiêng Sương"), std::pair(notLinked, std::string("unit-or-district")));
    EXPECT_EQ(linkOf("Huyện Nậm Khoà"), std::pair(notLinked, std::string("unknown")));
}

} // namespace
} // namespace banlang
