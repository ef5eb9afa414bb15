// SPDX-License-Identifier: MIT
#include "core/geo/gdal_drivers.h"
#include "layers/paper/print_layout.h"
#include "layers/style/palette.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"
#include "tests/support/files.h"

#include <gdal_priv.h>

#include <cmath>

// Parcels, numbers and gardens on paper at a large scale, read from the picture by another library.

namespace banlang {
namespace {

/// A commune of 1 km with a parcel of 200 m in its middle, a garden in that, and one parcel in a corner.
std::shared_ptr<const District> district() {
    test::DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "00874"}, {"name", "Nà Sáng"}, {"kind", "Xã"}},
                "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))");
    builder.add(Role::villages, {{"code", "0087401"}, {"name", "Bản Sản"}, {"kind", "Thôn"}, {"commune_code", "00874"}},
                "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))");
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "3"}, {"number", "12"}, {"land_use", "LUC"}},
                "POLYGON ((600 400,800 400,800 600,600 600,600 400))");
    builder.add(Role::gardens,
                {{"id", "G1"},
                 {"village_code", "0087401"},
                 {"commune_code", "00874"},
                 {"registered_on", "2021-05-01"},
                 {"started_on", "2021-06-01"},
                 {"finished_on", "2021-09-01"}},
                "POLYGON ((200 700,260 700,260 760,200 760,200 700))");
    return std::make_shared<const District>(builder.linked());
}

class GroundPlanOnPaper : public test::InFolder {
protected:
    /// The bare map of the commune in 860 pixels, about 1:4 700.
    void draw(const std::string& layer, Audience audience) {
        PrintRequest request{
            .layerIds = {layer},
            .layer = {AnalysisContext(district(), shippedRules(), Date::fromYmd(2022, 5, 18)), audience, MapColourScheme::print}};
        request.pixelSize = {side, side};
        const auto report = writePrintLayout(request, at("map.png"), true);
        ASSERT_TRUE(report.has_value());
        EXPECT_NEAR(report->scaleDenominator, 4'800, 300);
        metresPerPx_ = report->scaleDenominator * 0.0254 / 96;
        registerGdalDrivers();
        const GDALDatasetUniquePtr picture(GDALDataset::Open(at("map.png").c_str(), GDAL_OF_RASTER));
        ASSERT_NE(picture, nullptr);
        pixels_.resize(static_cast<std::size_t>(side) * side * 3);
        ASSERT_EQ(
            picture->RasterIO(GF_Read, 0, 0, side, side, pixels_.data(), side, side, GDT_Byte, 3, nullptr, 3, 3 * side, 1, nullptr),
            CE_None);
    }
    [[nodiscard]] Colour at(double x, double y) const {
        const auto column = static_cast<std::size_t>(side / 2.0 + (x - 500) / metresPerPx_);
        const auto row = static_cast<std::size_t>(side / 2.0 - (y - 500) / metresPerPx_);
        const std::uint8_t* pixel = &pixels_[(row * side + column) * 3];
        return {pixel[0], pixel[1], pixel[2]};
    }
    using test::InFolder::at;
    static int distance(Colour a, Colour b) { return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b); }
    /// Dark pixels of letters in a part of the ground.
    [[nodiscard]] int letters(const Box& box) const {
        int dark = 0;
        for (double y = box.minY; y < box.maxY; y += metresPerPx_) {
            for (double x = box.minX; x < box.maxX; x += metresPerPx_) {
                const Colour seen = at(x, y);
                dark += int{seen.r} + seen.g + seen.b < 330 ? 1 : 0;
            }
        }
        return dark;
    }

    static constexpr int side = 860;
    double metresPerPx_ = 1;
    std::vector<std::uint8_t> pixels_;
};

TEST_F(GroundPlanOnPaper, AParcelIsFilledAndNumberedUnderEveryTheme) {
    for (const char* theme : {"renovated-gardens", "houses", "criteria", "emulation", "donated-land", "new-roads"}) {
        SCOPED_TRACE(theme);
        ASSERT_NO_FATAL_FAILURE(draw(theme, Audience::meeting));
        EXPECT_GT(distance(at(620, 420), at(560, 420)), 15) << "the parcel looks like the ground beside it";
        EXPECT_GT(letters({670, 470, 730, 530}), 15) << "no number";
    }
}

TEST_F(GroundPlanOnPaper, AGardenIsForTheWorkingGroup) {
    const Colour finished = themePalette(MapColourScheme::print).garden[0];
    ASSERT_NO_FATAL_FAILURE(draw("renovated-gardens", Audience::workingGroup));
    EXPECT_LT(distance(at(215, 715), finished), 12);
    ASSERT_NO_FATAL_FAILURE(draw("renovated-gardens", Audience::meeting));
    EXPECT_GT(distance(at(215, 715), finished), 150);
}

} // namespace
} // namespace banlang
