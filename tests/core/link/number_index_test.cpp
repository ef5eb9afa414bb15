// SPDX-License-Identifier: MIT
#include "core/link/number_index.h"
#include "tests/support/district_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Household 1 of both communes, and one that lost no zeros.
District district() {
    test::DistrictBuilder builder = test::twoCommunes();
    builder.add(Role::households, {{"id", "1"}, {"village_code", "0087401"}, {"issuer", "00874"}});
    builder.add(Role::households, {{"id", "1"}, {"village_code", "0087701"}, {"issuer", "00877"}});
    builder.add(Role::households, {{"id", "H 007"}, {"village_code", "0087701"}, {"issuer", ""}});
    return builder.linked();
}

class NumberIndexTest : public testing::Test {
protected:
    District district_ = district();
    AdminUnitVersions versions_{district_.table(Role::communes)};
    NumberIndex index_{district_.table(Role::households), district_.linksOf(Role::households), district_.table(Role::communes),
                       versions_};
};

TEST_F(NumberIndexTest, KnowsWhoseNumberIsWhose) {
    EXPECT_TRUE(index_.hasIssuers());
    EXPECT_THAT(index_.ofIssuer(index_.issuer("00877"), "1"), ElementsAre(1));
    EXPECT_THAT(index_.ofIssuer(index_.issuer("00999"), "1"), IsEmpty());
    EXPECT_THAT(index_.ofAll("1"), ElementsAre(0, 1));
    EXPECT_EQ(index_.issuerOf(1), index_.issuer("00877"));
    EXPECT_THAT(index_.ofIssuer(index_.issuer(""), "h 007"), ElementsAre(2)) << "that of an office without a code";
}

TEST_F(NumberIndexTest, OfSeveralThatOfTheCommuneIsChosenAndNoOther) {
    EXPECT_EQ(index_.choose(index_.ofAll("1"), 1).row, 1);
    EXPECT_EQ(index_.choose(index_.ofAll("1"), notLinked).failure, MatchFailure::several);
    EXPECT_EQ(index_.choose({}, 1).failure, MatchFailure::unknown);
}

TEST_F(NumberIndexTest, ADecisionNamesARowByItsNumberOrByIssuerAndNumber) {
    EXPECT_THAT(index_.named("h\u00A0007 "), ElementsAre(2));
    EXPECT_THAT(index_.named("00874/1"), ElementsAre(0));
    EXPECT_THAT(index_.named("1"), ElementsAre(0, 1));
    EXPECT_THAT(index_.named("00999/1"), IsEmpty());
    EXPECT_THAT(index_.named("00877/1/00874"), IsEmpty());
}

} // namespace
} // namespace banlang
