// SPDX-License-Identifier: MIT
#include "core/geo/crs.h"
#include "core/geo/raster_overviews.h"
#include "core/geo/raster_source.h"
#include "tests/support/files.h"
#include "tests/support/rasters.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>
#include <thread>

namespace banlang {
namespace {

using test::TestRaster;
using test::writeGeoTiff;

using Rgba = std::array<int, 4>;

constexpr Point northWest{450'000, 2'525'000};
constexpr Box district{440'000, 2'500'000, 480'000, 2'540'000};

Rgba pixelAt(const RasterPixels& pixels, int column, int row) {
    Rgba rgba{};
    for (std::size_t i = 0; i < 4; ++i)
        rgba[i] = pixels.rgba[4 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(pixels.columns) +
                                   static_cast<std::size_t>(column)) +
                              i];
    return rgba;
}

std::string codeOf(const Result<std::shared_ptr<const RasterSource>>& source) {
    return source ? "opened" : source.error().code;
}

class RasterSourceTest : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        cache_ = folder_.string() + "-cache";
        std::filesystem::remove_all(cache_);
        setenv("XDG_CACHE_HOME", cache_.c_str(), 1); // NOLINT(concurrency-mt-unsafe)
    }
    void TearDown() override {
        std::filesystem::remove_all(cache_);
        InFolder::TearDown();
    }

    static std::shared_ptr<const RasterSource> opened(const std::string& path) {
        auto source = RasterSource::open(path, 9209, district);
        EXPECT_TRUE(source) << (source ? "" : source.error().message.en);
        return source ? *source : nullptr;
    }
    static RasterPixels read(const RasterSource& source, const Box& box, int columns, int rows) {
        auto pixels = source.read(box, columns, rows);
        EXPECT_TRUE(pixels) << (pixels ? "" : pixels.error().message.en);
        return pixels ? *pixels
                      : RasterPixels{columns, rows, std::vector<std::uint8_t>(static_cast<std::size_t>(4 * columns * rows))};
    }
    /// One pixel of the picture around a place.
    static Rgba colourAt(const RasterSource& source, Point place, double sizeM = 10) {
        return pixelAt(read(source, Box{place.x, place.y, place.x, place.y}.widenedBy(sizeM / 2), 1, 1), 0, 0);
    }

    std::string cache_;
};

TEST_F(RasterSourceTest, GivesThePixelsOfItsOwnGridUnchanged) {
    const auto source = opened(writeGeoTiff({.northWest = northWest}, at("ảnh.tif")));
    const RasterPixels pixels = read(*source, {northWest.x + 100, northWest.y - 500, northWest.x + 300, northWest.y - 200}, 20, 30);
    EXPECT_EQ(pixelAt(pixels, 0, 0), (Rgba{10, 20, 40, 255}));
    EXPECT_EQ(pixelAt(pixels, 19, 29), (Rgba{29, 49, 40, 255}));
    EXPECT_EQ(source->info().bands, BandLayout::rgb);
    EXPECT_NEAR(source->info().metresPerPixel, 10, 1e-6);
    EXPECT_EQ(source->info().extent, (Box{northWest.x, northWest.y - 2'000, northWest.x + 2'000, northWest.y}));
}

TEST_F(RasterSourceTest, IsTransparentBeyondItsEdgeAndWhereThereAreNoData) {
    TestRaster raster{.northWest = northWest, .noData = 0};
    raster.value = [](int /*band*/, int column, int /*row*/) { return column < 100 ? 0 : 200; };
    const auto source = opened(writeGeoTiff(raster, at("a.tif")));
    EXPECT_EQ(colourAt(*source, {northWest.x - 50, northWest.y - 500}), (Rgba{0, 0, 0, 0}));
    EXPECT_EQ(colourAt(*source, {northWest.x + 505, northWest.y - 505}), (Rgba{0, 0, 0, 0}));
    EXPECT_EQ(colourAt(*source, {northWest.x + 1'505, northWest.y - 505}), (Rgba{200, 200, 200, 255}));
}

TEST_F(RasterSourceTest, PutsAnotherCrsInPlaceWithinAPixel) {
    const auto toUtm = CrsTransform::between(*Crs::fromEpsg(9209), *Crs::fromEpsg(32648));
    const auto toWeb = CrsTransform::between(*Crs::fromEpsg(9209), *Crs::fromEpsg(3857));
    for (const auto& [epsg, transform] : {std::pair{32648, &*toUtm}, std::pair{3857, &*toWeb}}) {
        const Point corner = transform->apply(northWest);
        const auto source = opened(writeGeoTiff({.northWest = corner, .epsg = epsg}, at(std::to_string(epsg) + ".tif")));
        const RasterPixels pixels = read(*source, {northWest.x, northWest.y - 1'600, northWest.x + 1'600, northWest.y}, 160, 160);
        for (const int column : {15, 80, 150}) {
            for (const int row : {15, 80, 150}) {
                const Point place = transform->apply(Point{northWest.x + (column + 0.5) * 10, northWest.y - (row + 0.5) * 10});
                const Rgba found = pixelAt(pixels, column, row);
                // Values are those of the middles of pixels.
                EXPECT_NEAR(found[0], (place.x - corner.x) / 10 - 0.5, 1) << epsg;
                EXPECT_NEAR(found[1], (corner.y - place.y) / 10 - 0.5, 1) << epsg;
                EXPECT_EQ(found[3], 255) << epsg;
            }
        }
    }
}

TEST_F(RasterSourceTest, GoesFromWebMercatorByThePinnedTransformation) {
    const LonLat degrees = lonLatOf(*toWgs84(9209), northWest);
    const Point web = CrsTransform::between(*Crs::fromEpsg(9209), *Crs::fromEpsg(3857))->apply(northWest);
    constexpr double radiusM = 6'378'137;
    EXPECT_NEAR(web.x, degrees.lonDeg * M_PI / 180 * radiusM, 0.01);
    EXPECT_NEAR(web.y, std::asinh(std::tan(degrees.latDeg * M_PI / 180)) * radiusM, 0.01);
}

TEST_F(RasterSourceTest, ReadsMbtilesInTheirPlace) {
    const auto toWeb = CrsTransform::between(*Crs::fromEpsg(9209), *Crs::fromEpsg(3857));
    const Point corner = toWeb->apply(northWest);
    const auto source = opened(test::writeCopy({.northWest = corner, .epsg = 3857}, "MBTiles", at("xã.mbtiles")));
    EXPECT_EQ(source->info().format, "MBTiles");
    const Point place{northWest.x + 1'000, northWest.y - 700};
    const Point there = toWeb->apply(place);
    const Rgba found = colourAt(*source, place);
    EXPECT_NEAR(found[0], (there.x - corner.x) / 10 - 0.5, 1.5);
    EXPECT_NEAR(found[1], (corner.y - there.y) / 10 - 0.5, 1.5);
    EXPECT_EQ(found[3], 255);
}

TEST_F(RasterSourceTest, ReadsPalettesAndGrey) {
    TestRaster raster{.bands = 1, .northWest = northWest, .palette = true};
    raster.value = [](int /*band*/, int column, int /*row*/) { return column / 70; };
    const auto map = opened(writeGeoTiff(raster, at("palette.tif")));
    EXPECT_EQ(map->info().bands, BandLayout::palette);
    EXPECT_EQ(colourAt(*map, {northWest.x + 305, northWest.y - 505}), (Rgba{255, 0, 0, 255}));
    EXPECT_EQ(colourAt(*map, {northWest.x + 1'005, northWest.y - 505}), (Rgba{0, 255, 0, 255}));
    EXPECT_EQ(colourAt(*map, {northWest.x + 1'705, northWest.y - 505}), (Rgba{0, 0, 255, 255}));
    const auto grey = opened(writeGeoTiff({.bands = 1, .northWest = northWest}, at("grey.tif")));
    EXPECT_EQ(grey->info().bands, BandLayout::grey);
    EXPECT_EQ(colourAt(*grey, {northWest.x + 1'005, northWest.y - 505}), (Rgba{100, 100, 100, 255}));
}

TEST_F(RasterSourceTest, StretchesSixteenBitsFromTheSecondToTheNinetyEighthPercentile) {
    TestRaster raster{.bands = 1, .type = GDT_UInt16, .northWest = northWest};
    raster.value = [](int /*band*/, int column, int /*row*/) { return 1'000 + column * 50; };
    const auto source = opened(writeGeoTiff(raster, at("16.tif")));
    EXPECT_EQ(colourAt(*source, {northWest.x + 15, northWest.y - 505}), (Rgba{0, 0, 0, 255}));
    EXPECT_EQ(colourAt(*source, {northWest.x + 1'985, northWest.y - 505}), (Rgba{255, 255, 255, 255}));
    EXPECT_NEAR(colourAt(*source, {northWest.x + 1'005, northWest.y - 505})[0], 128, 3);
}

TEST_F(RasterSourceTest, MultipliesAnAlphaBandIn) {
    std::array<char*, 3> options{const_cast<char*>("ALPHA=YES"), const_cast<char*>("PHOTOMETRIC=RGB"),
                                 nullptr}; // NOLINT: GDAL's signature
    TestRaster raster{.bands = 4, .northWest = northWest};
    raster.value = [](int band, int column, int /*row*/) { return band < 3 ? 200 : column < 100 ? 0 : 128; };
    test::makeRaster(raster, "GTiff", at("alpha.tif"), options.data()).reset();
    const auto source = opened(at("alpha.tif"));
    EXPECT_EQ(source->info().bands, BandLayout::rgbAlpha);
    EXPECT_EQ(colourAt(*source, {northWest.x + 505, northWest.y - 505}), (Rgba{0, 0, 0, 0}));
    EXPECT_EQ(colourAt(*source, {northWest.x + 1'505, northWest.y - 505}), (Rgba{100, 100, 100, 128}));
}

TEST_F(RasterSourceTest, KeepsAMaskInTheSmallerCopies) {
    CPLSetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES");
    {
        TestRaster raster{.columns = 2'000, .rows = 2'000, .northWest = northWest, .pixelM = 1};
        raster.value = [](int band, int column, int /*row*/) { return column < 1'000 ? 0 : 100 + 20 * band; };
        const auto dataset = test::makeRaster(raster, "GTiff", at("mask.tif"));
        ASSERT_EQ(dataset->CreateMaskBand(GMF_PER_DATASET), CE_None);
        std::vector<std::uint8_t> line(2'000, 255);
        std::fill_n(line.begin(), 1'000, std::uint8_t{0});
        for (int row = 0; row < 2'000; ++row)
            ASSERT_EQ(dataset->GetRasterBand(1)->GetMaskBand()->RasterIO(GF_Write, 0, row, 2'000, 1, line.data(), 2'000, 1,
                                                                         GDT_Byte, 0, 0),
                      CE_None);
    }
    CPLSetConfigOption("GDAL_TIFF_INTERNAL_MASK", nullptr);
    EXPECT_EQ(colourAt(*opened(at("mask.tif")), {northWest.x + 500, northWest.y - 500}), (Rgba{0, 0, 0, 0}));
    ASSERT_TRUE(buildRasterOverviews(at("mask.tif")));
    const auto source = opened(at("mask.tif"));
    ASSERT_TRUE(source->info().overviews);
    EXPECT_EQ(colourAt(*source, {northWest.x + 500, northWest.y - 500}, 64), (Rgba{0, 0, 0, 0}));
    const Rgba ground = colourAt(*source, {northWest.x + 1'500, northWest.y - 500}, 64);
    EXPECT_NEAR(ground[0], 100, 3);
    EXPECT_NEAR(ground[2], 140, 3);
    EXPECT_EQ(ground[3], 255);
}

TEST_F(RasterSourceTest, PutsAScanByItsControlPoints) {
    {
        TestRaster raster{.epsg = 0};
        const auto dataset = test::makeRaster(raster, "GTiff", at("scan.tif"));
        std::array<double, 6> none{0, 1, 0, 0, 0, 1};
        dataset->SetGeoTransform(none.data());
        std::array<GDAL_GCP, 4> points{};
        GDALInitGCPs(4, points.data());
        for (std::size_t i = 0; i < 4; ++i) {
            points[i].dfGCPPixel = i % 2 == 0 ? 0 : 200;
            points[i].dfGCPLine = i < 2 ? 0 : 200;
            points[i].dfGCPX = northWest.x + 10 * points[i].dfGCPPixel;
            points[i].dfGCPY = northWest.y - 10 * points[i].dfGCPLine;
        }
        OGRSpatialReference crs;
        crs.importFromEPSG(9209);
        ASSERT_EQ(dataset->SetGCPs(4, points.data(), &crs), CE_None);
        GDALDeinitGCPs(4, points.data());
    }
    const auto source = opened(at("scan.tif"));
    const Rgba found = colourAt(*source, {northWest.x + 1'005, northWest.y - 505});
    EXPECT_NEAR(found[0], 100, 1);
    EXPECT_NEAR(found[1], 50, 1);
}

TEST_F(RasterSourceTest, MakesSmallerCopiesInTheCacheAndReadsThem) {
    TestRaster raster{.columns = 5'000, .rows = 4'500, .bands = 1, .northWest = northWest, .pixelM = 1};
    raster.value = [](int /*band*/, int column, int row) { return (column + row) % 2 == 0 ? 0 : 200; };
    const std::string path = writeGeoTiff(raster, at("lớn.tif"));
    const auto before = everything();
    EXPECT_TRUE(opened(path)->info().slow);
    ASSERT_TRUE(buildRasterOverviews(path));
    EXPECT_EQ(everything(), before);
    EXPECT_TRUE(std::filesystem::exists(rasterOverviewPath(path)));
    const auto source = opened(path);
    EXPECT_FALSE(source->info().slow);
    EXPECT_TRUE(source->info().overviews);
    EXPECT_NEAR(colourAt(*source, {northWest.x + 2'500, northWest.y - 2'000}, 400)[0], 100, 1);
    EXPECT_EQ(colourAt(*source, {northWest.x + 2'500.5, northWest.y - 2'001.5}, 1)[0], 200);
}

TEST_F(RasterSourceTest, LeavesNothingBehindWhenItIsStopped) {
    const std::string path = writeGeoTiff({.columns = 3'000, .rows = 3'000, .northWest = northWest, .pixelM = 1}, at("a.tif"));
    std::stop_source stop;
    Progress progress{[&](double done, const Bilingual&) {
                          if (done > 0.1) stop.request_stop();
                      },
                      stop.get_token()};
    const auto built = buildRasterOverviews(path, progress);
    ASSERT_FALSE(built);
    EXPECT_EQ(built.error().kind, ErrorKind::interrupted);
    EXPECT_TRUE(std::filesystem::is_empty(std::filesystem::path(rasterOverviewPath(path)).parent_path()));
    EXPECT_FALSE(opened(path)->info().overviews);
}

TEST_F(RasterSourceTest, ForgetsCopiesOfAFileThatHasChanged) {
    const std::string path = writeGeoTiff({.northWest = northWest}, at("a.tif"));
    ASSERT_TRUE(buildRasterOverviews(path));
    const std::string first = rasterOverviewPath(path);
    writeGeoTiff({.columns = 300, .northWest = northWest}, path);
    EXPECT_NE(rasterOverviewPath(path), first);
    EXPECT_FALSE(opened(path)->info().overviews);
    ASSERT_TRUE(buildRasterOverviews(path));
    EXPECT_FALSE(std::filesystem::exists(first));
}

TEST_F(RasterSourceTest, LeavesTheFolderOfTheFileAlone) {
    TestRaster raster{.bands = 1, .type = GDT_UInt16, .northWest = northWest};
    const std::string path = writeGeoTiff(raster, at("16.tif"));
    test::writeCopy({.northWest = northWest, .epsg = 3857}, "MBTiles", at("b.mbtiles"));
    const auto before = everything();
    colourAt(*opened(path), northWest);
    (void)RasterSource::open(at("b.mbtiles"), 9209);
    EXPECT_EQ(everything(), before);
}

TEST_F(RasterSourceTest, GivesTheSameToManyThreads) {
    const auto source = opened(writeGeoTiff({.northWest = northWest}, at("a.tif")));
    const Box box{northWest.x, northWest.y - 2'000, northWest.x + 2'000, northWest.y};
    const RasterPixels expected = read(*source, box, 256, 256);
    std::vector<std::jthread> threads;
    std::array<int, 4> same{};
    for (int& count : same) {
        threads.emplace_back([&] {
            for (int i = 0; i < 20; ++i) count += read(*source, box, 256, 256).rgba == expected.rgba ? 1 : 0;
        });
    }
    threads.clear();
    EXPECT_THAT(same, testing::Each(20));
}

TEST_F(RasterSourceTest, SaysWhatIsWrongWithAFile) {
    EXPECT_EQ(codeOf(RasterSource::open(at("không có.tif"), 9209, district)), "file-missing");
    EXPECT_EQ(codeOf(RasterSource::open(write("a.txt", "Không phải ảnh"), 9209, district)), "not-a-raster");
    EXPECT_EQ(codeOf(RasterSource::open(folder_.string(), 9209, district)), "not-a-raster");
    const std::string whole = test::bytesOfFile(writeGeoTiff({.northWest = northWest}, at("a.tif")));
    EXPECT_EQ(codeOf(RasterSource::open(write("nửa.tif", whole.substr(0, whole.size() / 2)), 9209, district)), "raster-damaged");
    const std::string scan = test::writeCopy({.northWest = northWest, .epsg = 0}, "PNG", at("b.png"));
    EXPECT_EQ(codeOf(RasterSource::open(scan, 9209, district)), "raster-without-place");
    write("b.pgw", "10\n0\n0\n-10\n450005\n2524995\n");
    EXPECT_EQ(codeOf(RasterSource::open(scan, 9209, district)), "opened");
}

TEST_F(RasterSourceTest, TellsWhereARasterBeyondTheDistrictLies) {
    const auto found = RasterSource::open(writeGeoTiff({.northWest = {460'000, 2'220'000}}, at("xa.tif")), 9209, district);
    ASSERT_EQ(codeOf(found), "raster-outside");
    EXPECT_THAT(found.error().message.vi, testing::HasSubstr("301 km về phía nam"));
    EXPECT_THAT(found.error().message.en, testing::HasSubstr("301 km south"));
    EXPECT_THAT(found.error().message.en, testing::HasSubstr("latitude 20.0"));
}

TEST_F(RasterSourceTest, AssumesTheDistrictsCrsOnlyWhereThatFits) {
    const auto fits = RasterSource::open(writeGeoTiff({.northWest = northWest, .epsg = 0}, at("a.tif")), 9209, district);
    ASSERT_TRUE(fits);
    EXPECT_TRUE((*fits)->info().crsAssumed);
    EXPECT_EQ(colourAt(**fits, {northWest.x + 1'005, northWest.y - 505}), (Rgba{100, 50, 40, 255}));
    EXPECT_EQ(codeOf(RasterSource::open(writeGeoTiff({.northWest = {0, 0}, .epsg = 0}, at("b.tif")), 9209, district)),
              "raster-without-crs");
    EXPECT_EQ(codeOf(RasterSource::open(at("a.tif"), 9209)), "raster-without-crs") << "nothing to compare with";
}

TEST_F(RasterSourceTest, NeverAsksTheNetwork) {
    const std::string wms =
        "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>http://127.0.0.1:9/${z}/${x}/${y}.png</ServerUrl></Service>"
        "<DataWindow><UpperLeftX>-20037508</UpperLeftX><UpperLeftY>20037508</UpperLeftY><LowerRightX>20037508</LowerRightX>"
        "<LowerRightY>-20037508</LowerRightY><TileLevel>2</TileLevel><SizeX>1024</SizeX><SizeY>1024</SizeY></DataWindow></"
        "GDAL_WMS>";
    const std::string mosaic = "<VRTDataset rasterXSize=\"200\" "
                               "rasterYSize=\"200\"><SRS>EPSG:9209</SRS><GeoTransform>450000,10,0,2525000,0,-10</GeoTransform>"
                               "<VRTRasterBand dataType=\"Byte\" "
                               "band=\"1\"><SimpleSource><SourceFilename>/vsicurl/http://127.0.0.1:9/a.tif</SourceFilename>"
                               "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>";
    for (const std::string& path : {std::string("https://127.0.0.1:9/a.tif"), std::string("/vsicurl/http://127.0.0.1:9/a.tif"),
                                    write("wms.xml", wms), write("mosaic.vrt", mosaic)}) {
        EXPECT_EQ(codeOf(RasterSource::open(path, 9209, district)), "raster-not-local") << path;
    }
}

/// A mosaic of one band: `part` names its picture, with or without relativeToVRT="1".
std::string mosaicOf(const std::string& part, bool relative = true) {
    return "<VRTDataset rasterXSize=\"200\" rasterYSize=\"200\"><SRS>EPSG:9209</SRS>"
           "<GeoTransform>450000,10,0,2525000,0,-10</GeoTransform><VRTRasterBand dataType=\"Byte\" band=\"1\"><SimpleSource>"
           "<SourceFilename relativeToVRT=\"" +
           std::string(relative ? "1" : "0") + "\">" + part +
           "</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>";
}

class MosaicTest : public RasterSourceTest {
protected:
    void SetUp() override {
        RasterSourceTest::SetUp();
        std::filesystem::create_directories(folder_ / "mosaics/below");
        writeGeoTiff({.northWest = northWest}, at("mosaics/beside.tif"));
        writeGeoTiff({.northWest = northWest}, at("mosaics/below/a.tif"));
        writeGeoTiff({.northWest = northWest}, at("secret.tif"));
    }

    void expectRefused(const std::string& path, const std::string& wanted,
                       const std::string& code = "raster-part-elsewhere") const {
        const auto source = RasterSource::open(path, 9209, district);
        ASSERT_FALSE(source) << wanted;
        EXPECT_EQ(source.error().code, code) << wanted;
        EXPECT_EQ(source.error().where.file, path);
        EXPECT_THAT(source.error().message.vi, testing::HasSubstr(wanted));
        EXPECT_THAT(source.error().message.en, testing::HasSubstr(wanted));
    }
};

TEST_F(MosaicTest, MayNameWhatLiesBesideItOrBelow) {
    for (const char* part : {"beside.tif", "below/a.tif", "./beside.tif"}) opened(write("mosaics/m.vrt", mosaicOf(part)));
    opened(write("mosaics/m.vrt", mosaicOf(at("mosaics/below/a.tif"), false)));
    write("mosaics/below/inner.vrt", mosaicOf("a.tif"));
    opened(write("mosaics/m.vrt", mosaicOf("below/inner.vrt")));
    std::filesystem::create_symlink(at("mosaics/m.vrt"), at("link.vrt"));
    opened(at("link.vrt"));
}

TEST_F(MosaicTest, MayNameNothingElsewhere) {
    expectRefused(write("mosaics/m.vrt", mosaicOf("../secret.tif")), "../secret.tif");
    expectRefused(write("mosaics/m.vrt", mosaicOf("below/../../secret.tif")), "below/../../secret.tif");
    expectRefused(write("mosaics/m.vrt", mosaicOf("below/../beside.tif")), "below/../beside.tif");
    expectRefused(write("mosaics/m.vrt", mosaicOf(at("secret.tif"), false)), at("secret.tif"));
    expectRefused(write("mosaics/m.vrt", mosaicOf(at("secret.tif"), true)), at("secret.tif"));
    expectRefused(write("mosaics/m.vrt", mosaicOf("/etc/passwd", false)), "/etc/passwd");
    expectRefused(write("mosaics/m.vrt", mosaicOf("/không/có.tif", false)), "/không/có.tif");
    std::filesystem::create_symlink(at("secret.tif"), at("mosaics/inside.tif"));
    expectRefused(write("mosaics/m.vrt", mosaicOf("inside.tif")), "inside.tif");
}

TEST_F(MosaicTest, AMosaicWithinItLeadsNoFurther) {
    write("mosaics/below/inner.vrt", mosaicOf("../../secret.tif"));
    expectRefused(write("mosaics/m.vrt", mosaicOf("below/inner.vrt")), "../../secret.tif");
    write("mosaics/below/inner.vrt", mosaicOf("m2.vrt"));
    write("mosaics/below/m2.vrt", mosaicOf(at("secret.tif"), false));
    expectRefused(write("mosaics/m.vrt", mosaicOf("below/inner.vrt")), at("secret.tif"));
    write("mosaics/below/inner.tif", mosaicOf("../../secret.tif"));
    expectRefused(write("mosaics/m.vrt", mosaicOf("below/inner.tif")), "../../secret.tif");
    expectRefused(write("mosaics/m.vrt", mosaicOf("&lt;VRTDataset/&gt;")), "<VRTDataset/>");
    // Each names the other.
    write("mosaics/below/inner.vrt", mosaicOf("m2.vrt"));
    write("mosaics/below/m2.vrt", mosaicOf("inner.vrt"));
    EXPECT_NE(codeOf(RasterSource::open(at("mosaics/below/m2.vrt"), 9209, district)), "opened");
}

TEST_F(MosaicTest, NamesOfDriversAndOfTheNetworkAreNoFiles) {
    for (const char* part : {"GTIFF_DIR:1:/etc/a.tif", "NETCDF:a.nc:b", "vrt:a.tif"})
        expectRefused(write("mosaics/m.vrt", mosaicOf(part, false)), part);
    for (const char* part : {"/vsicurl/http://127.0.0.1:9/a.tif", "/vsizip/a.zip/a.tif", "http://127.0.0.1:9/a.tif"})
        expectRefused(write("mosaics/m.vrt", mosaicOf(part, false)), part, "raster-not-local");
}

/// Whatever the format: smaller copies are found by their name, and what they are by what is in them.
TEST_F(MosaicTest, SmallerCopiesLeadNowhereElse) {
    const std::string picture = at("mosaics/beside.tif");
    std::string smaller = mosaicOf(at("secret.tif"), false);
    write("mosaics/beside.tif.ovr", smaller);
    expectRefused(picture, at("secret.tif"));
}

TEST_F(RasterSourceTest, ReadsAMosaicOfLocalFiles) {
    writeGeoTiff({.northWest = northWest}, at("a.tif"));
    const auto source = opened(write("mosaic.vrt", mosaicOf("a.tif")));
    EXPECT_EQ(colourAt(*source, {northWest.x + 1'005, northWest.y - 505}), (Rgba{100, 100, 100, 255}));
}

} // namespace
} // namespace banlang
