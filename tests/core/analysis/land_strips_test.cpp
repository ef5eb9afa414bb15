// SPDX-License-Identifier: MIT
#include "core/analysis/land_strips.h"
#include "core/analysis/land_take.h"
#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "core/store/import.h"
#include "core/store/store.h"
#include "tests/support/district_builder.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <map>

namespace banlang {
namespace {

using test::DistrictBuilder;

/// A lane with a field on each side, a public square and a field far away.
DistrictBuilder lane() {
    DistrictBuilder builder;
    builder.add(Role::roads, {{"id", "r1"}, {"class", "ĐTh"}, {"bed_width_m", "3"}}, "LINESTRING (0 0,100 0)");
    builder.add(Role::parcels, {{"number", "1"}, {"land_use", "LUC"}}, "POLYGON ((50 0,100 0,100 40,50 40,50 0))");
    builder.add(Role::parcels, {{"number", "2"}, {"land_use", "DGT"}}, "POLYGON ((0 0,50 0,50 40,0 40,0 0))");
    builder.add(Role::parcels, {{"number", "3"}, {"land_use", "LUC"}}, "POLYGON ((0 -40,100 -40,100 0,0 0,0 -40))");
    builder.add(Role::parcels, {{"number", "4"}, {"land_use", "LUC"}}, "POLYGON ((0 60,100 60,100 90,0 90,0 60))");
    return builder;
}

std::shared_ptr<const LandStrips> stripsOf(const District& district, double targetWidthM) {
    const WidenedRoad widened{0, targetWidthM};
    return landStrips(district, std::span(&widened, 1)).front();
}

TEST(LandStrips, RunAlongTheRoadAndLeaveOutRoadLand) {
    const District district = lane().unlinked();
    const auto strips = stripsOf(district, 5);
    ASSERT_EQ(strips->size(), 2U);
    EXPECT_EQ((*strips)[0].parcel, 2U);
    EXPECT_NEAR((*strips)[0].areaM2, 100, 1e-6);
    EXPECT_FALSE((*strips)[0].left);
    EXPECT_EQ((*strips)[1].parcel, 0U);
    EXPECT_NEAR((*strips)[1].areaM2, 50, 1e-6);
    EXPECT_NEAR((*strips)[1].fromM, 50, 1e-6);
    EXPECT_TRUE((*strips)[1].left);
}

TEST(LandStrips, AreMeasuredOnceForEachWidth) {
    const District district = lane().unlinked();
    EXPECT_EQ(stripsOf(district, 5), stripsOf(district, 5));
    EXPECT_NEAR(stripsOf(district, 7)->front().areaM2, 200, 1e-6);
    EXPECT_TRUE(stripsOf(district, 3)->empty()) << "wide enough already";
}

TEST(LandStrips, AreMeasuredAnewWhenTheDistrictChanges) {
    District district = lane().unlinked();
    const auto before = stripsOf(district, 5);
    const District copy = district;
    EXPECT_NE(stripsOf(copy, 5), before);
    district.table(Role::roads).find("bed_width_m")->numbers[0] = 4;
    EXPECT_NEAR(stripsOf(district, 5)->front().areaM2, 50, 1e-6);
    EXPECT_NEAR(before->front().areaM2, 100, 1e-6);
}

TEST(LandStrips, AParcelThatCrossesItselfCountsItsGround) {
    auto builder = lane();
    builder.add(Role::parcels, {{"number", "5"}}, "POLYGON ((0 -3,100 3,100 -3,0 3,0 -3))");
    const District district = builder.unlinked();
    const auto strips = stripsOf(district, 5);
    const auto bowTie = std::find_if(strips->begin(), strips->end(), [](const ParcelStrip& strip) { return strip.parcel == 4; });
    ASSERT_NE(bowTie, strips->end());
    const GeometryColumn& parcels = district.table(Role::parcels).geometry;
    const GeometryColumn& road = district.table(Role::roads).geometry;
    const GeometryColumn ground = intersection(madeValid(parcels, 4), 0, corridor(road, 0, 2.5), 0);
    EXPECT_NEAR(bowTie->areaM2, areaM2(difference(ground, 0, corridor(road, 0, 1.5), 0), 0), 1e-6);
}

class LandOfTheSampleDistrict : public test::InFolder {};

/// The plain way: every parcel whose box meets the corridor of a whole road, cut by GEOS.
std::map<std::uint32_t, double> plainly(const District& district, const RoadLandTake& take) {
    const FeatureTable& parcels = district.table(Role::parcels);
    const GeometryColumn& roads = district.table(Role::roads).geometry;
    const GeometryColumn wide = corridor(roads, take.road, take.targetWidthM / 2);
    const GeometryColumn bed = corridor(roads, take.road, take.currentWidthM / 2);
    std::map<std::uint32_t, double> areas;
    for (std::uint32_t parcel = 0; parcel < parcels.rowCount; ++parcel) {
        if (!parcels.geometry.boxes[parcel].intersects(wide.boxes[0]) || parcels.textAt("land_use", parcel) == "DGT") continue;
        const GeometryColumn within = intersection(parcels.geometry, parcel, wide, 0);
        const double area = within.isEmpty(0) ? 0 : areaM2(difference(within, 0, bed, 0), 0);
        if (area >= 0.5) areas[parcel] = area;
    }
    return areas;
}

TEST_F(LandOfTheSampleDistrict, IsWhatThePlainWayMeasures) {
    ASSERT_TRUE(importSources({std::string(BANLANG_SOURCE_DIR) + "/sample-data/district"}, at("store.gpkg"), {}));
    const District district = std::move(*openDistrict(at("store.gpkg")));
    std::size_t parcels = 0;
    for (const RoadLandTake& take : landTake(district, Date::fromYmd(2022, 5, 18))) {
        if (take.targetWidthM <= take.currentWidthM) continue;
        const auto expected = plainly(district, take);
        SCOPED_TRACE(district.table(Role::roads).textAt("id", take.road));
        ASSERT_EQ(take.parcels.size(), expected.size());
        for (const ParcelTake& parcel : take.parcels) {
            ASSERT_TRUE(expected.contains(parcel.parcel));
            EXPECT_NEAR(parcel.areaM2, expected.at(parcel.parcel), 1e-6 * parcel.areaM2 + 1e-7);
            ++parcels;
        }
    }
    EXPECT_GT(parcels, 200U);
}

} // namespace
} // namespace banlang
