// SPDX-License-Identifier: MIT
#include "core/link/decided.h"
#include "core/link/link.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;
using test::twoCommunes;

LinkDecision decision(Role role, std::string field, std::string said, std::string within, std::string target) {
    return {role, std::move(field), std::move(said), std::move(within), std::move(target), {}, {}, {}, DecisionState::live};
}

DistrictBuilder saturday(std::string_view village) {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::saturdays, {{"date", "2022-05-07"}, {"commune_code", "00874"}, {"village_code", village}});
    return builder;
}

TEST(Decided, AnOpenRecordIsLinkedAsAPersonSaidByTheWordsOfItsOwnOpenEntry) {
    District district = saturday("Sung Trang").unlinked();
    const OpenLink open = linkDistrict(district)[indexOf(Role::saturdays)].open.at(0);
    EXPECT_EQ(open.field, "village_code");
    EXPECT_EQ(open.within, "00874");
    const LinkDecision decided[] = {decision(open.role, open.field, open.key, open.within, "0087402")};
    const auto reports = linkDistrict(district, decided);
    EXPECT_EQ(district.linksOf(Role::saturdays).village[0], 1);
    EXPECT_EQ(district.linksOf(Role::saturdays).method[0], LinkMethod::decision);
    EXPECT_EQ(district.linksOf(Role::saturdays).precision[0], Precision::village);
    EXPECT_TRUE(reports[indexOf(Role::saturdays)].open.empty());
    EXPECT_EQ(reports[indexOf(Role::saturdays)].linked, 1U);
}

TEST(Decided, HoldsForTheSameWordsInTheSameCommuneOnly) {
    District district =
        saturday("Sung Trang")
            .add(Role::saturdays, {{"date", "2022-05-14"}, {"commune_code", "00877"}, {"village_code", "Sung Trang"}})
            .unlinked();
    const LinkDecision decided[] = {decision(Role::saturdays, "village_code", "Sung Trang", "00874", "0087402")};
    (void)linkDistrict(district, decided);
    EXPECT_EQ(district.linksOf(Role::saturdays).village, (std::vector<std::int32_t>{1, notLinked}));
}

TEST(Decided, WhatIsNoLongerLiveIsPassedOver) {
    District district = saturday("Sung Trang").unlinked();
    for (const DecisionState state : {DecisionState::superseded, DecisionState::withdrawn, DecisionState::withdrawal}) {
        LinkDecision old = decision(Role::saturdays, "village_code", "Sung Trang", "00874", "0087402");
        old.state = state;
        (void)linkDistrict(district, std::span(&old, 1));
        EXPECT_EQ(district.linksOf(Role::saturdays).village[0], notLinked) << id(state);
    }
}

TEST(Decided, NoSuchPlaceLeavesTheRecordSettledAndUnlinked) {
    District district = saturday("Thôn Xa").unlinked();
    const LinkDecision decided[] = {decision(Role::saturdays, "village_code", "Thôn Xa", "00874", "")};
    const TableLinkReport report = linkDistrict(district, decided)[indexOf(Role::saturdays)];
    EXPECT_EQ(district.linksOf(Role::saturdays).village[0], notLinked);
    EXPECT_TRUE(report.open.empty());
    EXPECT_EQ(report.decidedNowhere, 1U);
    EXPECT_EQ(report.linked, 0U);
}

TEST(Decided, AVanishedTargetIsOpenAgain) {
    District district = saturday("Sung Trang").unlinked();
    const LinkDecision decided[] = {decision(Role::saturdays, "village_code", "Sung Trang", "00874", "0099999")};
    const TableLinkReport report = linkDistrict(district, decided)[indexOf(Role::saturdays)];
    ASSERT_EQ(report.open.size(), 1U);
    EXPECT_EQ(report.open[0].reasonId, "decided-target-missing");
    EXPECT_EQ(report.open[0].key, "Sung Trang");
    EXPECT_EQ(report.open[0].within, "00874");
}

TEST(Decided, OverrulesTheLadder) {
    District district = saturday("Bản Sản").unlinked();
    const LinkDecision decided[] = {decision(Role::saturdays, "village_code", "Bản Sản", "00874", "0087402")};
    (void)linkDistrict(district, decided);
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

TEST(Decided, NamesAParcelByItsWholeKey) {
    District district =
        withParcels().add(Role::donations, {{"id", "d"}, {"commune_code", "00877"}, {"sheet", "2"}, {"number", "3"}}).unlinked();
    const OpenLink open = linkDistrict(district)[indexOf(Role::donations)].open.at(0);
    EXPECT_EQ(open.key, "2/3");
    const LinkDecision good[] = {decision(open.role, open.field, open.key, open.within, "00874/021/87")};
    EXPECT_TRUE(linkDistrict(district, good)[indexOf(Role::donations)].open.empty());
    EXPECT_EQ(district.linksOf(Role::donations).parcel[0], 0);
    const LinkDecision gone[] = {decision(open.role, open.field, open.key, open.within, "00874/21/88")};
    EXPECT_EQ(linkDistrict(district, gone)[indexOf(Role::donations)].open.at(0).reasonId, "decided-target-missing");
    const LinkDecision none[] = {decision(open.role, open.field, open.key, open.within, "")};
    EXPECT_EQ(linkDistrict(district, none)[indexOf(Role::donations)].decidedNowhere, 1U);
}

TEST(Decided, TellsTwoHeadsOfOneNameApart) {
    District district =
        withParcels().add(Role::houses, {{"id", "n"}, {"head_name", "Vàng Mí Sò"}, {"village_code", "0087401"}}).unlinked();
    const OpenLink open = linkDistrict(district)[indexOf(Role::houses)].open.at(0);
    const LinkDecision decided[] = {decision(open.role, open.field, open.key, open.within, "h2")};
    EXPECT_TRUE(linkDistrict(district, decided)[indexOf(Role::houses)].open.empty());
    EXPECT_EQ(district.linksOf(Role::houses).household[0], 1);
}

TEST(Decided, APlaceCanBeGivenToWhatSaysNoneItself) {
    District district = withParcels()
                            .add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "9"}, {"number", "1"}},
                                 "POLYGON ((8000 10,8010 10,8010 20,8000 20,8000 10))")
                            .add(Role::deliveries, {{"date", "2022-05-01"}, {"material", "xi măng"}})
                            .unlinked();
    const auto before = linkDistrict(district);
    const OpenLink parcel = before[indexOf(Role::parcels)].open.at(0);
    const OpenLink delivery = before[indexOf(Role::deliveries)].open.at(0);
    EXPECT_EQ(parcel.reasonId, "outside-villages");
    const LinkDecision decided[] = {decision(parcel.role, parcel.field, parcel.key, parcel.within, "0087402"),
                                    decision(delivery.role, delivery.field, delivery.key, delivery.within, "00877")};
    const auto after = linkDistrict(district, decided);
    EXPECT_TRUE(after[indexOf(Role::parcels)].open.empty());
    EXPECT_TRUE(after[indexOf(Role::deliveries)].open.empty());
    EXPECT_EQ(district.linksOf(Role::parcels).village[1], 1);
    EXPECT_EQ(district.linksOf(Role::deliveries).commune[0], 1);
}

} // namespace
} // namespace banlang
