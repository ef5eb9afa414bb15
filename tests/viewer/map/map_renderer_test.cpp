// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"
#include "layers/style/palette.h"
#include "viewer/map/gl/offscreen.h"
#include "viewer/map/map_renderer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <limits>
#include <ostream>

namespace banlang {

void PrintTo(const Colour& colour, std::ostream* out) {
    *out << int{colour.r} << ' ' << int{colour.g} << ' ' << int{colour.b};
}

} // namespace banlang

namespace banlang::viewer {
namespace {

constexpr Colour red = rgb(0xFF0000);
constexpr Colour green = rgb(0x00FF00);
constexpr Colour blue = rgb(0x0000FF);
constexpr Colour black = rgb(0x000000);
const Colour background = mapPalette(MapColourScheme::light).background;

/// 100 x 100 px, one metre a pixel, with (0, 0) of the map in the lower left corner; far from zero like real coordinates.
class MapRendererTest : public ::testing::Test {
protected:
    static constexpr int side = 100;
    static constexpr Point corner{447'000, 2'535'000};

    void SetUp() override {
        auto opened = OffscreenContext::create(side, side);
        ASSERT_TRUE(opened) << opened.error().message.en;
        context = std::move(*opened);
        auto made = MapRenderer::create();
        ASSERT_TRUE(made) << made.error().message.en;
        renderer = std::move(*made);
        layer = std::make_shared<MapLayer>();
        scene = std::make_shared<MapScene>();
    }
    void TearDown() override { renderer.reset(); }

    /// Features of classes 0, 1, 2 ... in order, unless told otherwise.
    ShapeSet& add(GeometryKind kind, const std::vector<std::string_view>& wkts, std::vector<ClassStyle> styles) {
        GeometryColumn local = geometryFromWkt(kind, wkts);
        for (std::size_t i = 0; i < local.xy.size(); ++i) local.xy[i] += i % 2 == 0 ? corner.x : corner.y;
        for (Box& box : local.boxes) box = {box.minX + corner.x, box.minY + corner.y, box.maxX + corner.x, box.maxY + corner.y};
        ShapeSet set{.geometry = std::make_shared<const GeometryColumn>(std::move(local))};
        for (std::size_t i = 0; i < wkts.size(); ++i) set.classOf.push_back(static_cast<std::uint8_t>(i % styles.size()));
        set.styles = std::move(styles);
        layer->shapes.push_back(std::move(set));
        return layer->shapes.back();
    }

    void draw(const MapHighlights& highlights = {}) {
        scene->layers = {layer};
        renderer->setScene(scene);
        context->makeCurrent();
        renderer->draw(context->target(), view, 0, 0, 1, highlights);
        pixels = context->pixels();
    }

    /// The pixel that holds this place of the map.
    [[nodiscard]] Colour at(double x, double y) const {
        const auto column = static_cast<std::size_t>(x);
        const auto row = static_cast<std::size_t>(side - 1 - static_cast<int>(y));
        const std::uint8_t* p = &pixels[(row * side + column) * 4];
        return {p[0], p[1], p[2]};
    }

    /// Share of the pixels of a rectangle that have the colour.
    [[nodiscard]] double share(const Box& box, Colour colour) const {
        int hits = 0;
        int all = 0;
        for (double y = box.minY; y < box.maxY; ++y) {
            for (double x = box.minX; x < box.maxX; ++x) {
                ++all;
                if (at(x, y) == colour) ++hits;
            }
        }
        return static_cast<double>(hits) / all;
    }

    MapView view{.centre = {corner.x + side / 2.0, corner.y + side / 2.0}, .metresPerPx = 1, .widthPx = side, .heightPx = side};
    std::unique_ptr<OffscreenContext> context;
    std::unique_ptr<MapRenderer> renderer;
    std::shared_ptr<MapLayer> layer;
    std::shared_ptr<MapScene> scene;
    std::vector<std::uint8_t> pixels;
};

ClassStyle filled(Colour colour) {
    return {.fill = FillStyle{.colour = colour}, .strokes = {}};
}
StrokeStyle stroke(Colour colour, double widthPx) {
    StrokeStyle style;
    style.colour = colour;
    style.widthPx = widthPx;
    return style;
}

TEST_F(MapRendererTest, FillsAPolygonAroundItsHole) {
    add(GeometryKind::polygon, {"POLYGON((10 10,90 10,90 90,10 90,10 10),(40 40,40 60,60 60,60 40,40 40))"}, {filled(red)});
    draw();
    EXPECT_EQ(at(20, 20), red);
    EXPECT_EQ(at(85, 50), red);
    EXPECT_EQ(at(50, 50), background);
    EXPECT_EQ(at(5, 50), background);
    EXPECT_EQ(renderer->drawnFeatures(), 1U);
}

TEST_F(MapRendererTest, DoesNotDrawFeaturesOfNoClassNorSetsOutsideTheirScales) {
    ShapeSet& set = add(GeometryKind::polygon,
                        {"POLYGON((0 0,50 0,50 100,0 100,0 0))", "POLYGON((50 0,100 0,100 100,50 100,50 0))"}, {filled(red)});
    set.classOf[1] = noClass;
    add(GeometryKind::polygon, {"POLYGON((0 0,20 0,20 20,0 20,0 0))"}, {filled(blue)}).scales.minDenominator = 50'000;
    draw();
    EXPECT_EQ(at(10, 10), red);
    EXPECT_EQ(at(75, 50), background);
    EXPECT_EQ(renderer->drawnFeatures(), 1U);
}

TEST_F(MapRendererTest, MergesCasingsWhereRoadsOfAClassMeet) {
    ClassStyle road;
    road.strokes = {stroke(black, 20), stroke(green, 12)};
    add(GeometryKind::line, {"LINESTRING(0 50,100 50)", "LINESTRING(50 50,50 100)"}, {road}).classOf = {0, 0};
    draw();
    EXPECT_EQ(at(20, 50), green);
    EXPECT_EQ(at(20, 58), black);
    EXPECT_EQ(at(50, 58), green) << "the casing must not cross the mouth of the side road";
    EXPECT_EQ(at(58, 80), black);
    EXPECT_EQ(at(20, 62), background);
}

TEST_F(MapRendererTest, LeavesGapsBetweenDashes) {
    StrokeStyle dashed = stroke(black, 6);
    dashed.dashPx = {20, 10};
    add(GeometryKind::line, {"LINESTRING(0 50,100 50)"}, {ClassStyle{.fill = {}, .strokes = {dashed}}});
    draw();
    EXPECT_EQ(at(10, 50), black);
    EXPECT_EQ(at(25, 50), background);
    EXPECT_EQ(at(40, 50), black);
    EXPECT_EQ(at(55, 50), background);
}

TEST_F(MapRendererTest, MovesAStrokeToTheLeftOfItsLine) {
    StrokeStyle moved = stroke(red, 6);
    moved.offsetPx = 15.0;
    add(GeometryKind::line, {"LINESTRING(0 50,50 50,50 100)"}, {ClassStyle{.fill = {}, .strokes = {moved}}});
    draw();
    EXPECT_EQ(at(20, 65), red);
    EXPECT_EQ(at(35, 90), red);
    EXPECT_EQ(at(35, 65), red) << "mitred at the bend";
    EXPECT_EQ(at(20, 50), background);
    EXPECT_EQ(at(20, 35), background);
    EXPECT_EQ(at(45, 65), background) << "nothing beyond the bend";
}

TEST_F(MapRendererTest, KeepsABandInsideItsPolygonAndLaysItOnce) {
    StrokeStyle band = stroke(rgb(0x000000, 0.5), 10);
    band.offsetPx = 5.0;
    add(GeometryKind::polygon, {"POLYGON((20 20,80 20,80 80,20 80,20 20))"}, {ClassStyle{.fill = {}, .strokes = {band}}});
    draw();
    EXPECT_EQ(at(15, 50), background);
    EXPECT_EQ(at(50, 50), background);
    EXPECT_NEAR(at(25, 50).r, background.r / 2, 2);
    EXPECT_EQ(at(25, 25), at(25, 50)) << "corners are not darker";
}

TEST_F(MapRendererTest, DrawsHatchAndDotsOverTheFill) {
    FillStyle hatch{.colour = green, .pattern = Pattern::hatch, .patternColour = black};
    FillStyle wide = hatch;
    wide.pattern = Pattern::wideHatch;
    add(GeometryKind::polygon, {"POLYGON((0 0,50 0,50 100,0 100,0 0))", "POLYGON((50 0,100 0,100 100,50 100,50 0))"},
        {ClassStyle{.fill = hatch, .strokes = {}}, ClassStyle{.fill = wide, .strokes = {}}});
    draw();
    const double plainShare = share({1, 1, 49, 99}, green);
    EXPECT_GT(plainShare, 0.35);
    EXPECT_LT(plainShare, 0.8);
    EXPECT_GT(share({51, 1, 99, 99}, green), plainShare + 0.1) << "wide hatch leaves more of the fill";
}

TEST_F(MapRendererTest, PatternsMoveWithTheMap) {
    const FillStyle hatch{.colour = green, .pattern = Pattern::crossHatch, .patternColour = black};
    add(GeometryKind::polygon, {"POLYGON((-50 -50,150 -50,150 150,-50 150,-50 -50))"}, {ClassStyle{.fill = hatch, .strokes = {}}});
    draw();
    const Colour before = at(33, 41);
    const Colour beside = at(36, 41);
    view.centre.x -= 7;
    draw();
    EXPECT_NEAR(at(40, 41).g, before.g, 3);
    EXPECT_NEAR(at(43, 41).g, beside.g, 3);
}

TEST_F(MapRendererTest, LaysSeeThroughLinesOnceWhereTheyCross) {
    add(GeometryKind::line, {"LINESTRING(0 50,100 50)", "LINESTRING(50 0,50 100)"},
        {ClassStyle{.fill = {}, .strokes = {stroke(rgb(0x000000, 0.5), 10)}}})
        .classOf = {0, 0};
    draw();
    EXPECT_NEAR(at(20, 50).g, background.g / 2, 2);
    EXPECT_EQ(at(50, 50), at(20, 50));
}

TEST_F(MapRendererTest, TakesNewClassesOfTheSameGeometry) {
    add(GeometryKind::polygon, {"POLYGON((0 0,100 0,100 100,0 100,0 0))"}, {filled(red), filled(blue)});
    draw();
    EXPECT_EQ(at(50, 50), red);
    auto changed = std::make_shared<MapLayer>(*layer);
    changed->shapes[0].classOf[0] = 1;
    layer = changed;
    scene = std::make_shared<MapScene>(*scene);
    draw();
    EXPECT_EQ(at(50, 50), blue);
}

TEST_F(MapRendererTest, StaysInsideItsRectangle) {
    add(GeometryKind::polygon, {"POLYGON((-500 -500,500 -500,500 500,-500 500,-500 -500))"}, {filled(red)});
    scene->layers = {layer};
    renderer->setScene(scene);
    context->makeCurrent();
    view.widthPx = 20;
    view.heightPx = 10;
    renderer->draw(context->target(), view, 30, 40, 2);
    pixels = context->pixels();
    EXPECT_EQ(at(31, 41), red);
    EXPECT_EQ(at(69, 59), red);
    EXPECT_EQ(at(29, 50), black);
    EXPECT_EQ(at(71, 50), black);
    EXPECT_EQ(at(50, 61), black);
}

TEST_F(MapRendererTest, DrawsSymbolsAtTheirSizeAboveShapes) {
    add(GeometryKind::polygon, {"POLYGON((0 0,100 0,100 100,0 100,0 0))"}, {filled(green)});
    Marker circle;
    circle.at = {corner.x + 30, corner.y + 30};
    circle.radiusPx = 10;
    circle.fill = red;
    circle.rim = black;
    circle.rimPx = 4;
    Marker ring = circle;
    ring.shape = MarkerShape::ring;
    ring.at = {corner.x + 50, corner.y + 50};
    ring.offsetXPx = 20;
    ring.offsetYPx = -20;
    ring.radiusPx = 20;
    ring.shares = {1, 3};
    ring.shareFills = {FillStyle{.colour = blue}, FillStyle{.colour = rgb(0xFFFF00)}};
    layer->markers = {MarkerSet{.markers = {circle, ring}}};
    draw();
    EXPECT_EQ(at(30, 30), red);
    EXPECT_EQ(at(40, 30), black);
    EXPECT_EQ(at(44, 30), green);
    EXPECT_EQ(at(70, 70), red) << "the middle of the ring";
    EXPECT_EQ(at(80, 80), blue) << "the first quarter from the top, clockwise";
    EXPECT_EQ(at(60, 80), rgb(0xFFFF00));
    EXPECT_EQ(at(80, 60), rgb(0xFFFF00));
    EXPECT_EQ(renderer->drawnFeatures(), 3U);
}

TEST_F(MapRendererTest, FillsAHouseFromItsFoundation) {
    Marker house;
    house.shape = MarkerShape::house;
    house.at = {corner.x + 50, corner.y + 50};
    house.radiusPx = 20;
    house.fill = blue;
    house.rimPx = 0;
    house.level = 2;
    layer->markers = {MarkerSet{.markers = {house}}};
    draw();
    EXPECT_EQ(at(50, 36), blue);
    EXPECT_EQ(at(50, 46), blue);
    EXPECT_EQ(at(50, 52), rgb(0xFFFFFF));
    EXPECT_EQ(at(50, 32), background);
}

TEST_F(MapRendererTest, ShadesTheGroundUnderThemesOnly) {
    add(GeometryKind::polygon, {"POLYGON((0 0,100 0,100 50,0 50,0 0))"}, {filled(red)});
    auto shade = std::make_shared<Hillshade>();
    shade->extent = {corner.x, corner.y, corner.x + 100, corner.y + 100};
    shade->columns = 2;
    shade->rows = 1;
    shade->alpha = {0, 128};
    scene->hillshade = shade;
    draw();
    EXPECT_EQ(at(90, 20), red);
    EXPECT_EQ(at(10, 80), background);
    EXPECT_NEAR(at(90, 80).r, background.r / 2, 3);
}

TEST_F(MapRendererTest, VeilsEverythingOutsideTheCommune) {
    add(GeometryKind::polygon, {"POLYGON((0 0,100 0,100 100,0 100,0 0))", "POLYGON((20 20,80 20,80 80,20 80,20 20))"},
        {filled(black)})
        .classOf = {0, noClass};
    auto district = std::make_shared<District>(emptyDistrict(9209));
    district->table(Role::communes).geometry = *layer->shapes[0].geometry;
    scene->district = district;
    scene->maskOutsideCommune = 1;
    draw();
    EXPECT_EQ(at(50, 50), black);
    EXPECT_NEAR(at(10, 50).r, background.r * 0.65, 3);
    EXPECT_NEAR(at(50, 90).g, background.g * 0.65, 3);
}

TEST_F(MapRendererTest, MarksTheSelectedLineAndTheHoveredPolygon) {
    add(GeometryKind::line, {"LINESTRING(0 50,100 50)"}, {ClassStyle{}}).role = Role::roads;
    add(GeometryKind::polygon, {"POLYGON((20 70,80 70,80 95,20 95,20 70))"}, {ClassStyle{}}).role = Role::parcels;
    draw({.selected = RecordRef{Role::roads, 0}, .hovered = RecordRef{Role::parcels, 0}});
    const MapPalette& palette = mapPalette(MapColourScheme::light);
    EXPECT_EQ(at(50, 50), (Colour{palette.selection.r, palette.selection.g, palette.selection.b}));
    EXPECT_NEAR(at(50, 57).g, mixed(background, palette.selection, 0.2).g, 3);
    EXPECT_EQ(at(50, 36), background);
    EXPECT_EQ(at(50, 70), (Colour{palette.label.r, palette.label.g, palette.label.b}));
    EXPECT_EQ(at(50, 80), background);
    draw();
    EXPECT_EQ(at(50, 50), background);
}

TEST_F(MapRendererTest, StaysWhereItIsAtOneToAHundred) {
    add(GeometryKind::polygon,
        {"POLYGON((0 0,0.5 0,0.5 1,0 1,0 0))", "POLYGON((-30000 -30000,-29999 -30000,-30000 -29999,-30000 -30000))"},
        {filled(red)});
    view.metresPerPx = 0.0254 / 96 * 100;
    view.centre = {corner.x + 0.5, corner.y + 0.5};
    draw();
    EXPECT_EQ(at(48, 50), red);
    EXPECT_EQ(at(51, 50), background);
}

TEST_F(MapRendererTest, AreasTakeTheClassOfTheirFeatureAtAnySize) {
    ShapeSet& set =
        add(GeometryKind::polygon, {"POLYGON((0 0,50 0,50 100,0 100,0 0))", "POLYGON((50 0,100 0,100 100,50 100,50 0))"},
            {filled(red), filled(green)});
    set.areaTrueWhenTiny = true;
    draw();
    EXPECT_EQ(at(25, 50), red);
    EXPECT_EQ(at(75, 50), green);

    layer = std::make_shared<MapLayer>(*layer);
    layer->shapes.front().classOf = {1, noClass};
    scene = std::make_shared<MapScene>();
    draw();
    EXPECT_EQ(at(25, 50), green);
    EXPECT_EQ(at(75, 50), background);

    // Each is now less than a pixel: together they are still half a square of green.
    view.metresPerPx = 100;
    view.centre = {corner.x + 50 - 50, corner.y + 50 - 50};
    draw();
    const Colour pixel = at(50, 50);
    EXPECT_NEAR(pixel.g, (background.g + 255) / 2.0, 6);
    EXPECT_NEAR(pixel.r, background.r / 2.0, 6);
}

TEST_F(MapRendererTest, AFrameWithoutTimeLeavesTheRestToTheNextOnes) {
    add(GeometryKind::polygon, {"POLYGON((0 0,100 0,100 100,0 100,0 0))"}, {filled(red)});
    scene->layers = {layer};
    renderer->setScene(scene);
    int frames = 0;
    do {
        context->makeCurrent();
        renderer->draw(context->target(), view, 0, 0, 1, {}, MapRenderer::Clock::now());
        ++frames;
    } while (!renderer->complete() && frames < 100);
    EXPECT_LT(frames, 100);
    pixels = context->pixels();
    EXPECT_EQ(at(50, 50), red);
}

/// Stripes and a wavy line, so that every place looks different from its neighbours.
std::vector<std::string> stripes(int count) {
    std::vector<std::string> wkts;
    for (int i = -count; i < 2 * count; ++i) {
        const int x = 9 * i;
        wkts.push_back(fmt::format("POLYGON(({0} -900,{1} -900,{1} 900,{0} 900,{0} -900))", x, x + 2 + (i * i) % 5));
    }
    return wkts;
}

TEST_F(MapRendererTest, AMapThatWasMovedLooksLikeOneDrawnAfresh) {
    const std::vector<std::string> wkts = stripes(60);
    add(GeometryKind::polygon, {wkts.begin(), wkts.end()}, {filled(red), filled(blue)});
    draw();
    for (const auto& [right, up] : {std::pair{13, 0}, std::pair{0, -7}, std::pair{-30, 22}, std::pair{150, 3}}) {
        view.centre.x += right;
        view.centre.y += up;
        // No time at all, then a little: what is missing is filled with what was there.
        renderer->draw(context->target(), view, 0, 0, 1, {}, MapRenderer::Clock::now());
        draw();
        const auto moved = pixels;
        auto fresh = MapRenderer::create();
        ASSERT_TRUE(fresh);
        (*fresh)->setScene(scene);
        (*fresh)->draw(context->target(), view, 0, 0, 1);
        EXPECT_EQ(moved, context->pixels()) << right << ' ' << up;
    }
}

TEST_F(MapRendererTest, WhileTheScaleChangesThePictureIsStretched) {
    add(GeometryKind::polygon, {"POLYGON((-500 -500,50 -500,50 500,-500 500,-500 -500))"}, {filled(red)});
    draw();
    view.metresPerPx = 0.9;
    renderer->draw(context->target(), view, 0, 0, 1, {}, MapRenderer::Clock::now());
    EXPECT_FALSE(renderer->complete());
    pixels = context->pixels();
    EXPECT_EQ(at(10, 50), red);
    EXPECT_EQ(at(90, 50), background);
    draw();
    EXPECT_TRUE(renderer->complete());
    EXPECT_EQ(at(48, 50), red);
    EXPECT_EQ(at(52, 50), background);
}

TEST_F(MapRendererTest, SimplerLinesOfSmallScalesStayWhereTheyAre) {
    std::string wave = "LINESTRING(";
    for (int x = 0; x <= 100'000; x += 10) wave += fmt::format("{}{} {}", x == 0 ? "" : ",", x, 50'000 + x % 3);
    add(GeometryKind::line, {wave + ")"}, {{.fill = std::nullopt, .strokes = {stroke(black, 3)}}});
    view.metresPerPx = 1000;
    view.centre = {corner.x + 50'000, corner.y + 50'000};
    draw();
    EXPECT_EQ(at(50, 50), black);
    EXPECT_EQ(at(20, 50), black);
    EXPECT_EQ(at(50, 55), background);
}

TEST_F(MapRendererTest, ANewSceneReplacesThePictureOfTheOneBefore) {
    add(GeometryKind::polygon, {"POLYGON((0 0,100 0,100 100,0 100,0 0))"}, {filled(red)});
    draw();
    layer = std::make_shared<MapLayer>();
    scene = std::make_shared<MapScene>();
    draw();
    EXPECT_EQ(at(50, 50), background);
}

TEST_F(MapRendererTest, AViewThatCannotBeDrawnIsLeftOut) {
    add(GeometryKind::polygon, {"POLYGON((0 0,100 0,100 100,0 100,0 0))"}, {filled(red)});
    draw();
    for (const double bad : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
        MapView odd = view;
        odd.metresPerPx = bad;
        renderer->draw(context->target(), odd, 0, 0, 1);
        EXPECT_TRUE(renderer->complete());
    }
    MapView tiny = view;
    tiny.widthPx = tiny.heightPx = 1;
    renderer->draw(context->target(), tiny, 0, 0, 1);
    EXPECT_TRUE(renderer->complete());
}

} // namespace
} // namespace banlang::viewer
