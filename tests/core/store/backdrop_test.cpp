// SPDX-License-Identifier: MIT
#include "core/store/backdrop.h"
#include "core/store/store.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

class BackdropInStore : public test::InFolder {
protected:
    std::string store_;

    void SetUp() override {
        InFolder::SetUp();
        std::filesystem::create_directories(folder_ / "huyện");
        store_ = at("huyện/kho.gpkg");
        ASSERT_TRUE(Store::create(store_, 9209));
    }
};

TEST_F(BackdropInStore, IsKeptUntilAnotherTakesItsPlaceOrItIsForgotten) {
    EXPECT_FALSE(*storedBackdrop(store_));
    ASSERT_TRUE(keepBackdrop(store_, "/ảnh/a.tif", 1));
    ASSERT_TRUE(keepBackdrop(store_, "/ảnh/b.tif", 0.45));
    const auto stored = *storedBackdrop(store_);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->kept, "/ảnh/b.tif");
    EXPECT_EQ(stored->path, "/ảnh/b.tif");
    EXPECT_EQ(stored->opacity, 0.45);
    ASSERT_TRUE(forgetBackdrop(store_));
    EXPECT_FALSE(*storedBackdrop(store_));
}

TEST_F(BackdropInStore, TravelsWithTheStoreWhenItLiesBesideIt) {
    ASSERT_TRUE(keepBackdrop(store_, at("ảnh/trực giao.tif"), 1));
    EXPECT_EQ((*storedBackdrop(store_))->kept, "../ảnh/trực giao.tif");
    std::filesystem::create_directories(folder_ / "nơi khác");
    std::filesystem::rename(folder_ / "huyện", folder_ / "nơi khác/huyện");
    EXPECT_EQ((*storedBackdrop(at("nơi khác/huyện/kho.gpkg")))->path, at("nơi khác/ảnh/trực giao.tif"));
}

TEST_F(BackdropInStore, IsWrittenInFullWhenItLiesElsewhere) {
    ASSERT_TRUE(keepBackdrop(store_, "/mnt/usb/a.tif", 1));
    EXPECT_EQ((*storedBackdrop(store_))->kept, "/mnt/usb/a.tif");
}

TEST_F(BackdropInStore, LeavesTheRestOfTheStoreReadable) {
    ASSERT_TRUE(keepBackdrop(store_, "a.tif", 1));
    EXPECT_TRUE(openDistrict(store_));
    EXPECT_FALSE(storedBackdrop(at("không có.gpkg")));
}

} // namespace
} // namespace banlang
