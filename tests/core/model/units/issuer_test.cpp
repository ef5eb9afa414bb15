// SPDX-License-Identifier: MIT
#include "core/model/units/issuer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const Date before = Date::fromYmd(2022, 5, 18);
const Date merger = Date::fromYmd(2025, 7, 1);

IssuerRelations relations(std::vector<AdminUnitChange> changes = shippedAdminUnitChanges()) {
    return IssuerRelations(std::move(changes));
}

TEST(Issuer, ItsLevelIsReadFromItsForm) {
    EXPECT_EQ(levelOf(""), IssuerLevel::unknown);
    EXPECT_EQ(levelOf("00904"), IssuerLevel::commune);
    EXPECT_EQ(levelOf("phố lạ"), IssuerLevel::commune);
    EXPECT_EQ(levelOf(districtIssuer("029")), IssuerLevel::district);
    EXPECT_EQ(levelOf(provinceIssuer("02")), IssuerLevel::province);
    EXPECT_EQ(levelOf(stateIssuer), IssuerLevel::state);
    EXPECT_EQ(districtIssuer(""), "") << "since 2025 no commune has a district";
}

TEST(Issuer, AboveACommuneAreItsDistrictItsProvinceAndTheState) {
    EXPECT_THAT(relations().above("00904"), ElementsAre("huyen:029", "tinh:02", "VN"));
    EXPECT_THAT(relations().above("huyen:029"), ElementsAre("tinh:02", "VN"));
    EXPECT_THAT(relations().above("tinh:02"), ElementsAre("VN"));
    EXPECT_THAT(relations().above("VN"), IsEmpty());
    EXPECT_THAT(relations().above("phố lạ"), ElementsAre("VN"));
}

TEST(Issuer, AboveACodeThatWasGivenAgainAreTheLevelsOfBothUnits) {
    EXPECT_THAT(relations().above("00691"), ElementsAre("huyen:024", "tinh:02", "tinh:08", "VN"));
}

TEST(Issuer, AUnitIsRelatedToWhatItWasMadeOfAndToWhatItBecame) {
    EXPECT_THAT(relations().related("00904"), ElementsAre("00874"));
    EXPECT_THAT(relations().related("00874", merger), Contains("00904"));
    EXPECT_THAT(relations().related("00904"), Not(Contains("00898"))) << "another part of what it became";
}

TEST(Issuer, WithADayOnlyTheUnitThatBoreTheCodeOnItCounts) {
    EXPECT_THAT(relations().related("00691", before), Not(Contains("00688"))) << "became part of it in 2025 only";
    EXPECT_THAT(relations().related("00691", merger), Contains("00688"));
}

TEST(Issuer, RelationsReachOverSeveralChangesInOneDirectionOfTime) {
    const IssuerRelations chain = relations({{"A", "B", Date::fromYmd(2010, 1, 1), 1.0, "record"},
                                             {"B", "C", Date::fromYmd(2020, 1, 1), 1.0, "record"},
                                             {"X", "C", Date::fromYmd(2020, 1, 1), 1.0, "record"},
                                             {"C", "D", Date::fromYmd(2025, 1, 1), 0.5, "record"},
                                             {"C", "E", Date::fromYmd(2025, 1, 1), 0.5, "record"}});
    EXPECT_THAT(chain.related("B"), ElementsAre("A", "C", "D", "E"));
    EXPECT_THAT(chain.related("D"), ElementsAre("C", "B", "X", "A"));
    EXPECT_THAT(chain.related("huyen:029"), IsEmpty());
}

TEST(Issuer, AUnitThatTookItsCodeFromAnotherIsNotFollowedBackInTime) {
    const IssuerRelations again =
        relations({{"A", "B", Date::fromYmd(2020, 1, 1), 1.0, "record"}, {"C", "A", Date::fromYmd(2022, 1, 1), 1.0, "record"}});
    EXPECT_THAT(again.related("B"), ElementsAre("A")) << "of C was made who bore A afterwards";
}

} // namespace
} // namespace banlang
