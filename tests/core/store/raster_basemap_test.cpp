// SPDX-License-Identifier: MIT
#include "core/store/raster_basemap.h"
#include "core/store/store.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

class RasterBasemapInStore : public test::InFolder {
protected:
    std::string store_;

    void SetUp() override {
        InFolder::SetUp();
        std::filesystem::create_directories(folder_ / "huyện");
        store_ = at("huyện/kho.gpkg");
        ASSERT_TRUE(Store::create(store_, 9209));
    }
};

TEST_F(RasterBasemapInStore, IsKeptUntilAnotherTakesItsPlaceOrItIsForgotten) {
    EXPECT_FALSE(*storedRasterBasemap(store_));
    ASSERT_TRUE(keepRasterBasemap(store_, "/ảnh/a.tif", 1));
    ASSERT_TRUE(keepRasterBasemap(store_, "/ảnh/b.tif", 0.45));
    const auto stored = *storedRasterBasemap(store_);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->kept, "/ảnh/b.tif");
    EXPECT_EQ(stored->path, "/ảnh/b.tif");
    EXPECT_EQ(stored->opacity, 0.45);
    ASSERT_TRUE(forgetRasterBasemap(store_));
    EXPECT_FALSE(*storedRasterBasemap(store_));
}

TEST_F(RasterBasemapInStore, TravelsWithTheStoreWhenItLiesBesideIt) {
    ASSERT_TRUE(keepRasterBasemap(store_, at("ảnh/trực giao.tif"), 1));
    EXPECT_EQ((*storedRasterBasemap(store_))->kept, "../ảnh/trực giao.tif");
    std::filesystem::create_directories(folder_ / "nơi khác");
    std::filesystem::rename(folder_ / "huyện", folder_ / "nơi khác/huyện");
    EXPECT_EQ((*storedRasterBasemap(at("nơi khác/huyện/kho.gpkg")))->path, at("nơi khác/ảnh/trực giao.tif"));
}

TEST_F(RasterBasemapInStore, IsWrittenInFullWhenItLiesElsewhere) {
    ASSERT_TRUE(keepRasterBasemap(store_, "/mnt/usb/a.tif", 1));
    EXPECT_EQ((*storedRasterBasemap(store_))->kept, "/mnt/usb/a.tif");
}

TEST_F(RasterBasemapInStore, LeavesTheRestOfTheStoreReadable) {
    ASSERT_TRUE(keepRasterBasemap(store_, "a.tif", 1));
    EXPECT_TRUE(openDistrict(store_));
    EXPECT_FALSE(storedRasterBasemap(at("không có.gpkg")));
}

} // namespace
} // namespace banlang
