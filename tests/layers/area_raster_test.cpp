// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"
#include "layers/area_raster.h"

#include <gtest/gtest.h>

#include <numeric>

namespace banlang {
namespace {

constexpr Colour red = rgb(0xFF0000);
constexpr Colour blue = rgb(0x0000FF);

ShapeSet polygons(const std::vector<std::string_view>& wkts, std::vector<Colour> colours) {
    ShapeSet set{.geometry = std::make_shared<const GeometryColumn>(geometryFromWkt(GeometryKind::polygon, wkts))};
    for (std::size_t i = 0; i < wkts.size(); ++i) set.classOf.push_back(static_cast<std::uint8_t>(i % colours.size()));
    for (const Colour colour : colours) set.styles.push_back({.fill = FillStyle{.colour = colour}, .strokes = {}});
    return set;
}

PixelColours covered(const ShapeSet& set, const PixelGrid& grid) {
    std::vector<std::uint32_t> all(set.geometry->featureCount());
    std::iota(all.begin(), all.end(), 0U);
    return coverAreas(set, all, grid);
}

/// Channel `channel` of pixel (x, y).
int part(const PixelColours& colours, const PixelGrid& grid, int x, int y, int channel) {
    return colours[static_cast<std::size_t>((y * grid.widthPx + x) * 4 + channel)];
}

TEST(AreaRaster, GivesAPixelTheShareThatIsCovered) {
    const PixelGrid grid{{0, 4}, 1, 4, 4};
    const PixelColours colours = covered(polygons({"POLYGON((0.5 0.25,2 0.25,2 2,0.5 2,0.5 0.25))"}, {red}), grid);
    EXPECT_NEAR(part(colours, grid, 0, 3, 3), 255 * 0.5 * 0.75, 1);
    EXPECT_NEAR(part(colours, grid, 1, 3, 3), 255 * 0.75, 1);
    EXPECT_EQ(part(colours, grid, 1, 2, 0), 255);
    EXPECT_EQ(part(colours, grid, 3, 0, 3), 0);
}

TEST(AreaRaster, NeighboursLeaveNoSeam) {
    const PixelGrid grid{{0, 10}, 1, 10, 10};
    const PixelColours colours =
        covered(polygons({"POLYGON((0 0,3.3 0,6.7 10,0 10,0 0))", "POLYGON((3.3 0,10 0,10 10,6.7 10,3.3 0))"}, {red, red}), grid);
    for (int y = 0; y < 10; ++y) {
        for (int x = 0; x < 10; ++x) EXPECT_GE(part(colours, grid, x, y, 3), 254) << x << ' ' << y;
    }
}

TEST(AreaRaster, ManyParcelsInOnePixelGiveTheirMean) {
    const PixelGrid grid{{0, 100}, 100, 1, 1};
    const ShapeSet set =
        polygons({"POLYGON((0 0,25 0,25 100,0 100,0 0))", "POLYGON((25 0,100 0,100 100,25 100,25 0))"}, {red, blue});
    const PixelColours colours = covered(set, grid);
    EXPECT_NEAR(part(colours, grid, 0, 0, 0), 255 * 0.25, 1);
    EXPECT_NEAR(part(colours, grid, 0, 0, 2), 255 * 0.75, 1);
}

TEST(AreaRaster, HolesStayEmptyAndSoDoFeaturesWithoutClass) {
    const PixelGrid grid{{0, 3}, 1, 3, 3};
    ShapeSet set = polygons({"POLYGON((0 0,3 0,3 3,0 3,0 0),(1 1,1 2,2 2,2 1,1 1))"}, {red});
    EXPECT_EQ(part(covered(set, grid), grid, 1, 1, 3), 0);
    EXPECT_EQ(part(covered(set, grid), grid, 0, 1, 3), 255);
    set.classOf[0] = noClass;
    EXPECT_EQ(part(covered(set, grid), grid, 0, 1, 3), 0);
}

TEST(AreaRaster, ShapesMayReachFarBeyondTheGrid) {
    const PixelGrid grid{{0, 2}, 1, 2, 2};
    const PixelColours colours =
        covered(polygons({"POLYGON((-90000 -90000,1 -90000,1 90000,-90000 90000,-90000 -90000))"}, {blue}), grid);
    EXPECT_EQ(part(colours, grid, 0, 0, 2), 255);
    EXPECT_LE(part(colours, grid, 1, 0, 3), 2);
}

TEST(AreaRaster, AnEdgeThatComesInFromTheSideLeavesNoSeam) {
    const PixelGrid grid{{0, 1}, 1, 4, 1};
    // From (-3, 1) down to (2, 0): red to its left, blue to its right.
    const PixelColours colours =
        covered(polygons({"POLYGON((-9 0,2 0,-3 1,-9 1,-9 0))", "POLYGON((2 0,9 0,9 1,-3 1,2 0))"}, {red, blue}), grid);
    EXPECT_NEAR(part(colours, grid, 0, 0, 0), 255 * 0.3, 2);
    EXPECT_NEAR(part(colours, grid, 0, 0, 2), 255 * 0.7, 2);
    EXPECT_NEAR(part(colours, grid, 1, 0, 0), 255 * 0.1, 2);
    for (int x = 0; x < 4; ++x) EXPECT_GE(part(colours, grid, x, 0, 3), 254) << x;
}

} // namespace
} // namespace banlang
