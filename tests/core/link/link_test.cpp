// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/link/link.h"
#include "core/link/point_in_polygon.h"
#include "tests/support/district_builder.h"
#include "tests/support/soak_round.h"

#include <gtest/gtest.h>

#include <random>

namespace banlang {
namespace {

using test::DistrictBuilder;
using test::twoCommunes;

const TableLinkReport& reportOf(const std::vector<TableLinkReport>& reports, Role role) {
    return reports[indexOf(role)];
}

std::int32_t communeOfRoad(std::string_view rawText) {
    District district = twoCommunes().add(Role::roads, {{"id", "r"}, {"class", "ĐX"}, {"commune_code", rawText}}).unlinked();
    (void)linkDistrict(district);
    return district.linksOf(Role::roads).commune[0];
}

TEST(Link, FindsACommuneByCodeThenByNameInAnyOfItsSpellings) {
    for (const char* rawText : {"00877", "Thuận Hoà", "Xã Thuận Hòa", "THUẬN HOÀ", "thuan hoa"})
        EXPECT_EQ(communeOfRoad(rawText), 1) << rawText;
}

TEST(Link, NeverLinksByLikeness) {
    for (const char* rawText : {"Thuận Hoan", "Thuận Ho", "Nà Sang Thượng"})
        EXPECT_EQ(communeOfRoad(rawText), notLinked) << rawText;
}

TEST(Link, AsksWhenTwoUnitsShareAName) {
    District district =
        twoCommunes()
            .add(Role::communes, {{"code", "00999"}, {"name", "Na Sáng"}}, "POLYGON ((9000 0,9001 0,9001 1,9000 0))")
            .add(Role::roads, {{"id", "r"}, {"class", "ĐX"}, {"commune_code", "na sang"}})
            .unlinked();
    const auto reports = linkDistrict(district);
    EXPECT_EQ(district.linksOf(Role::roads).commune[0], notLinked);
    ASSERT_EQ(reportOf(reports, Role::roads).unresolved.size(), 1U);
    EXPECT_EQ(reportOf(reports, Role::roads).unresolved[0].key, "na sang");
}

TEST(Link, ParcelsFindTheirVillageByPlaceAndTheirCommuneByCode) {
    const District district = twoCommunes()
                                  .add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "21"}, {"number", "87"}},
                                       "POLYGON ((1500 10,1510 10,1510 20,1500 20,1500 10))")
                                  .linked();
    EXPECT_EQ(district.linksOf(Role::parcels).commune[0], 0);
    EXPECT_EQ(district.linksOf(Role::parcels).village[0], 1);
    EXPECT_EQ(district.linksOf(Role::parcels).precision[0], Precision::polygon);
}

TEST(Link, AReviewReportsTheSameAndTouchesNothing) {
    District district = twoCommunes()
                            .add(Role::roads, {{"id", "r1"}, {"class", "ĐX"}, {"commune_code", "00874"}})
                            .add(Role::roads, {{"id", "r2"}, {"class", "ĐX"}, {"commune_code", "nowhere"}})
                            .unlinked();
    const auto reviewed = reviewLinks(district);
    EXPECT_TRUE(district.linksOf(Role::roads).commune.empty());
    const auto reports = linkDistrict(district);
    ASSERT_EQ(reviewed.size(), reports.size());
    ASSERT_EQ(reportOf(reviewed, Role::roads).unresolved.size(), 1U);
    EXPECT_EQ(reportOf(reviewed, Role::roads).unresolved[0].key, "nowhere");
    EXPECT_EQ(reportOf(reviewed, Role::roads).linked, reportOf(reports, Role::roads).linked);
    EXPECT_EQ(reportOf(reviewed, Role::roads).byMethod, reportOf(reports, Role::roads).byMethod);
}

DistrictBuilder withParcelAndHousehold() {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087701"}}, "POINT (2500 500)");
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "21"}, {"number", "87"}},
                "POLYGON ((500 10,510 10,510 20,500 20,500 10))");
    builder.add(Role::roads, {{"id", "DX07"}, {"class", "ĐX"}, {"commune_code", "00874"}}, "LINESTRING (0 15,1000 15)");
    return builder;
}

TEST(Link, ADonationFindsItsParcelWhateverZerosStandInFront) {
    const District district =
        withParcelAndHousehold()
            .add(Role::donations,
                 {{"id", "d1"}, {"commune_code", "Nà Sáng"}, {"sheet", "021"}, {"number", "0087"}, {"road_id", "DX07"}})
            .linked();
    const TableLinks& links = district.linksOf(Role::donations);
    EXPECT_EQ(links.parcel[0], 0);
    EXPECT_EQ(links.road[0], 0);
    EXPECT_EQ(links.village[0], 0) << "taken from the parcel";
    EXPECT_EQ(links.method[0], LinkMethod::key);
    EXPECT_EQ(links.precision[0], Precision::parcel);
}

TEST(Link, ARecordOfAHouseholdTakesItsVillageAndCommune) {
    const District district = withParcelAndHousehold().add(Role::houses, {{"id", "n1"}, {"household_id", "h1"}}).linked();
    EXPECT_EQ(district.linksOf(Role::houses).village[0], 2);
    EXPECT_EQ(district.linksOf(Role::houses).commune[0], 1);
    EXPECT_EQ(district.linksOf(Role::houses).precision[0], Precision::household);
}

TEST(Link, WhatNamesAnUnknownParcelStaysAndIsListedWithItsReason) {
    District district = withParcelAndHousehold()
                            .add(Role::donations, {{"id", "d1"}, {"commune_code", "00874"}, {"sheet", "21"}, {"number", "999"}})
                            .unlinked();
    const auto reports = linkDistrict(district);
    const TableLinkReport& report = reportOf(reports, Role::donations);
    EXPECT_EQ(report.records, 1U);
    EXPECT_EQ(report.linked, 0U);
    ASSERT_EQ(report.unresolved.size(), 1U);
    EXPECT_EQ(report.unresolved[0].key, "21/999");
    EXPECT_EQ(district.linksOf(Role::donations).commune[0], 0) << "its commune is still known";
    EXPECT_EQ(district.linksOf(Role::donations).precision[0], Precision::commune);
}

TEST(Link, ByPlaceAgreesWithASlowSearchOnScatteredPoints) {
    std::mt19937 random(11 + test::soakRound());
    std::uniform_real_distribution<double> place(-200, 3'200);
    GeometryColumn points;
    points.kind = GeometryKind::point;
    for (int i = 0; i < 3'000; ++i) {
        points.addPoint({place(random), place(random) / 3});
        points.endRing();
        points.endPart();
        points.endFeature();
    }
    const District district = twoCommunes().unlinked();
    const GeometryColumn& villages = district.table(Role::villages).geometry;
    const auto found = findContainingPolygons(points, PointInPolygonIndex(villages));
    for (std::size_t i = 0; i < points.featureCount(); ++i) {
        std::int32_t expected = notLinked;
        for (std::size_t v = villages.featureCount(); v-- > 0;) {
            if (contains(villages, v, points.point(i))) expected = static_cast<std::int32_t>(v);
        }
        EXPECT_EQ(found[i], expected);
    }
}

} // namespace
} // namespace banlang
