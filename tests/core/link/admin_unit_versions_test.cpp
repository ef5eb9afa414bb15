// SPDX-License-Identifier: MIT
#include "core/link/admin_unit_versions.h"
#include "core/link/link.h"
#include "core/link/text_index.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;

constexpr const char* west = "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))";
constexpr const char* both = "POLYGON ((0 0,2000 0,2000 1000,0 1000,0 0))";

/// On 1 July 2025 the code 00874 went from Nà Sáng, which was merged away, to Thuận Hoà, which was 00877 before.
DistrictBuilder recycled() {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "00874"}, {"name", "Nà Sáng"}, {"kind", "Xã"}, {"valid_to", "2025-07-01"}}, west);
    builder.add(Role::communes, {{"code", "00877"}, {"name", "Thuận Hoà"}, {"kind", "Xã"}, {"valid_to", "2025-07-01"}},
                "POLYGON ((1000 0,2000 0,2000 1000,1000 1000,1000 0))");
    builder.add(Role::communes, {{"code", "00874"}, {"name", "Thuận Hoà"}, {"kind", "Xã"}, {"valid_from", "2025-07-01"}}, both);
    return builder;
}

std::int32_t communeOfSaturday(std::string_view rawText, std::string_view date) {
    const District district = recycled().add(Role::saturdays, {{"date", date}, {"commune_code", rawText}}).linked();
    return district.linksOf(Role::saturdays).commune[0];
}

TEST(AdminUnitVersions, ACodeMeansTheUnitThatBoreItOnTheDayOfTheRecord) {
    EXPECT_EQ(communeOfSaturday("00874", "2022-05-18"), 0);
    EXPECT_EQ(communeOfSaturday("00874", "2025-06-30"), 0) << "its last day";
    EXPECT_EQ(communeOfSaturday("00874", "2025-07-01"), 2);
    EXPECT_EQ(communeOfSaturday("Thuận Hoà", "2022-05-18"), 1);
    EXPECT_EQ(communeOfSaturday("Thuận Hoà", "2026-01-05"), 2);
}

TEST(AdminUnitVersions, ACodeIsDeadAfterTheEndOfItsOnlyUnit) {
    EXPECT_EQ(communeOfSaturday("00877", "2025-06-30"), 1);
    District district = recycled().add(Role::saturdays, {{"date", "2026-01-05"}, {"commune_code", "00877"}}).unlinked();
    const UnresolvedReference unresolved = linkDistrict(district)[indexOf(Role::saturdays)].unresolved.at(0);
    EXPECT_EQ(district.linksOf(Role::saturdays).commune[0], notLinked);
    EXPECT_EQ(unresolved.reasonId, "unit-ended");
    EXPECT_EQ(unresolved.key, "00877");
}

TEST(AdminUnitVersions, ADeadCodeIsLinkedWhereAPersonSaysSo) {
    District district = recycled().add(Role::saturdays, {{"date", "2026-01-05"}, {"commune_code", "00877"}}).unlinked();
    LinkOverride decision;
    decision.role = Role::saturdays;
    decision.field = "commune_code";
    decision.rawText = "00877";
    decision.target = "00874";
    EXPECT_TRUE(linkDistrict(district, std::span(&decision, 1))[indexOf(Role::saturdays)].unresolved.empty());
    EXPECT_EQ(district.linksOf(Role::saturdays).commune[0], 2) << "the unit that bears the code on the day";
}

TEST(AdminUnitVersions, WithoutADayTheLatestOfOneNameCountsAndOfTwoNamesNone) {
    District district = recycled()
                            .add(Role::roads, {{"id", "a"}, {"commune_code", "Thuận Hoà"}}, "LINESTRING (5000 5000,5100 5000)")
                            .add(Role::roads, {{"id", "b"}, {"commune_code", "00874"}}, "LINESTRING (5000 5000,5100 5000)")
                            .unlinked();
    const auto reports = linkDistrict(district);
    EXPECT_EQ(district.linksOf(Role::roads).commune[0], 2);
    EXPECT_EQ(district.linksOf(Role::roads).commune[1], notLinked);
    ASSERT_EQ(reports[indexOf(Role::roads)].unresolved.size(), 1U);
    EXPECT_EQ(reports[indexOf(Role::roads)].unresolved[0].reasonId, "recycled-code");
}

DistrictBuilder villageInTwoVersions() {
    DistrictBuilder builder = recycled();
    builder.add(Role::villages, {{"code", "0087401"}, {"name", "Bản Sản"}, {"commune_code", "00874"}, {"valid_to", "2025-07-01"}},
                west);
    builder.add(Role::villages, {{"code", "0087409"}, {"name", "Bản Sản"}, {"commune_code", "00874"}, {"valid_from", "2025-07-01"}},
                both);
    return builder;
}

TEST(AdminUnitVersions, AVillageBelongsToTheCommuneOfItsOwnTime) {
    const District district = villageInTwoVersions().linked();
    EXPECT_EQ(district.linksOf(Role::villages).commune[0], 0);
    EXPECT_EQ(district.linksOf(Role::villages).commune[1], 2);
}

TEST(AdminUnitVersions, OfTwoVersionsOnOneGroundParcelsLieInTheLatestAndDatedThingsInThatOfTheirDay) {
    DistrictBuilder builder = villageInTwoVersions();
    builder.add(Role::parcels, {{"commune_code", "Thuận Hoà"}, {"sheet", "1"}, {"number", "1"}},
                "POLYGON ((10 10,20 10,20 20,10 20,10 10))");
    builder.add(Role::gardens, {{"id", "cũ"}, {"registered_on", "2022-03-01"}}, "POLYGON ((10 10,20 10,20 20,10 20,10 10))");
    builder.add(Role::gardens, {{"id", "mới"}, {"registered_on", "2025-09-01"}}, "POLYGON ((10 10,20 10,20 20,10 20,10 10))");
    const District district = builder.linked();
    EXPECT_EQ(district.linksOf(Role::parcels).village[0], 1);
    EXPECT_EQ(district.linksOf(Role::gardens).village[0], 0);
    EXPECT_EQ(district.linksOf(Role::gardens).village[1], 1);
}

TEST(AdminUnitVersions, AVillageKeepsItsPlaceInTheCommuneThatWentOnUnderItsName) {
    DistrictBuilder builder = recycled();
    builder.add(Role::villages, {{"code", "0087701"}, {"name", "Cốc Vén"}, {"commune_code", "Thuận Hoà"}},
                "POLYGON ((1000 0,2000 0,2000 1000,1000 1000,1000 0))");
    builder.add(Role::saturdays, {{"date", "2022-05-18"}, {"commune_code", "00877"}, {"village_code", "Cốc Vén"}});
    const District district = builder.linked();
    EXPECT_EQ(district.linksOf(Role::saturdays).commune[0], 1);
    EXPECT_EQ(district.linksOf(Role::saturdays).village[0], 0);
}

TEST(AdminUnitVersions, TwoThatAreInForceTogetherStayTwo) {
    FeatureTable units = emptyTable(Role::communes);
    for (const char* from : {"2020-01-01", "2021-01-01"}) {
        for (Column& column : units.columns) {
            if (column.name == "name")
                column.text.append("Nà Sáng");
            else if (column.name == "valid_from")
                column.dates.push_back(*parseDate(from));
            else
                column.appendMissing();
        }
        ++units.rowCount;
    }
    const AdminUnitVersions versions(units);
    constexpr std::int32_t rows[] = {0, 1};
    EXPECT_EQ(versions.choose(rows, Date::fromYmd(2022, 1, 1)), TextIndex::ambiguous);
    EXPECT_EQ(versions.choose(rows, Date::fromYmd(2020, 6, 1)), 0);
    EXPECT_EQ(versions.choose(rows, {}), TextIndex::ambiguous);
    EXPECT_EQ(versions.lineage(1), 1);
    EXPECT_TRUE(versions.beside(0, 1));
    EXPECT_FALSE(versions.endedBy(0, Date::fromYmd(2040, 1, 1)));
    EXPECT_EQ(versions.dayOf(1), Date::fromYmd(2021, 1, 1));
}

} // namespace
} // namespace banlang
