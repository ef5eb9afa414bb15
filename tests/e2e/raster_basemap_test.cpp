// SPDX-License-Identifier: MIT
// A picture below the map, as the command line draws and remembers it.
#include "tests/e2e/made_once.h"
#include "tests/support/rasters.h"

namespace banlang::e2e {
namespace {

/// The sample district lies within it; one colour, so that a place outside of every polygon shows it unmixed.
std::string orthophoto(const fs::path& path) {
    test::TestRaster raster{.columns = 800, .rows = 700, .northWest = {437'000, 2'554'000}, .pixelM = 40};
    raster.value = [](int band, int /*column*/, int /*row*/) { return 60 + 50 * band; };
    return test::writeGeoTiff(raster, path.string());
}

std::array<int, 3> cornerOf(const std::string& png) {
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(png.c_str(), GDAL_OF_RASTER));
    std::array<int, 3> colour{-1, -1, -1};
    for (int band = 0; dataset != nullptr && band < 3; ++band)
        EXPECT_EQ(dataset->GetRasterBand(band + 1)->RasterIO(GF_Read, 160, 20, 1, 1, &colour[static_cast<std::size_t>(band)], 1, 1,
                                                             GDT_Int32, 0, 0),
                  CE_None);
    return colour;
}

TEST(RasterBasemapVerb, IsDrawnWhenAskedForAndRememberedWhenTold) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const std::string picture = orthophoto(folder / "ảnh.tif");
    const auto map = [&](const std::string& name, std::vector<std::string> more) {
        std::vector<std::string> words{"map",   store, "--layer", "roads", "--size", "800x600", "-o", (folder / name).string(),
                                       "--json"};
        words.insert(words.end(), more.begin(), more.end());
        return banlang(words);
    };
    const Outcome asked = map("a.png", {"--backdrop", picture});
    ASSERT_EQ(asked.exitCode, 0) << asked.out << asked.err;
    EXPECT_EQ(asked.json()["backdrop"]["bands"], "rgb");
    EXPECT_EQ(cornerOf((folder / "a.png").string()), (std::array{60, 110, 160}));
    EXPECT_FALSE(map("b.png", {}).json().contains("backdrop"));
    EXPECT_NE(cornerOf((folder / "b.png").string()), (std::array{60, 110, 160}));

    const Outcome kept = banlang({"backdrop", store, picture, "--opacity", "0.5", "--json"});
    ASSERT_EQ(kept.exitCode, 0) << kept.out << kept.err;
    EXPECT_EQ(kept.json()["schema"], "banlang/backdrop/1");
    EXPECT_EQ(kept.json()["backdrop"]["file"], "ảnh.tif");
    EXPECT_TRUE(map("c.png", {}).json().contains("backdrop"));
    EXPECT_NEAR(cornerOf((folder / "c.png").string())[0], (60 + 0xFB) / 2, 1) << "half of it paper";
    EXPECT_FALSE(map("d.png", {"--backdrop", "none"}).json().contains("backdrop"));

    fs::remove(picture);
    const Outcome gone = map("e.png", {});
    EXPECT_EQ(gone.exitCode, 0) << "the map comes without it";
    EXPECT_NE(gone.err.find("ảnh.tif"), std::string::npos) << gone.err;
    const auto told = banlang({"backdrop", store, "--json"}).json();
    EXPECT_FALSE(told["backdrop"]["found"]);
    EXPECT_EQ(told["backdrop"]["problem"]["code"], "file-missing");
    EXPECT_EQ(banlang({"backdrop", store, "--remove", "--json"}).json()["backdrop"], nullptr);
    EXPECT_EQ(banlang({"backdrop", store, "--json"}).json()["backdrop"], nullptr);
}

TEST(RasterBasemapVerb, RefusesWhatItCannotDraw) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const Outcome missing = banlang({"backdrop", store, (folder / "không có.tif").string(), "--json"});
    EXPECT_EQ(missing.exitCode, 3);
    EXPECT_EQ(missing.json()["error"]["code"], "file-missing");
    const std::string far = test::writeGeoTiff({.northWest = {600'000, 1'200'000}}, (folder / "xa.tif").string());
    const Outcome outside =
        banlang({"map", store, "--layer", "roads", "-o", (folder / "a.png").string(), "--backdrop", far, "--json", "--lang", "en"});
    EXPECT_EQ(outside.exitCode, 3);
    EXPECT_EQ(outside.json()["error"]["code"], "raster-outside");
    EXPECT_FALSE(fs::exists(folder / "a.png"));
    EXPECT_EQ(banlang({"backdrop", store, "--json"}).json()["backdrop"], nullptr) << "nothing was remembered";
}

} // namespace
} // namespace banlang::e2e
