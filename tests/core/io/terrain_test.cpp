// SPDX-License-Identifier: MIT
#include "core/geo/gdal_drivers.h"
#include "core/io/terrain.h"
#include "tests/support/files.h"
#include "tests/support/rasters.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace banlang {
namespace {

class Terrain : public test::InFolder {
protected:
    static test::TestRaster heights() {
        test::TestRaster raster;
        raster.columns = raster.rows = 20;
        raster.bands = 1;
        raster.type = GDT_Float32;
        raster.northWest = {440000, 2540000};
        raster.value = [](int, int column, int row) { return 300.5 + column + row; };
        return raster;
    }
    static std::string codeOf(const std::string& path) {
        const auto bytes = readTerrainFile(path);
        return bytes ? "" : bytes.error().code;
    }
};

TEST_F(Terrain, AGeoTiffIsKeptByteByByte) {
    const std::string path = test::writeGeoTiff(heights(), at("dem.tif"));
    const auto bytes = readTerrainFile(path);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(*bytes, test::bytesOfFile(path));
    EXPECT_GT(bytes->size(), 20U * 20U * 4U);
}

TEST_F(Terrain, HeightsWithoutAPlaceAreRefused) {
    registerGdalDrivers();
    const std::string path = at("dem.tif");
    ASSERT_NE(
        GDALDatasetUniquePtr(GetGDALDriverManager()->GetDriverByName("GTiff")->Create(path.c_str(), 4, 4, 1, GDT_Byte, nullptr)),
        nullptr);
    EXPECT_EQ(codeOf(path), "terrain-unreadable");
}

TEST_F(Terrain, OtherFilesAreRefusedWhateverTheyAreCalled) {
    EXPECT_EQ(codeOf(at("none.tif")), "terrain-unreadable");
    EXPECT_EQ(codeOf(write("empty.tif", "")), "terrain-unreadable");
    EXPECT_EQ(codeOf(write("text.tif", "no heights at all")), "terrain-unreadable");
    test::TestRaster bytes = heights();
    bytes.type = GDT_Byte;
    bytes.value = [](int, int, int) { return 7; };
    const std::string png = test::writeCopy(bytes, "PNG", at("png.tif"));
    EXPECT_EQ(codeOf(png), "terrain-unreadable") << "a picture of another format";
    EXPECT_EQ(readTerrainFile(png).error().where.file, png);
}

TEST_F(Terrain, APipeIsNotWaitedFor) {
    ASSERT_EQ(mkfifo(at("dem.tif").c_str(), 0600), 0);
    EXPECT_EQ(codeOf(at("dem.tif")), "not-a-file");
}

TEST_F(Terrain, AFileThatIsTooLargeIsNotRead) {
    const std::string path = test::writeGeoTiff(heights(), at("dem.tif"));
    std::filesystem::resize_file(path, largestTerrain + 1);
    const auto refused = readTerrainFile(path);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "file-too-large");
    EXPECT_EQ(refused.error().where.file, path);
    EXPECT_NE(refused.error().message.en.find("512.0 MiB"), std::string::npos) << refused.error().message.en;
}

/// A file of some kilobytes may promise any number of pixels.
TEST_F(Terrain, APromiseOfTooManyPixelsIsRefused) {
    registerGdalDrivers();
    const std::string path = at("dem.tif");
    std::array<char*, 3> options{const_cast<char*>("SPARSE_OK=TRUE"), const_cast<char*>("TILED=YES"),
                                 nullptr}; // NOLINT: GDAL's signature
    GDALDatasetUniquePtr promise(
        GetGDALDriverManager()->GetDriverByName("GTiff")->Create(path.c_str(), 50'000, 20'001, 1, GDT_Byte, options.data()));
    ASSERT_NE(promise, nullptr);
    std::array<double, 6> toGround{440'000, 1, 0, 2'540'000, 0, -1};
    promise->SetGeoTransform(toGround.data());
    promise.reset();
    ASSERT_LT(std::filesystem::file_size(path), 1'000'000U);
    const auto refused = readTerrainFile(path);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "terrain-too-large");
    EXPECT_NE(refused.error().message.en.find("50000 x 20001 pixels, more than 1,000,000,000"), std::string::npos)
        << refused.error().message.en;
}

} // namespace
} // namespace banlang
