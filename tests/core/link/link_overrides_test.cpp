// SPDX-License-Identifier: MIT
#include "core/link/link.h"
#include "core/link/link_overrides.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;
using test::twoCommunes;

LinkOverride linkOverride(Role role, std::string field, std::string rawText, std::string scope, std::string target) {
    return {role, std::move(field), std::move(rawText), std::move(scope), std::move(target), {}, {}, {}, LinkOverrideState::live};
}

DistrictBuilder saturday(std::string_view village) {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::saturdays, {{"date", "2022-05-07"}, {"commune_code", "00874"}, {"village_code", village}});
    return builder;
}

TEST(LinkOverrideIndex, AnOpenRecordIsLinkedAsAPersonSaidByTheWordsOfItsOwnOpenEntry) {
    District district = saturday("Sung Trang").unlinked();
    const UnresolvedReference unresolved = linkDistrict(district)[indexOf(Role::saturdays)].unresolved.at(0);
    EXPECT_EQ(unresolved.field, "village_code");
    EXPECT_EQ(unresolved.scope, "00874");
    const LinkOverride overrides[] = {linkOverride(unresolved.role, unresolved.field, unresolved.key, unresolved.scope, "0087402")};
    const auto reports = linkDistrict(district, overrides);
    EXPECT_EQ(district.linksOf(Role::saturdays).village[0], 1);
    EXPECT_EQ(district.linksOf(Role::saturdays).method[0], LinkMethod::manualOverride);
    EXPECT_EQ(district.linksOf(Role::saturdays).precision[0], Precision::village);
    EXPECT_TRUE(reports[indexOf(Role::saturdays)].unresolved.empty());
    EXPECT_EQ(reports[indexOf(Role::saturdays)].linked, 1U);
}

TEST(LinkOverrideIndex, HoldsForTheSameWordsInTheSameCommuneOnly) {
    District district =
        saturday("Sung Trang")
            .add(Role::saturdays, {{"date", "2022-05-14"}, {"commune_code", "00877"}, {"village_code", "Sung Trang"}})
            .unlinked();
    const LinkOverride overrides[] = {linkOverride(Role::saturdays, "village_code", "Sung Trang", "00874", "0087402")};
    (void)linkDistrict(district, overrides);
    EXPECT_EQ(district.linksOf(Role::saturdays).village, (std::vector<std::int32_t>{1, notLinked}));
}

TEST(LinkOverrideIndex, WhatIsNoLongerLiveIsPassedOver) {
    District district = saturday("Sung Trang").unlinked();
    for (const LinkOverrideState state :
         {LinkOverrideState::superseded, LinkOverrideState::withdrawn, LinkOverrideState::withdrawal}) {
        LinkOverride old = linkOverride(Role::saturdays, "village_code", "Sung Trang", "00874", "0087402");
        old.state = state;
        (void)linkDistrict(district, std::span(&old, 1));
        EXPECT_EQ(district.linksOf(Role::saturdays).village[0], notLinked) << id(state);
    }
}

TEST(LinkOverrideIndex, NoSuchPlaceLeavesTheRecordSettledAndUnlinked) {
    District district = saturday("Thôn Xa").unlinked();
    const LinkOverride overrides[] = {linkOverride(Role::saturdays, "village_code", "Thôn Xa", "00874", "")};
    const TableLinkReport report = linkDistrict(district, overrides)[indexOf(Role::saturdays)];
    EXPECT_EQ(district.linksOf(Role::saturdays).village[0], notLinked);
    EXPECT_TRUE(report.unresolved.empty());
    EXPECT_EQ(report.confirmedAbsent, 1U);
    EXPECT_EQ(report.linked, 0U);
}

TEST(LinkOverrideIndex, AVanishedTargetIsOpenAgain) {
    District district = saturday("Sung Trang").unlinked();
    const LinkOverride overrides[] = {linkOverride(Role::saturdays, "village_code", "Sung Trang", "00874", "0099999")};
    const TableLinkReport report = linkDistrict(district, overrides)[indexOf(Role::saturdays)];
    ASSERT_EQ(report.unresolved.size(), 1U);
    EXPECT_EQ(report.unresolved[0].reasonId, "decided-target-missing");
    EXPECT_EQ(report.unresolved[0].key, "Sung Trang");
    EXPECT_EQ(report.unresolved[0].scope, "00874");
}

TEST(LinkOverrideIndex, OverrulesTheLadder) {
    District district = saturday("Bản Sản").unlinked();
    const LinkOverride overrides[] = {linkOverride(Role::saturdays, "village_code", "Bản Sản", "00874", "0087402")};
    (void)linkDistrict(district, overrides);
    EXPECT_EQ(district.linksOf(Role::saturdays).village[0], 1);
}

DistrictBuilder withParcels() {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}, {"head_name", "Vàng Mí Sò"}});
    builder.add(Role::households, {{"id", "h2"}, {"village_code", "0087401"}, {"head_name", "Vàng Mí Sò"}});
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "21"}, {"number", "87"}},
                "POLYGON ((500 10,510 10,510 20,500 20,500 10))");
    return builder;
}

TEST(LinkOverrideIndex, NamesAParcelByItsWholeKey) {
    District district =
        withParcels().add(Role::donations, {{"id", "d"}, {"commune_code", "00877"}, {"sheet", "2"}, {"number", "3"}}).unlinked();
    const UnresolvedReference unresolved = linkDistrict(district)[indexOf(Role::donations)].unresolved.at(0);
    EXPECT_EQ(unresolved.key, "2/3");
    const LinkOverride good[] = {linkOverride(unresolved.role, unresolved.field, unresolved.key, unresolved.scope, "00874/021/87")};
    EXPECT_TRUE(linkDistrict(district, good)[indexOf(Role::donations)].unresolved.empty());
    EXPECT_EQ(district.linksOf(Role::donations).parcel[0], 0);
    const LinkOverride gone[] = {linkOverride(unresolved.role, unresolved.field, unresolved.key, unresolved.scope, "00874/21/88")};
    EXPECT_EQ(linkDistrict(district, gone)[indexOf(Role::donations)].unresolved.at(0).reasonId, "decided-target-missing");
    const LinkOverride none[] = {linkOverride(unresolved.role, unresolved.field, unresolved.key, unresolved.scope, "")};
    EXPECT_EQ(linkDistrict(district, none)[indexOf(Role::donations)].confirmedAbsent, 1U);
}

TEST(LinkOverrideIndex, TellsTwoHeadsOfOneNameApart) {
    District district =
        withParcels().add(Role::houses, {{"id", "n"}, {"head_name", "Vàng Mí Sò"}, {"village_code", "0087401"}}).unlinked();
    const UnresolvedReference unresolved = linkDistrict(district)[indexOf(Role::houses)].unresolved.at(0);
    const LinkOverride overrides[] = {linkOverride(unresolved.role, unresolved.field, unresolved.key, unresolved.scope, "h2")};
    EXPECT_TRUE(linkDistrict(district, overrides)[indexOf(Role::houses)].unresolved.empty());
    EXPECT_EQ(district.linksOf(Role::houses).household[0], 1);
}

TEST(LinkOverrideIndex, APlaceCanBeGivenToWhatSaysNoneItself) {
    District district = withParcels()
                            .add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "9"}, {"number", "1"}},
                                 "POLYGON ((8000 10,8010 10,8010 20,8000 20,8000 10))")
                            .add(Role::deliveries, {{"date", "2022-05-01"}, {"material", "xi măng"}})
                            .unlinked();
    const auto before = linkDistrict(district);
    const UnresolvedReference parcel = before[indexOf(Role::parcels)].unresolved.at(0);
    const UnresolvedReference delivery = before[indexOf(Role::deliveries)].unresolved.at(0);
    EXPECT_EQ(parcel.reasonId, "outside-villages");
    const LinkOverride overrides[] = {linkOverride(parcel.role, parcel.field, parcel.key, parcel.scope, "0087402"),
                                      linkOverride(delivery.role, delivery.field, delivery.key, delivery.scope, "00877")};
    const auto after = linkDistrict(district, overrides);
    EXPECT_TRUE(after[indexOf(Role::parcels)].unresolved.empty());
    EXPECT_TRUE(after[indexOf(Role::deliveries)].unresolved.empty());
    EXPECT_EQ(district.linksOf(Role::parcels).village[1], 1);
    EXPECT_EQ(district.linksOf(Role::deliveries).commune[0], 1);
}

TEST(LinkOverrideIndex, OfTwoThatDisagreeNoneHolds) {
    District district = saturday("Bản Sản").unlinked();
    const LinkOverride overrides[] = {linkOverride(Role::saturdays, "village_code", "Bản Sản", "00874", "0087402"),
                                      linkOverride(Role::saturdays, "village_code", "Bản Sản", "00874", "0087701")};
    const TableLinkReport report = linkDistrict(district, overrides)[indexOf(Role::saturdays)];
    EXPECT_EQ(district.linksOf(Role::saturdays).village[0], notLinked) << "nor does the ladder, which a person overruled";
    ASSERT_EQ(report.unresolved.size(), 1U);
    EXPECT_EQ(report.unresolved[0].reasonId, "decisions-disagree");
    EXPECT_EQ(report.unresolved[0].key, "Bản Sản");
    EXPECT_EQ(report.unresolved[0].scope, "00874");
    const LinkOverride alike[] = {overrides[0], overrides[0]};
    EXPECT_TRUE(linkDistrict(district, alike)[indexOf(Role::saturdays)].unresolved.empty()) << "made in two stores, of one mind";
}

TEST(LinkOverrideIndex, OneThatSaysNowhereDisagreesWithAPlace) {
    District district = withParcels()
                            .add(Role::donations, {{"id", "d"}, {"commune_code", "00877"}, {"sheet", "2"}, {"number", "3"}})
                            .add(Role::deliveries, {{"date", "2022-05-01"}, {"material", "xi măng"}})
                            .unlinked();
    const auto before = linkDistrict(district);
    std::vector<LinkOverride> overrides;
    for (const Role role : {Role::donations, Role::deliveries}) {
        const UnresolvedReference& unresolved = before[indexOf(role)].unresolved.at(0);
        for (const char* target : {"", role == Role::donations ? "00874/21/87" : "00877"})
            overrides.push_back(linkOverride(role, unresolved.field, unresolved.key, unresolved.scope, target));
    }
    const auto after = linkDistrict(district, overrides);
    EXPECT_EQ(district.linksOf(Role::donations).parcel[0], notLinked);
    for (const Role role : {Role::donations, Role::deliveries}) {
        ASSERT_EQ(after[indexOf(role)].unresolved.size(), 1U);
        EXPECT_EQ(after[indexOf(role)].unresolved[0].reasonId, "decisions-disagree");
        EXPECT_EQ(after[indexOf(role)].confirmedAbsent, 0U);
    }
}

/// Household 1 in both communes; a garden of each that names a household 9.
DistrictBuilder withGardens() {
    DistrictBuilder builder = twoCommunes();
    for (const auto& [issuer, village] : {std::pair("00874", "0087401"), {"00877", "0087701"}}) {
        builder.add(Role::households, {{"id", "1"}, {"village_code", village}, {"issuer", issuer}});
        builder.add(Role::gardens, {{"id", "V1"}, {"household_id", "9"}, {"issuer", issuer}});
    }
    return builder;
}

TEST(LinkOverrideIndex, ANumberIsDecidedUponForItsIssuerAloneAndNamesItsTargetExactly) {
    District district = withGardens().unlinked();
    const UnresolvedReference unresolved = linkDistrict(district)[indexOf(Role::gardens)].unresolved.at(1);
    EXPECT_EQ(unresolved.scope, "00877");
    const LinkOverride beside[] = {linkOverride(Role::gardens, "household_id", "9", "00877", "00874/1")};
    (void)linkDistrict(district, beside);
    EXPECT_EQ(district.linksOf(Role::gardens).household, (std::vector<std::int32_t>{notLinked, 0}));
    const LinkOverride bare[] = {linkOverride(Role::gardens, "household_id", "9", "00877", "1")};
    (void)linkDistrict(district, bare);
    EXPECT_EQ(district.linksOf(Role::gardens).household, (std::vector<std::int32_t>{notLinked, 1})) << "that of its own commune";
}

TEST(LinkOverrideIndex, OneThatWasMadeBeforeIssuersWereKnownReachesIntoNoOtherCommune) {
    DistrictBuilder builder = withGardens();
    builder.add(Role::households, {{"id", "H5"}, {"village_code", "0087401"}, {"issuer", "00874"}});
    District district = builder.unlinked();
    const LinkOverride old[] = {linkOverride(Role::gardens, "household_id", "9", "", "H5")};
    (void)linkDistrict(district, old);
    EXPECT_EQ(district.linksOf(Role::gardens).household, (std::vector<std::int32_t>{2, notLinked}));
}

TEST(LinkOverrideIndex, AHeadInAVillageThatIsNumberedWithinItsCommuneIsDecidedUponThere) {
    DistrictBuilder builder = twoCommunes();
    for (const char* commune : {"00874", "00877"}) {
        builder.add(Role::villages, {{"code", "1"}, {"name", "Mã Pì"}, {"commune_code", commune}});
        builder.add(Role::households, {{"id", commune}, {"village_code", "1"}, {"head_name", "Vàng Mí Sò"}, {"issuer", commune}});
        builder.add(Role::houses, {{"id", "N1"}, {"head_name", "Vàng Mí Sồ"}, {"village_code", "1"}, {"issuer", commune}});
    }
    District district = builder.unlinked();
    const auto unresolved = linkDistrict(district)[indexOf(Role::houses)].unresolved;
    ASSERT_EQ(unresolved.size(), 2U);
    EXPECT_EQ(unresolved[1].scope, "00877/1");
    const LinkOverride decision[] = {linkOverride(Role::houses, "head_name", "Vàng Mí Sồ", unresolved[1].scope, "00877")};
    (void)linkDistrict(district, decision);
    EXPECT_EQ(district.linksOf(Role::houses).household, (std::vector<std::int32_t>{notLinked, 1}));
}

TEST(LinkOverrideIndex, APlaceIsGivenToTheRecordOfOneIssuer) {
    DistrictBuilder builder = twoCommunes();
    for (const char* issuer : {"00901", "00904"}) builder.add(Role::gardens, {{"id", "V1"}, {"issuer", issuer}});
    District district = builder.unlinked();
    const auto unresolved = linkDistrict(district)[indexOf(Role::gardens)].unresolved;
    ASSERT_EQ(unresolved.size(), 2U);
    const LinkOverride decision[] = {linkOverride(Role::gardens, "place", "V1", unresolved[1].scope, "0087402")};
    (void)linkDistrict(district, decision);
    EXPECT_EQ(district.linksOf(Role::gardens).village, (std::vector<std::int32_t>{notLinked, 1}));
    const LinkOverride old[] = {linkOverride(Role::gardens, "place", "V1", "", "0087402")};
    (void)linkDistrict(district, old);
    EXPECT_EQ(district.linksOf(Role::gardens).village, (std::vector<std::int32_t>{notLinked, notLinked})) << "two are called so";
}

} // namespace
} // namespace banlang
