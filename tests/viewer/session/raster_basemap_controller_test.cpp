// SPDX-License-Identifier: MIT
#include "core/store/raster_basemap.h"
#include "core/store/store.h"
#include "tests/support/files.h"
#include "tests/support/rasters.h"
#include "viewer/session/raster_basemap_controller.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

class RasterBasemaps : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        ASSERT_TRUE(Store::create(at("kho.gpkg"), 9209));
        open_.document.storePath = at("kho.gpkg");
        open_.document.district = std::make_shared<District>(emptyDistrict(9209));
        picture_ = test::writeGeoTiff({.northWest = {450'000, 2'525'000}}, at("ortho.tif"));
    }
    void finish() {
        controller_.wait();
        controller_.finish(open_);
    }

    std::string picture_;
    OpenDocument open_;
    RasterBasemapController controller_;
};

TEST_F(RasterBasemaps, AChosenOneIsShownAndRemembered) {
    controller_.choose(open_.document, picture_);
    EXPECT_TRUE(controller_.running());
    finish();
    ASSERT_NE(open_.document.rasterBasemap.source, nullptr);
    EXPECT_EQ(open_.document.rasterBasemap.path, picture_);
    EXPECT_EQ((*storedRasterBasemap(at("kho.gpkg")))->path, picture_);
    open_.document.rasterBasemap.opacity = 0.25;
    controller_.remember(open_);
    open_.document.rasterBasemap = {};
    controller_.openStored(open_.document);
    EXPECT_EQ(open_.document.rasterBasemap.opacity, 0.25);
    EXPECT_EQ(open_.document.rasterBasemap.source, nullptr) << "it is still being opened";
    finish();
    EXPECT_NE(open_.document.rasterBasemap.source, nullptr);
    ASSERT_TRUE(controller_.remove(open_.document));
    EXPECT_TRUE(open_.document.rasterBasemap.path.empty());
    EXPECT_FALSE(*storedRasterBasemap(at("kho.gpkg")));
}

TEST_F(RasterBasemaps, OneThatWasChosenAndDoesNotOpenFailsAndLeavesTheOneBefore) {
    controller_.choose(open_.document, picture_);
    finish();
    const auto before = open_.document.rasterBasemap.source;
    controller_.choose(open_.document, at("nowhere.tif"));
    finish();
    EXPECT_EQ(open_.document.rasterBasemap.source, before);
    EXPECT_TRUE(open_.failure);
}

TEST_F(RasterBasemaps, OneThatIsGoneSinceThenIsToldAndNoFailure) {
    ASSERT_TRUE(keepRasterBasemap(at("kho.gpkg"), picture_, 1));
    std::filesystem::remove(picture_);
    controller_.openStored(open_.document);
    finish();
    EXPECT_EQ(open_.document.rasterBasemap.source, nullptr);
    EXPECT_NE(open_.document.rasterBasemap.problem, nullptr);
    EXPECT_EQ(open_.document.messages.size(), 1U);
    EXPECT_FALSE(open_.failure);
}

} // namespace
} // namespace banlang::viewer
