// SPDX-License-Identifier: MIT
#include "core/report/commune_values.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

AnalysisContext threeDonations() {
    auto builder = test::twoCommunes();
    for (const auto& [id, commune, area] :
         {std::tuple{"D1", "00874", "100"}, std::tuple{"D2", "00877", "40"}, std::tuple{"D3", "", "7"}})
        builder.add(Role::donations,
                    {{"id", id}, {"commune_code", commune}, {"declared_area_m2", area}, {"donated_on", "2022-03-01"}});
    return test::contextOf(builder.linked(), Date::fromYmd(2022, 5, 18));
}

TEST(CommuneValues, WhatIsLinkedToNoCommuneStandsApart) {
    const auto found = communeValues(threeDonations(), "donated_m2");
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->district.value, 147);
    ASSERT_EQ(found->values.size(), 2U);
    EXPECT_EQ(found->values[0].code, "00874");
    EXPECT_EQ(found->values[0].value, 100);
    ASSERT_EQ(found->apart.size(), 1U);
    EXPECT_EQ(found->apart[0].value, 7);
}

TEST(CommuneValues, AnUnknownIndicatorIsAnErrorThatNamesThoseThereAre) {
    const auto found = communeValues(threeDonations(), "happiness");
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().code, "unknown-indicator");
    EXPECT_NE(found.error().hint.en.find("donated_m2"), std::string::npos);
}

} // namespace
} // namespace banlang
