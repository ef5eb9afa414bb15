// SPDX-License-Identifier: MIT
#include "layers/style/palette.h"
#include "tests/support/files.h"
#include "tests/support/rasters.h"
#include "viewer/map/gl/offscreen.h"
#include "viewer/map/map_renderer.h"

namespace banlang::viewer {
namespace {

constexpr Point northWest{447'000, 2'535'100};

/// 100 x 100 px of one metre.
class RasterBasemapTest : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        auto opened = OffscreenContext::create(100, 100);
        ASSERT_TRUE(opened) << opened.error().message.en;
        context = std::move(*opened);
        auto made = MapRenderer::create();
        ASSERT_TRUE(made) << made.error().message.en;
        renderer = std::move(*made);
    }
    void TearDown() override {
        renderer.reset();
        InFolder::TearDown();
    }

    void show(double opacity) {
        test::TestRaster raster{.columns = 50, .rows = 100, .northWest = northWest, .pixelM = 1};
        raster.value = [](int band, int /*column*/, int row) { return band == (row < 50 ? 0 : 1) ? 240 : 20; };
        auto source = RasterSource::open(test::writeGeoTiff(raster, at("a.tif")), 9209);
        ASSERT_TRUE(source);
        auto scene = std::make_shared<MapScene>();
        drapeOver(*scene, {*source, opacity});
        renderer->setScene(scene);
    }
    void draw(std::optional<MapRenderer::Clock::time_point> until = {}) {
        context->makeCurrent();
        renderer->draw(context->target(), {{northWest.x + 50, northWest.y - 50}, 1, 100, 100}, 0, 0, 1, {}, until);
    }
    std::array<int, 3> colourAt(std::size_t x, std::size_t y) {
        const auto pixels = context->pixels();
        return {pixels[4 * (y * 100 + x)], pixels[4 * (y * 100 + x) + 1], pixels[4 * (y * 100 + x) + 2]};
    }

    std::unique_ptr<OffscreenContext> context;
    std::unique_ptr<MapRenderer> renderer;
};

TEST_F(RasterBasemapTest, IsDrawnInItsPlaceOnceItIsRead) {
    show(1);
    draw();
    EXPECT_TRUE(renderer->complete());
    EXPECT_EQ(colourAt(25, 25), (std::array{240, 20, 20}));
    EXPECT_EQ(colourAt(25, 75), (std::array{20, 240, 20}));
    const Colour background = mapPalette(MapColourScheme::light).background;
    EXPECT_EQ(colourAt(75, 50), (std::array<int, 3>{background.r, background.g, background.b}));
    EXPECT_EQ(colourAt(48, 48)[0], 240) << "no edge is off by a pixel";
    EXPECT_EQ(colourAt(48, 51)[1], 240);
}

TEST_F(RasterBasemapTest, ItsOpacityMixesItWithThePaperOnce) {
    show(0.5);
    draw();
    const Colour background = mapPalette(MapColourScheme::light).background;
    EXPECT_NEAR(colourAt(25, 25)[0], (240 + background.r) / 2, 1);
    EXPECT_NEAR(colourAt(25, 25)[1], (20 + background.g) / 2, 1);
}

TEST_F(RasterBasemapTest, AFrameWithLittleTimeWaitsForNoDisk) {
    show(1);
    draw(MapRenderer::Clock::now());
    EXPECT_FALSE(renderer->complete());
    draw();
    EXPECT_TRUE(renderer->complete());
    EXPECT_EQ(colourAt(25, 25)[0], 240);
}

TEST_F(RasterBasemapTest, AFileThatIsDamagedLeavesPaper) {
    show(1);
    std::filesystem::resize_file(at("a.tif"), 300);
    draw();
    EXPECT_TRUE(renderer->complete()) << "what cannot be read is not asked for again and again";
    const Colour background = mapPalette(MapColourScheme::light).background;
    EXPECT_EQ(colourAt(75, 50), (std::array<int, 3>{background.r, background.g, background.b}));
}

} // namespace
} // namespace banlang::viewer
