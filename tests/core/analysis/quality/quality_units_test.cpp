// SPDX-License-Identifier: MIT
#include "core/analysis/quality/quality.h"
#include "tests/support/analysis_context.h"
#include "tests/support/merged_communes.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

const Date day = Date::fromYmd(2025, 12, 31);

QualityRule check(const District& district, std::string_view rule) {
    return checkQuality(test::contextOf(district, day), {20, rule}).at(0);
}

TEST(QualityUnits, VersionsThatFollowOneAnotherAreNoDuplicatesAndDoNotOverlap) {
    const District district = test::mergedCommunes().linked();
    for (const std::string_view rule : {"duplicate-key", "unit-versions-overlap", "overlapping-boundaries"})
        EXPECT_EQ(check(district, rule).count, 0U) << rule;
}

TEST(QualityUnits, TwoUnitsInForceUnderOneCodeOverlapByThatManyDays) {
    test::DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Cũ"}, {"valid_to", "2025-07-11"}});
    builder.add(Role::communes, {{"code", "1"}, {"name", "Mới"}, {"kind", "Xã"}, {"valid_from", "2025-07-01"}});
    builder.add(Role::villages, {{"code", "1"}, {"name", "Thôn"}, {"valid_from", "2025-12-21"}, {"commune_code", "1"}});
    builder.add(Role::villages, {{"code", "1"}, {"name", "Thôn"}, {"valid_to", "2025-12-31"}, {"commune_code", "1"}});
    const QualityRule found = check(builder.linked(), "unit-versions-overlap");
    ASSERT_EQ(found.count, 2U);
    EXPECT_EQ(found.examples[0].measure, 10);
    EXPECT_EQ(found.examples[0].finding.en, "Cũ had not ended when Xã Mới (from 1/7/2025) began");
    EXPECT_EQ(found.examples[1].measure, 10);
    EXPECT_EQ(found.examples[1].row, 1U);
}

TEST(QualityUnits, OneCodeTwiceWithoutADateIsADuplicate) {
    test::DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Một"}});
    builder.add(Role::communes, {{"code", "1"}, {"name", "Một"}});
    EXPECT_EQ(check(builder.linked(), "duplicate-key").count, 1U);
    EXPECT_EQ(check(builder.linked(), "unit-versions-overlap").count, 0U);
}

TEST(QualityUnits, ACodeThatWasGivenToAnotherUnitIsNoted) {
    const QualityRule found = check(test::mergedCommunes().linked(), "code-recycled");
    EXPECT_EQ(found.severity, QualitySeverity::note);
    ASSERT_EQ(found.count, 1U) << "Khau Dề kept its name";
    EXPECT_EQ(found.examples[0].key, "90001/2025-07-01");
    EXPECT_EQ(found.examples[0].finding.vi, "trước là Xã Nà Sáng, nay là Xã Thèn Lĩnh (từ 1/7/2025)");
}

} // namespace
} // namespace banlang
