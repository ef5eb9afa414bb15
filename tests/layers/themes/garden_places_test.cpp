// SPDX-License-Identifier: MIT
#include "layers/themes/catalogue.h"
#include "layers/themes/garden_places.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

/// Four gardens of one village: with a shape, on a parcel, at a household, and known by their village alone.
test::DistrictBuilder gardens() {
    test::DistrictBuilder builder = test::twoCommunes();
    builder.add(Role::households, {{"id", "H1"}, {"village_code", "0087401"}}, "POINT (700 700)");
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "3"}, {"number", "12"}, {"land_use", "ONT"}},
                "POLYGON ((300 300,340 300,340 340,300 340,300 300))");
    const auto add = [&](std::string_view id, std::string_view household, std::string_view number, std::string_view wkt) {
        builder.add(Role::gardens,
                    {{"id", id},
                     {"household_id", household},
                     {"village_code", "0087401"},
                     {"commune_code", "00874"},
                     {"sheet", number.empty() ? "" : "3"},
                     {"number", number},
                     {"registered_on", "2021-05-01"},
                     {"started_on", "2021-06-01"},
                     {"finished_on", "2021-09-01"}},
                    wkt);
    };
    add("G1", "", "12", "POLYGON ((100 100,130 100,130 130,100 130,100 100))");
    add("G2", "H1", "12", {});
    add("G3", "H1", "", {});
    add("G4", "", "", {});
    return builder;
}

LayerRequest request(Audience audience) {
    return {test::contextOf(gardens().linked(), Date::fromYmd(2022, 5, 18)), audience, MapColourScheme::light};
}

std::vector<const Marker*> single(const MapLayer& layer, double scale) {
    std::vector<const Marker*> found;
    for (const MarkerSet& set : layer.markers) {
        for (const Marker& marker : set.markers) {
            if (set.scales.shows(scale) && marker.role == Role::gardens) found.push_back(&marker);
        }
    }
    return found;
}

} // namespace

TEST(GardenPlaces, TheMostExactPlaceThatIsKnownCounts) {
    const District district = gardens().linked();
    const auto shape = gardenPlace(district, 0);
    ASSERT_TRUE(shape.has_value());
    EXPECT_NEAR(shape->x, 115, 15);
    const auto parcel = gardenPlace(district, 1);
    ASSERT_TRUE(parcel.has_value());
    EXPECT_NEAR(parcel->x, 320, 20);
    const auto household = gardenPlace(district, 2);
    ASSERT_TRUE(household.has_value());
    EXPECT_EQ(*household, (Point{700, 700}));
    EXPECT_FALSE(gardenPlace(district, 3).has_value());
}

TEST(GardenPlaces, TheWorkingGroupSeesEachGardenOnceAtEveryScaleNearAVillage) {
    const auto layer = buildLayer("renovated-gardens", request(Audience::workingGroup));
    ASSERT_TRUE(layer.has_value());
    for (const double scale : {2'000.0, 7'000.0, 12'000.0, 25'000.0, 55'000.0})
        EXPECT_EQ(single(*layer, scale).size(), 3U) << scale;
    EXPECT_TRUE(single(*layer, 100'000).empty());
    // The fourth stands in the ring of its village, which counts all four where they are too small to be told apart.
    const auto ringText = [&](double scale) {
        std::string text;
        for (const MarkerSet& set : layer->markers) {
            for (const Marker& marker : set.markers) {
                if (set.scales.shows(scale) && marker.role == Role::villages) text += marker.text;
            }
        }
        return text;
    };
    EXPECT_EQ(ringText(25'000), "4");
    EXPECT_EQ(ringText(5'000), "1");
}

TEST(GardenPlaces, TheMeetingSeesNoGardenByItself) {
    const auto layer = buildLayer("renovated-gardens", request(Audience::meeting));
    ASSERT_TRUE(layer.has_value());
    for (const double scale : {2'000.0, 25'000.0}) EXPECT_TRUE(single(*layer, scale).empty());
    for (const ShapeSet& set : layer->shapes) EXPECT_NE(set.role, Role::gardens);
    const auto homes = [](Audience audience) {
        const auto parcels = buildLayer("parcels", request(audience), true);
        std::size_t count = 0;
        for (const MarkerSet& set : parcels->markers) {
            for (const Marker& marker : set.markers) count += marker.role == Role::households ? 1U : 0U;
        }
        return count;
    };
    EXPECT_EQ(homes(Audience::workingGroup), 1U);
    EXPECT_EQ(homes(Audience::meeting), 0U);
    EXPECT_EQ(homes(Audience::publicNotice), 0U);
}

} // namespace banlang
