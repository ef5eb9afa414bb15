// SPDX-License-Identifier: MIT
#include "core/analysis/land/right_of_way_acquisition.h"
#include "core/analysis/land/right_of_way_parcels.h"
#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "core/store/import.h"
#include "core/store/store.h"
#include "tests/support/analysis_context.h"
#include "tests/support/columns.h"
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

std::shared_ptr<const RightOfWayParcels> rightOfWayOf(const District& district, double targetWidthM) {
    const WidenedRoad widened{0, targetWidthM};
    return rightOfWayParcels(test::contextOf(district), std::span(&widened, 1)).front();
}

TEST(RightOfWayParcels, RunAlongTheRoadAndLeaveOutRoadLand) {
    const District district = lane().unlinked();
    const auto rightOfWay = rightOfWayOf(district, 5);
    ASSERT_EQ(rightOfWay->size(), 2U);
    EXPECT_EQ((*rightOfWay)[0].parcel, 2U);
    EXPECT_NEAR((*rightOfWay)[0].areaM2, 100, 1e-6);
    EXPECT_FALSE((*rightOfWay)[0].left);
    EXPECT_EQ((*rightOfWay)[1].parcel, 0U);
    EXPECT_NEAR((*rightOfWay)[1].areaM2, 50, 1e-6);
    EXPECT_NEAR((*rightOfWay)[1].fromM, 50, 1e-6);
    EXPECT_TRUE((*rightOfWay)[1].left);
}

TEST(RightOfWayParcels, AreMeasuredOnceForEachWidth) {
    const District district = lane().unlinked();
    EXPECT_EQ(rightOfWayOf(district, 5), rightOfWayOf(district, 5));
    EXPECT_NEAR(rightOfWayOf(district, 7)->front().areaM2, 200, 1e-6);
    EXPECT_TRUE(rightOfWayOf(district, 3)->empty()) << "wide enough already";
}

TEST(RightOfWayParcels, AreMeasuredAnewWhenTheDistrictChanges) {
    District district = lane().unlinked();
    const auto before = rightOfWayOf(district, 5);
    const District copy = district;
    EXPECT_NE(rightOfWayOf(copy, 5), before);
    district.table(Role::roads).columnNamed("bed_width_m")->numbers[0] = 4;
    EXPECT_NEAR(rightOfWayOf(district, 5)->front().areaM2, 50, 1e-6);
    EXPECT_NEAR(before->front().areaM2, 100, 1e-6);
}

TEST(RightOfWayParcels, AParcelThatCrossesItselfCountsItsGround) {
    auto builder = lane();
    builder.add(Role::parcels, {{"number", "5"}}, "POLYGON ((0 -3,100 3,100 -3,0 3,0 -3))");
    const District district = builder.unlinked();
    const auto rightOfWay = rightOfWayOf(district, 5);
    const auto bowTie =
        std::find_if(rightOfWay->begin(), rightOfWay->end(), [](const RightOfWayParcel& ring) { return ring.parcel == 4; });
    ASSERT_NE(bowTie, rightOfWay->end());
    const GeometryColumn& parcels = district.table(Role::parcels).geometry;
    const GeometryColumn& road = district.table(Role::roads).geometry;
    const GeometryColumn ground = intersection(madeValid(parcels, 4), 0, corridor(road, 0, 2.5), 0);
    EXPECT_NEAR(bowTie->areaM2, areaM2(difference(ground, 0, corridor(road, 0, 1.5), 0), 0), 1e-6);
}

class LandOfTheSampleDistrict : public test::InFolder {};

/// The plain way: every parcel whose box meets the corridor of a whole road, cut by GEOS.
std::map<std::uint32_t, double> plainly(const District& district, const RoadAcquisition& acquisition) {
    const FeatureTable& parcels = district.table(Role::parcels);
    const GeometryColumn& roads = district.table(Role::roads).geometry;
    const GeometryColumn wide = corridor(roads, acquisition.road, acquisition.targetWidthM / 2);
    const GeometryColumn bed = corridor(roads, acquisition.road, acquisition.currentWidthM / 2);
    std::map<std::uint32_t, double> areas;
    for (std::uint32_t parcel = 0; parcel < parcels.rowCount; ++parcel) {
        if (!parcels.geometry.boxes[parcel].intersects(wide.boxes[0]) || test::textAt(parcels, "land_use", parcel) == "DGT")
            continue;
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
    const auto acquisitions = rightOfWayAcquisition(test::contextOf(district, Date::fromYmd(2022, 5, 18)));
    for (const RoadAcquisition& acquisition : *acquisitions) {
        if (acquisition.targetWidthM <= acquisition.currentWidthM) continue;
        const auto expected = plainly(district, acquisition);
        SCOPED_TRACE(test::textAt(district.table(Role::roads), "id", acquisition.road));
        ASSERT_EQ(acquisition.parcels.size(), expected.size());
        for (const ParcelAcquisition& parcel : acquisition.parcels) {
            ASSERT_TRUE(expected.contains(parcel.parcel));
            EXPECT_NEAR(parcel.areaM2, expected.at(parcel.parcel), 1e-6 * parcel.areaM2 + 1e-7);
            ++parcels;
        }
    }
    EXPECT_GT(parcels, 200U);
}

} // namespace
} // namespace banlang
