// SPDX-License-Identifier: MIT
#include "core/link/place_linker.h"
#include "core/link/table_linking.h"
#include "core/link/text_linker.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::twoCommunes;

TEST(TableLinking, TheFirstReasonOfARecordCounts) {
    const District district = twoCommunes().add(Role::gardens, {{"id", "v"}}).add(Role::gardens, {{"id", "w"}}).unlinked();
    DistrictLinks links;
    TableLinking linking(district, links, recordKind(Role::gardens), {});
    EXPECT_EQ(linking.failure(1), nullptr);
    linking.fail(1, "household_id", "h9", "0087401", unresolved_reason::unknown(Reference::household));
    linking.fail(1, "village_code", "X", "", unresolved_reason::severalNames);
    ASSERT_NE(linking.failure(1), nullptr);
    EXPECT_EQ(linking.failure(1)->field, "household_id");
    const TableLinkReport report = linking.report();
    EXPECT_EQ(report.records, 2U);
    EXPECT_EQ(report.linked, 1U);
    ASSERT_EQ(report.unresolved.size(), 1U);
    EXPECT_EQ(report.unresolved[0].row, 1U);
    EXPECT_EQ(report.unresolved[0].scope, "0087401");
    linking.forgetFailure(1);
    EXPECT_EQ(linking.report().linked, 2U);
}

TEST(TableLinking, WhatAPersonCallsAbsentIsNeitherLinkedNorOpen) {
    const District district = twoCommunes().add(Role::gardens, {{"id", "v"}}).unlinked();
    DistrictLinks links;
    TableLinking linking(district, links, recordKind(Role::gardens), {});
    linking.markConfirmedAbsent(0);
    EXPECT_TRUE(linking.confirmedAbsent(0));
    EXPECT_EQ(linking.report().confirmedAbsent, 1U);
    EXPECT_EQ(linking.report().linked, 0U);
    linking.fail(0, "household_id", "h9", "", unresolved_reason::severalNames);
    EXPECT_EQ(linking.report().confirmedAbsent, 0U);
}

TEST(TableLinking, ARefusedHouseholdIsRememberedByRow) {
    const District district = twoCommunes().add(Role::gardens, {{"id", "v"}}).add(Role::gardens, {{"id", "w"}}).unlinked();
    DistrictLinks links;
    TableLinking linking(district, links, recordKind(Role::gardens), {});
    EXPECT_TRUE(linking.householdsRefused().empty());
    EXPECT_FALSE(linking.householdRefused(1));
    linking.refuseHousehold(1);
    EXPECT_TRUE(linking.householdRefused(1));
    EXPECT_FALSE(linking.householdRefused(0));
}

TEST(LinkTargets, AUnitIsNamedByItsCodeOrNameAndFoundByPlace) {
    const District district = twoCommunes().linked();
    LinkTargets targets(district, *district.links);
    EXPECT_EQ(targets.named(Role::communes).find("Thuận Hòa").row, 1);
    EXPECT_EQ(targets.named(Role::communes).findCode("00874").row, 0);
    EXPECT_FALSE(targets.communeVersions().dated());
    const std::int32_t village = targets.polygons(Role::villages).find({500, 500});
    EXPECT_EQ(district.linksOf(Role::villages).commune.at(static_cast<std::size_t>(village)), 0);
}

TEST(TextAndPlaceLinker, WordsComeBeforeThePlaceAndThePlaceTellsTheRest) {
    const District district = twoCommunes()
                                  .add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "1"}, {"number", "2"}},
                                       "POLYGON ((2500 10,2510 10,2510 20,2500 20,2500 10))")
                                  .linked();
    DistrictLinks links = *district.links;
    LinkTargets targets(district, links);
    const LinkOverrideIndex none({});
    TableLinking linking(district, links, recordKind(Role::parcels), {});
    TextLinker(linking, targets, none).link();
    EXPECT_EQ(linking.links().commune.at(0), 0) << "as it says itself";
    EXPECT_TRUE(linking.links().village.empty()) << "it names none";
    PlaceLinker(linking, targets, none).link();
    const std::int32_t village = linking.links().village.at(0);
    ASSERT_GE(village, 0);
    EXPECT_EQ(district.linksOf(Role::villages).commune.at(static_cast<std::size_t>(village)), 1) << "where it lies";
    EXPECT_EQ(linking.links().commune.at(0), 0);
    EXPECT_EQ(linking.links().precision.at(0), Precision::polygon);
}

} // namespace
} // namespace banlang
