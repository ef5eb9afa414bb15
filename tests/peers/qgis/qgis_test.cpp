// SPDX-License-Identifier: MIT
// An exported GeoPackage opens in QGIS with the colours of our map. Needs python3-qgis; run on demand (script/test --peers).
#include "core/analysis/rule_files/rule_files.h"
#include "core/geo/measure.h"
#include "layers/export/row_style.h"
#include "layers/paper/detail/map_painter.h"
#include "layers/themes/catalogue.h"
#include "tests/e2e/truth.h"

#include <algorithm>
#include <array>
#include <memory>
#include <random>

namespace banlang::peers {
namespace {

using print_layout::CairoPtr;
using print_layout::SurfacePtr;

constexpr int sidePx = 400;
constexpr double lineScale = 25'000; ///< at which the widths in the style are those of the map
constexpr double areaScale = 4'000;  ///< at which a parcel is larger than its outline
constexpr std::size_t samplePoints = 10;

struct Mean {
    double red = 0, green = 0, blue = 0;
};

/// Of a window about a pixel, so that hatches count as what they look like from afar.
Mean meanAt(cairo_surface_t* picture, int x, int y, int reach) {
    cairo_surface_flush(picture);
    Mean mean;
    int count = 0;
    for (int row = y - reach; row <= y + reach; ++row) {
        for (int column = x - reach; column <= x + reach; ++column) {
            const unsigned char* pixel =
                cairo_image_surface_get_data(picture) + row * cairo_image_surface_get_stride(picture) + 4 * column;
            mean.blue += pixel[0];
            mean.green += pixel[1];
            mean.red += pixel[2];
            ++count;
        }
    }
    return {mean.red / count, mean.green / count, mean.blue / count};
}

/// The rows of a layer as our own painter draws their classes.
SurfacePtr ours(const ClassedRows& classed, const RowStyles& styles, const MapView& view) {
    SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, sidePx, sidePx), cairo_surface_destroy);
    const CairoPtr canvas(cairo_create(surface.get()), cairo_destroy);
    ShapeSet set;
    set.geometry = std::make_shared<const GeometryColumn>(classed.rows.geometry);
    set.classOf = styles.classOf;
    set.styles = styles.styles;
    auto layer = std::make_shared<MapLayer>();
    layer->id = "rows";
    layer->shapes = {std::move(set)};
    MapScene scene;
    scene.colourScheme = MapColourScheme::light;
    scene.layers = {std::move(layer)};
    (void)print_layout::paintMap(canvas.get(), scene, view, Language::vietnamese);
    return surface;
}

SurfacePtr theirs(const std::string& file, const std::string& layer, const MapView& view, const e2e::Folder& folder) {
    const Box box = view.visible();
    const std::string png = (folder / "qgis.png").string();
    const std::string command =
        fmt::format("QT_QPA_PLATFORM=offscreen /usr/bin/python3 {}/tests/peers/qgis/render.py {} {} {} {} {} {} {} {} {} {} 2>&1",
                    BANLANG_SOURCE_DIR, e2e::quoted(file), layer, box.minX, box.minY, box.maxX, box.maxY, sidePx, sidePx,
                    e2e::quoted(png), e2e::quoted(hex(mapPalette(MapColourScheme::light).background)));
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    return {cairo_image_surface_create_from_png(png.c_str()), cairo_surface_destroy};
}

/// Rows spread over the classes, in a fixed order.
std::vector<std::size_t> sampled(const ClassedRows& classed) {
    const std::size_t step = std::max<std::size_t>(1, classed.rows.rowCount / 70);
    std::vector<std::size_t> rows;
    for (std::size_t turn = 0; rows.size() < samplePoints && turn < 500; ++turn) {
        for (std::size_t rowClass = 0; rowClass < classed.classes->classes.size(); ++rowClass) {
            std::size_t seen = 0;
            for (std::size_t row = 0; row < classed.rows.rowCount; ++row) {
                if (classed.classes->classOf[row] != rowClass || classed.rows.geometry.isEmpty(row)) continue;
                if (seen++ == turn * step && rows.size() < samplePoints) rows.push_back(row);
            }
        }
    }
    return rows;
}

class InQgis : public testing::TestWithParam<const char*> {};

TEST_P(InQgis, TenPlacesHaveTheColoursOfOurMap) {
    static const e2e::Folder storeFolder;
    static const std::string store = e2e::sampleStore(storeFolder);
    static const auto district = std::make_shared<const District>(e2e::openStore(store));
    const e2e::Folder folder;
    const std::string id = GetParam();
    const std::string file = (folder / (id + ".gpkg")).string();
    ASSERT_EQ(
        e2e::banlang({"export", store, "--layer", id, "--as-of", "2022-05-18", "--audience", "working-group", "-o", file}).exitCode,
        0);
    const auto layer =
        buildLayer(id, {AnalysisContext(district, shippedRules(), Date::fromYmd(2022, 5, 18)), Audience::workingGroup});
    ASSERT_TRUE(layer.has_value());
    const ClassedRows classed = layer->attributes();
    const auto styles = rowStyles(classed);
    ASSERT_TRUE(styles.has_value());
    const auto rows = sampled(classed);
    ASSERT_EQ(rows.size(), samplePoints);
    for (const std::size_t row : rows) {
        const auto place = representativePoint(classed.rows.geometry, row);
        ASSERT_TRUE(place.has_value());
        const double scale = classed.rows.geometry.kind == GeometryKind::polygon ? areaScale : lineScale;
        const MapView view{*place, scale * 0.0254 / 96, sidePx, sidePx};
        const SurfacePtr our = ours(classed, *styles, view);
        const SurfacePtr their = theirs(file, id, view, folder);
        ASSERT_EQ(cairo_surface_status(their.get()), CAIRO_STATUS_SUCCESS);
        const ClassStyle& style = styles->styles[styles->classOf[row]];
        // Where a dash or a hatch begins is each program's own affair; what they look like together is not.
        const bool dashed = std::any_of(style.strokes.begin(), style.strokes.end(),
                                        [](const StrokeStyle& stroke) { return !stroke.dashPx.empty(); });
        const bool patterned = dashed || (style.fill && style.fill->pattern != Pattern::plain);
        const Mean a = meanAt(our.get(), sidePx / 2, sidePx / 2, patterned ? 7 : 1);
        const Mean b = meanAt(their.get(), sidePx / 2, sidePx / 2, patterned ? 7 : 1);
        const double tolerance = patterned ? 45 : 20;
        EXPECT_NEAR(a.red, b.red, tolerance) << id << " row " << row;
        EXPECT_NEAR(a.green, b.green, tolerance) << id << " row " << row;
        EXPECT_NEAR(a.blue, b.blue, tolerance) << id << " row " << row;
    }
}

INSTANTIATE_TEST_SUITE_P(Layers, InQgis,
                         testing::Values("donated-land", "new-roads", "renovated-gardens", "criteria", "roads", "candidates"));

} // namespace
} // namespace banlang::peers
