// SPDX-License-Identifier: MIT
#include "core/geo/crs.h"
#include "core/geo/tm3_zones.h"

#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <string_view>

namespace banlang {
namespace {

TEST(Tm3Zones, EveryEntryIsWhatProjHasUnderItsNumber) {
    for (const Tm3Zone& zone : tm3Zones()) {
        OGRSpatialReference reference;
        ASSERT_EQ(reference.importFromEPSG(zone.epsg), OGRERR_NONE) << zone.epsg;
        EXPECT_NEAR(reference.GetProjParm(SRS_PP_CENTRAL_MERIDIAN), zone.centralMeridianDeg, 1e-9) << zone.epsg;
        EXPECT_DOUBLE_EQ(reference.GetProjParm(SRS_PP_SCALE_FACTOR), 0.9999) << zone.epsg;
        EXPECT_DOUBLE_EQ(reference.GetProjParm(SRS_PP_FALSE_EASTING), 500'000) << zone.epsg;
        EXPECT_STREQ(reference.GetAttrValue("DATUM"), "Vietnam_2000") << zone.epsg;
        EXPECT_EQ(tm3ZoneAt(zone.centralMeridianDeg), &zone);
        EXPECT_EQ(tm3ZoneOf(zone.epsg), &zone);
    }
}

TEST(Tm3Zones, NoneOfProjIsMissing) {
    std::size_t found = 0;
    for (int epsg = 5800; epsg < 9400; ++epsg) {
        OGRSpatialReference reference;
        CPLPushErrorHandler(CPLQuietErrorHandler);
        const bool known = reference.importFromEPSG(epsg) == OGRERR_NONE;
        CPLPopErrorHandler();
        // 6956 to 6959 are the same grids with northing in front.
        const bool northFirst = epsg >= 6956 && epsg <= 6959;
        if (!known || northFirst || !std::string_view(reference.GetName()).starts_with("VN-2000 / TM-3")) continue;
        ++found;
        EXPECT_NE(tm3ZoneOf(epsg), nullptr) << epsg << " " << reference.GetName();
    }
    EXPECT_EQ(found, tm3Zones().size());
}

TEST(Tm3Zones, MeridiansAreWrittenInDegreesAndMinutes) {
    EXPECT_EQ(meridianText(105.5), "105°30'");
    EXPECT_EQ(meridianText(108.25), "108°15'");
    EXPECT_EQ(meridianText(103), "103°00'");
}

TEST(Tm3Zones, UtmZonesGoOnAcrossTheEquator) {
    EXPECT_EQ(utmEpsg({9.55, 47.15}), 32632);
    EXPECT_EQ(utmEpsg({1.55, 42.5}), 32631);
    EXPECT_EQ(utmEpsg({145, -37}), 32755);
    EXPECT_EQ(utmEpsg({180, 10}), 32660);
}

/// Scale by the formula of the transverse Mercator: k0 (1 + dl^2 cos^2 B / 2).
TEST(LengthError, IsThatOfTheGridAtThePlace) {
    EXPECT_NEAR(lengthError(*Crs::fromEpsg(9217), {108.25, 12.25}), 1e-4, 2e-6);
    EXPECT_NEAR(lengthError(*Crs::fromEpsg(9217), {109.2, 12.25}), 3.2e-5, 5e-6);
    EXPECT_NEAR(lengthError(*Crs::fromEpsg(9209), {109.2, 12.25}), 1.9e-3, 1e-4);
    EXPECT_GT(lengthError(*Crs::fromEpsg(9209), {9.55, 47.15}), 0.3) << "Liechtenstein in the zone of Ha Giang";
    EXPECT_GT(lengthError(*Crs::fromEpsg(4326), {9.55, 47.15}), 1e9) << "degrees are no lengths";
    EXPECT_NEAR(lengthError(*Crs::fromEpsg(3857), {9.55, 47.15}), 0.47, 0.01);
}

} // namespace
} // namespace banlang
