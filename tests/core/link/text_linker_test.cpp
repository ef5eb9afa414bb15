// SPDX-License-Identifier: MIT
// Rungs that lead to roads, gardens, houses and works, and what a record takes from them.
#include "core/link/link.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;
using test::twoCommunes;

/// "Đường trục xã" is a road of both communes.
DistrictBuilder withRoads() {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::roads, {{"id", "DX01"}, {"name", "Đường trục xã"}, {"commune_code", "00874"}}, "LINESTRING (0 15,1000 15)");
    builder.add(Role::roads, {{"id", "DX02"}, {"name", "Đường trục xã"}, {"commune_code", "00877"}},
                "LINESTRING (2100 15,2900 15)");
    return builder;
}

struct Work {
    std::int32_t road;
    std::string reasonId;
};

Work workOn(DistrictBuilder::Fields fields) {
    District district = withRoads().add(Role::roadWorks, fields).unlinked();
    const auto reports = linkDistrict(district);
    const auto& unresolved = reports[indexOf(Role::roadWorks)].unresolved;
    return {district.linksOf(Role::roadWorks).road[0], unresolved.empty() ? "" : unresolved[0].reasonId};
}

TEST(TextLinker, ARoadIsNamedByItsIdOrByItsNameWithinACommune) {
    EXPECT_EQ(workOn({{"id", "c"}, {"road_id", "DX02"}}).road, 1);
    EXPECT_EQ(workOn({{"id", "c"}, {"road_id", "đường trục xã"}, {"commune_code", "Thuận Hòa"}}).road, 1);
    const Work unresolved = workOn({{"id", "c"}, {"road_id", "Đường trục xã"}});
    EXPECT_EQ(unresolved.road, notLinked);
    EXPECT_EQ(unresolved.reasonId, "ambiguous");
}

TEST(TextLinker, TheVillageThatARecordNamesTellsTheCommuneOfItsRoad) {
    const District district =
        withRoads().add(Role::donations, {{"id", "d"}, {"road_id", "Đường trục xã"}, {"village_code", "0087701"}}).linked();
    EXPECT_EQ(district.linksOf(Role::donations).road[0], 1);
}

TEST(TextLinker, AChainageBeyondTheEndOfTheRoadIsLinkedAllTheSame) {
    const Work work = workOn({{"id", "c"}, {"road_id", "DX01"}, {"from_m", "900"}, {"to_m", "5000"}});
    EXPECT_EQ(work.road, 0);
    EXPECT_EQ(work.reasonId, "");
}

/// A surveyed garden of household h1, a house of h2, a work on road DX02.
DistrictBuilder withThings() {
    DistrictBuilder builder = withRoads();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}}, "POINT (500 500)");
    builder.add(Role::households, {{"id", "h2"}, {"village_code", "0087701"}}, "POINT (2500 500)");
    builder.add(Role::gardens, {{"id", "v1"}, {"household_id", "h1"}}, "POLYGON ((500 10,510 10,510 20,500 20,500 10))");
    builder.add(Role::houses, {{"id", "n2"}, {"household_id", "h2"}});
    builder.add(Role::roadWorks, {{"id", "c2"}, {"name", "Cứng hoá"}, {"road_id", "DX02"}});
    return builder;
}

TEST(TextLinker, AnInspectionLiesWhereWhatItInspectedLies) {
    DistrictBuilder builder = withThings();
    for (const auto& [field, thing] : {std::pair("garden_id", "v1"), {"house_id", "n2"}, {"work_id", "c2"}})
        builder.add(Role::inspections, {{"date", "2022-05-01"}, {field, thing}});
    const District district = builder.linked();
    const TableLinks& links = district.linksOf(Role::inspections);
    EXPECT_EQ(links.household, (std::vector<std::int32_t>{0, 1, notLinked}));
    EXPECT_EQ(links.village, (std::vector<std::int32_t>{0, 2, notLinked}));
    EXPECT_EQ(links.commune, (std::vector<std::int32_t>{0, 1, 1}));
    EXPECT_EQ(links.road, (std::vector<std::int32_t>{notLinked, notLinked, 1}));
    EXPECT_EQ(links.method[0], LinkMethod::key);
    EXPECT_EQ(links.precision, (std::vector<Precision>{Precision::polygon, Precision::household, Precision::commune}));
}

TEST(TextLinker, WhatNamesAnUnknownThingSaysWhich) {
    DistrictBuilder builder = withThings();
    for (const auto& [field, thing] : {std::pair("garden_id", "v9"), {"house_id", "n9"}, {"work_id", "c9"}})
        builder.add(Role::inspections, {{"date", "2022-05-01"}, {"commune_code", "00874"}, {field, thing}});
    District district = builder.unlinked();
    const auto reports = linkDistrict(district);
    const auto& unresolved = reports[indexOf(Role::inspections)].unresolved;
    ASSERT_EQ(unresolved.size(), 3U);
    EXPECT_EQ(unresolved[0].field, "garden_id");
    EXPECT_EQ(unresolved[0].key, "v9");
    EXPECT_EQ(unresolved[0].reason.en, "no garden has this id");
    EXPECT_EQ(unresolved[1].reason.vi, "không có nhà nào mang mã này");
    EXPECT_EQ(unresolved[2].reasonId, "unknown");
    EXPECT_EQ(district.linksOf(Role::inspections).precision[0], Precision::commune);
}

TEST(TextLinker, ARecordThatNamesNoPlaceIsOpenUnderItsOwnKey) {
    District district = twoCommunes().add(Role::deliveries, {{"date", "2022-05-01"}, {"material", "xi măng"}}).unlinked();
    const auto reports = linkDistrict(district);
    const auto& unresolved = reports[indexOf(Role::deliveries)].unresolved;
    ASSERT_EQ(unresolved.size(), 1U);
    EXPECT_EQ(unresolved[0].field, placeField);
    EXPECT_EQ(unresolved[0].key, "2022-05-01/xi măng////");
    EXPECT_EQ(unresolved[0].reasonId, "no-place");
}

TEST(TextLinker, OneWrongLetterIsNeverEnough) {
    DistrictBuilder builder = withThings();
    builder.add(Role::saturdays, {{"date", "2022-05-01"}, {"commune_code", "Nà Sánh"}});
    builder.add(Role::saturdays, {{"date", "2022-05-01"}, {"village_code", "Sủng Chan"}});
    builder.add(Role::saturdays, {{"date", "2022-05-01"}, {"commune_code", "0087"}});
    District district = builder.unlinked();
    const auto reports = linkDistrict(district);
    EXPECT_EQ(reports[indexOf(Role::saturdays)].linked, 0U);
    EXPECT_EQ(reports[indexOf(Role::saturdays)].unresolved.size(), 3U);
}

} // namespace
} // namespace banlang
