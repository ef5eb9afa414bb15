// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "tests/support/district_builder.h"
#include "viewer/map/mesh/mask.h"

#include <gtest/gtest.h>

namespace banlang::viewer::detail {
namespace {

MapScene sceneAbout(std::optional<std::uint32_t> commune, MapColourScheme scheme = MapColourScheme::light) {
    test::DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "1"}, {"name", "Nà Sáng"}},
                "MULTIPOLYGON (((0 0,1000 0,1000 1000,0 1000,0 0),(400 400,400 600,600 600,600 400,400 400)),"
                "((2000 0,2500 0,2500 500,2000 500,2000 0)))");
    builder.add(Role::communes, {{"code", "2"}, {"name", "Chưa vẽ"}});
    MapScene scene;
    scene.colourScheme = scheme;
    scene.maskOutsideCommune = commune;
    scene.district = std::make_shared<const District>(builder.unlinked());
    return scene;
}

TEST(Mask, CoversAllButTheGroundOfTheCommune) {
    const auto mask = maskOf(sceneAbout(0));
    ASSERT_NE(mask, nullptr);
    const GeometryColumn& shape = *mask->geometry;
    ASSERT_EQ(shape.featureCount(), 1U);
    const auto masked = [&](Point at) { return contains(shape, 0, at); };
    EXPECT_FALSE(masked({100, 100}));
    EXPECT_FALSE(masked({2250, 250})) << "its other part";
    EXPECT_TRUE(masked({500, 500})) << "a hole in it is another commune's";
    EXPECT_TRUE(masked({1500, 500}));
    EXPECT_TRUE(masked({-100'000, 200'000})) << "as far as anybody looks";
    const double boxM2 = (2500.0 + 600'000) * (1000 + 600'000);
    EXPECT_NEAR(areaM2(shape, 0), boxM2 - (1'000'000 - 40'000 + 250'000), 1);
}

TEST(Mask, IsDrawnInTheColourOfTheGroundAndSeenThrough) {
    for (const MapColourScheme scheme : {MapColourScheme::light, MapColourScheme::dark}) {
        const auto mask = maskOf(sceneAbout(0, scheme));
        ASSERT_EQ(mask->styles.size(), 1U);
        const Colour colour = mask->styles[mask->classOf.at(0)].fill.value().colour;
        const Colour ground = mapPalette(scheme).background;
        EXPECT_EQ(colour.r, ground.r);
        EXPECT_GT(colour.a, 100);
        EXPECT_LT(colour.a, 255);
    }
}

TEST(Mask, WithoutGroundToLeaveOutThereIsNone) {
    EXPECT_EQ(maskOf(sceneAbout(std::nullopt)), nullptr);
    EXPECT_EQ(maskOf(sceneAbout(1)), nullptr) << "a commune that nobody has drawn";
    EXPECT_EQ(maskOf(sceneAbout(7)), nullptr);
    MapScene empty;
    empty.maskOutsideCommune = 0;
    EXPECT_EQ(maskOf(empty), nullptr);
}

} // namespace
} // namespace banlang::viewer::detail
