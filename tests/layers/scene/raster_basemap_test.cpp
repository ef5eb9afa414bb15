// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"
#include "layers/paper/print_layout.h"
#include "layers/style/palette.h"
#include "tests/support/analysis_context.h"
#include "tests/support/files.h"
#include "tests/support/rasters.h"
#include "tests/support/source_date.h"

#include <cstdio>

namespace banlang {
namespace {

constexpr Point northWest{440'000, 2'540'000};
constexpr Box ground{440'000, 2'530'000, 450'000, 2'540'000};

/// One commune over the whole ground, with one parcel in its north-west.
std::shared_ptr<const District> district() {
    auto district = std::make_shared<District>(emptyDistrict(9209));
    const auto add = [&](Role role, std::string_view wkt) {
        FeatureTable& table = district->table(role);
        const std::array<std::string_view, 1> shapes{wkt};
        table.geometry = geometryFromWkt(GeometryKind::polygon, shapes);
        for (Column& column : table.columns) {
            if (column.name == "land_use")
                column.text.append("RSX");
            else
                column.appendMissing();
        }
        table.rowCount = 1;
    };
    add(Role::communes, "POLYGON((440000 2530000,450000 2530000,450000 2540000,440000 2540000,440000 2530000))");
    add(Role::parcels, "POLYGON((440000 2535000,445000 2535000,445000 2540000,440000 2540000,440000 2535000))");
    return district;
}

class RasterBasemapTest : public test::InFolder {
protected:
    /// 1,000 x 1,000 pixels of 10 m; red in the west, blue in the east, nothing in the southern half.
    RasterBasemap picture(double opacity = 1) {
        test::TestRaster raster{.columns = 1'000, .rows = 500, .northWest = northWest};
        raster.value = [](int band, int column, int /*row*/) { return band == (column < 500 ? 0 : 2) ? 250 : 10; };
        auto source = RasterSource::open(test::writeGeoTiff(raster, at("a.tif")), 9209, ground);
        EXPECT_TRUE(source);
        return source ? RasterBasemap{*source, opacity} : RasterBasemap{};
    }
    PrintRequest request(double opacity = 1) {
        PrintRequest request{.layerIds = {"communes"},
                             .layer = {AnalysisContext(district(), shippedRules(), Date::fromYmd(2022, 5, 18)), Audience::meeting,
                                       MapColourScheme::print}};
        request.rasterBasemap = picture(opacity);
        return request;
    }
    static std::array<int, 3> colourIn(const std::string& image, double shareX, double shareY) {
        const GDALDatasetUniquePtr dataset(GDALDataset::Open(image.c_str(), GDAL_OF_RASTER));
        std::array<int, 3> colour{-1, -1, -1};
        if (dataset == nullptr) return colour;
        const int x = static_cast<int>(shareX * dataset->GetRasterXSize());
        const int y = static_cast<int>(shareY * dataset->GetRasterYSize());
        for (int band = 0; band < 3; ++band) {
            EXPECT_EQ(dataset->GetRasterBand(band + 1)->RasterIO(GF_Read, x, y, 1, 1, &colour[static_cast<std::size_t>(band)], 1, 1,
                                                                 GDT_Int32, 0, 0),
                      CE_None);
        }
        return colour;
    }
    static std::string outputOf(const std::string& command) {
        std::string text;
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
        std::array<char, 4096> buffer{};
        while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) text.append(buffer.data(), count);
        return text;
    }
};

void expectNear(std::array<int, 3> found, std::array<int, 3> expected, int levels) {
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR(found[i], expected[i], levels) << found[0] << ' ' << found[1] << ' ' << found[2];
}

TEST_F(RasterBasemapTest, ParcelsAreSeeThroughAndTheHillshadeGivesWay) {
    auto scene = buildScene(
        {}, {AnalysisContext(district(), shippedRules(), Date::fromYmd(2022, 5, 18)), Audience::meeting, MapColourScheme::light});
    ASSERT_TRUE(scene);
    scene->hillshade = std::make_shared<const Hillshade>();
    MapScene plain = *scene;
    drapeOver(plain, {});
    EXPECT_EQ(plain.layers, scene->layers) << "without a picture nothing changes";
    EXPECT_NE(plain.hillshade, nullptr);
    drapeOver(*scene, picture(0.5));
    EXPECT_EQ(scene->hillshade, nullptr);
    EXPECT_EQ(scene->rasterBasemap.opacity, 0.5);
    ASSERT_EQ(scene->layers.front()->id, "parcels");
    const ClassStyle& before = plain.layers.front()->shapes.front().styles.front();
    const ClassStyle& after = scene->layers.front()->shapes.front().styles.front();
    EXPECT_EQ(after.fill->colour.a, std::lround(before.fill->colour.a * 0.35));
    EXPECT_EQ(after.strokes, before.strokes) << "outlines stay as strong as they were";
}

TEST_F(RasterBasemapTest, AnImageHasThePictureInItsPlace) {
    PrintRequest asked = request();
    asked.pixelSize = {500, 500};
    ASSERT_TRUE(writePrintLayout(asked, at("a.png"), false));
    // The commune fills the map but for a margin of 4 %. Parcels let most of the picture through.
    expectNear(colourIn(at("a.png"), 0.7, 0.3), {10, 10, 250}, 2);
    const auto parcel = colourIn(at("a.png"), 0.3, 0.3);
    EXPECT_GT(parcel[0], 200);
    EXPECT_LT(parcel[2], 110);
    expectNear(colourIn(at("a.png"), 0.7, 0.7), colourIn(at("a.png"), 0.3, 0.7), 1);
}

TEST_F(RasterBasemapTest, ItsEdgeFallsOnTheSamePixelAsTheGround) {
    PrintRequest asked = request();
    asked.pixelSize = {500, 500};
    ASSERT_TRUE(writePrintLayout(asked, at("a.png"), false));
    // The middle of the commune is the middle of the image.
    EXPECT_GT(colourIn(at("a.png"), 248.0 / 500, 0.52 - 0.1)[0], 150);
    EXPECT_LT(colourIn(at("a.png"), 252.0 / 500, 0.42)[0], 100);
}

TEST_F(RasterBasemapTest, OpacityMixesItWithThePaper) {
    PrintRequest asked = request(0.5);
    asked.pixelSize = {500, 500};
    ASSERT_TRUE(writePrintLayout(asked, at("a.png"), false));
    const Colour background = mapPalette(MapColourScheme::print).background;
    expectNear(colourIn(at("a.png"), 0.7, 0.3), {(10 + background.r) / 2, (10 + background.g) / 2, (250 + background.b) / 2}, 2);
}

TEST_F(RasterBasemapTest, APdfHoldsItOnceAsJpegOfAtMost300Dpi) {
    ASSERT_TRUE(writePrintLayout(request(), at("a.pdf"), false));
    const std::string images = outputOf("pdfimages -list '" + at("a.pdf") + "' | grep jpeg");
    EXPECT_EQ(std::count(images.begin(), images.end(), '\n'), 1) << images;
    int page = 0, number = 0, columns = 0, rows = 0, parts = 0, bits = 0, object = 0, zero = 0, dpi = 0;
    ASSERT_EQ(std::sscanf(images.c_str(), "%d %d image %d %d rgb %d %d jpeg yes %d %d %d", &page, &number, &columns, &rows, &parts,
                          &bits, &object, &zero, &dpi),
              9)
        << images;
    EXPECT_LE(dpi, 300);
    EXPECT_LE(columns, 1'001) << "no finer than the source";
    EXPECT_LT(std::filesystem::file_size(at("a.pdf")), 1'500'000U);
}

TEST_F(RasterBasemapTest, TheSamePageHasTheSameBytes) {
    const test::SourceDate day;
    ASSERT_TRUE(writePrintLayout(request(), at("a.pdf"), false));
    ASSERT_TRUE(writePrintLayout(request(), at("b.pdf"), false));
    EXPECT_EQ(test::bytesOfFile(at("a.pdf")), test::bytesOfFile(at("b.pdf")));
}

TEST_F(RasterBasemapTest, AFileThatIsDamagedMeanwhileIsToldAndTheRestIsDrawn) {
    PrintRequest asked = request();
    asked.pixelSize = {500, 500};
    std::filesystem::resize_file(at("a.tif"), 20'000);
    const auto report = writePrintLayout(asked, at("a.png"), false);
    ASSERT_TRUE(report);
    ASSERT_TRUE(report->rasterBasemapFailure);
    EXPECT_EQ(report->rasterBasemapFailure->code, "raster-damaged");
}

} // namespace
} // namespace banlang
