// SPDX-License-Identifier: MIT
// What a map draws is in its legend and nothing else is: judged by the picture, layer by layer, at three scales.
#include "layers/drawn_keys.h"
#include "layers/legend.h"
#include "layers/paper/detail/map_painter.h"
#include "layers/paper/detail/swatch.h"
#include "layers/scene/scene.h"
#include "tests/e2e/truth.h"
#include "tests/support/analysis_context.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>

namespace banlang::e2e {
namespace {

using print_layout::CairoPtr;
using print_layout::SurfacePtr;

constexpr double scales[] = {5'000, 25'000, 125'000};
constexpr int widthPx = 640;
constexpr int heightPx = 480;
/// Lines that run outside the picture reach into its edge by half their width; halos, casings and side bands by some more.
constexpr int edgePx = 16;

const std::shared_ptr<const District>& district() {
    static const Folder folder;
    static const auto once = std::make_shared<const District>(openStore(sampleStore(folder)));
    return once;
}

LayerRequest request(Audience audience) {
    return {AnalysisContext(district(), shippedRules(), Date::fromYmd(2022, 5, 18)), audience, MapColourScheme::print};
}

class Picture {
public:
    Picture(int width, int height, double zoom = 1)
        : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width * zoom), static_cast<int>(height * zoom)),
                   cairo_surface_destroy),
          canvas_(cairo_create(surface_.get()), cairo_destroy) {
        cairo_scale(canvas_.get(), zoom, zoom);
        cairo_set_source_rgb(canvas_.get(), 1, 1, 1);
        cairo_paint(canvas_.get());
    }
    [[nodiscard]] cairo_t* canvas() const { return canvas_.get(); }
    [[nodiscard]] int width() const { return cairo_image_surface_get_width(surface_.get()); }
    [[nodiscard]] int height() const { return cairo_image_surface_get_height(surface_.get()); }
    /// Four bytes a pixel: blue, green, red, and one without meaning. What was drawn is in it from then on.
    [[nodiscard]] const unsigned char* row(int y) const {
        cairo_surface_flush(surface_.get());
        return cairo_image_surface_get_data(surface_.get()) + y * cairo_image_surface_get_stride(surface_.get());
    }

private:
    SurfacePtr surface_;
    CairoPtr canvas_;
};

double grey(const unsigned char* pixel) {
    return 0.114 * pixel[0] + 0.587 * pixel[1] + 0.299 * pixel[2];
}

/// More than what no eye sees.
bool differs(const unsigned char* a, const unsigned char* b, bool inGrey) {
    if (inGrey) return static_cast<int>(std::abs(grey(a) - grey(b))) > 5;
    return std::abs(a[0] - b[0]) > 5 || std::abs(a[1] - b[1]) > 5 || std::abs(a[2] - b[2]) > 5;
}

int differingPixels(const Picture& a, const Picture& b, int edge, bool inGrey = false) {
    int count = 0;
    for (int y = edge; y < a.height() - edge; ++y) {
        const unsigned char* first = a.row(y) + 4 * edge;
        const unsigned char* second = b.row(y) + 4 * edge;
        const int width = a.width() - 2 * edge;
        if (std::memcmp(first, second, static_cast<std::size_t>(4 * width)) == 0) continue;
        for (int x = 0; x < width; ++x) count += differs(first + 4 * x, second + 4 * x, inGrey) ? 1 : 0;
    }
    return count;
}

Picture painted(std::shared_ptr<const MapLayer> layer, const MapView& view) {
    Picture picture(widthPx, heightPx);
    MapScene scene;
    scene.colourScheme = MapColourScheme::print;
    scene.layers = {std::move(layer)};
    (void)print_layout::paintMap(picture.canvas(), scene, view, Language::vietnamese);
    return picture;
}

/// A layer's shapes and symbols under some keys of its legend.
std::shared_ptr<const MapLayer> onlyKeys(const MapLayer& layer, const LegendKeys& keys) {
    auto only = std::make_shared<MapLayer>();
    only->id = layer.id;
    for (const auto* sets : {&layer.ground, &layer.shapes}) {
        for (const ShapeSet& set : *sets) {
            ShapeSet& kept = only->shapes.emplace_back(set);
            for (std::uint8_t& rowClass : kept.classOf) rowClass = keys.test(set.keyOfClass(rowClass)) ? rowClass : noClass;
        }
    }
    for (const MarkerSet& set : layer.markers) {
        MarkerSet& kept = only->markers.emplace_back(set);
        std::erase_if(kept.markers, [&](const Marker& marker) {
            return std::none_of(marker.keys.begin(), marker.keys.end(), [&](LegendKey key) { return keys.test(key); });
        });
    }
    return only;
}

/// Where a layer has something: the middle of the district, and some of its shapes and symbols.
std::vector<Point> places(const MapLayer& layer) {
    std::vector<Point> found{district()->table(Role::communes).geometry.extent().centre()};
    for (const auto* sets : {&layer.ground, &layer.shapes}) {
        for (const ShapeSet& set : *sets) {
            if (set.geometry->featureCount() > 0 && set.geometry->pointCount() > 0)
                found.push_back(set.geometry->point(set.geometry->pointCount() / 2));
        }
    }
    for (const MarkerSet& set : layer.markers) {
        if (!set.markers.empty()) found.push_back(set.markers[set.markers.size() / 2].at);
    }
    found.resize(std::min<std::size_t>(found.size(), 3));
    return found;
}

LegendKeys everyKey(const MapLayer& layer) {
    LegendKeys all;
    for (const DrawnKeys& drawn : layer.drawn) all |= drawn.keys;
    for (const LegendEntry& entry : layer.legend) all.set(entry.key);
    all.reset(noKey);
    return all;
}

LegendKeys keysOf(const std::vector<LegendEntry>& entries) {
    LegendKeys keys;
    for (const LegendEntry& entry : entries) keys.set(entry.key);
    return keys.reset(noKey);
}

MapLayer withGround(MapLayer layer) {
    layer.shapes.insert(layer.shapes.begin(), layer.ground.begin(), layer.ground.end());
    layer.ground.clear();
    return layer;
}

void expectLegendOfPicture(const MapLayer& layer, Point centre, double scale) {
    const MapView view{centre, scale * 0.0254 / 96, widthPx, heightPx};
    const Picture empty = painted(std::make_shared<MapLayer>(), view);
    const LegendKeys told = keysOf(legendOf(layer, scale, keysInView(layer, view)));
    const LegendKeys all = everyKey(layer);
    // Whatever is drawn stands under a key that the legend of this view has.
    const auto whole = std::make_shared<MapLayer>(layer);
    whole->labels.clear();
    EXPECT_EQ(differingPixels(painted(whole, view), painted(onlyKeys(layer, told), view), edgePx), 0)
        << fmt::format("{} 1:{} at {:.0f} {:.0f}: something drawn is not explained", layer.id, scale, centre.x, centre.y);
    for (std::size_t key = 0; key < all.size(); ++key) {
        if (!all.test(key)) continue;
        const Picture picture = painted(onlyKeys(layer, LegendKeys{}.set(key)), view);
        const std::string where = fmt::format("{} 1:{} at {:.0f} {:.0f}, key {}", layer.id, scale, centre.x, centre.y, key);
        if (told.test(key)) {
            EXPECT_GT(differingPixels(picture, empty, 0), 0) << where << ": in the legend, not on the map";
        } else {
            EXPECT_EQ(differingPixels(picture, empty, edgePx), 0) << where << ": on the map, not in the legend";
        }
    }
}

TEST(Legend, HasWhatTheMapDrawsAndNothingElse) {
    for (const LayerInfo& info : layerCatalogue()) {
        for (const Audience audience : {Audience::meeting, Audience::workingGroup}) {
            const auto built = buildLayer(info.id, request(audience), !info.isTheme && info.id == "parcels");
            ASSERT_TRUE(built.has_value()) << info.id << built.error().message.en;
            const MapLayer layer = withGround(*built);
            for (const double scale : scales) {
                for (const Point centre : places(layer)) expectLegendOfPicture(layer, centre, scale);
            }
        }
    }
}

/// The window knows its scale alone: what it lists must be what some view of that scale shows.
TEST(Legend, OfAScaleIsWhatAMapOfTheWholeDistrictWouldShow) {
    for (const LayerInfo& info : layerCatalogue()) {
        const auto built = buildLayer(info.id, request(Audience::workingGroup));
        ASSERT_TRUE(built.has_value());
        const MapLayer layer = withGround(*built);
        for (const double scale : scales) {
            const Box extent = district()->table(Role::communes).geometry.extent();
            const double metresPerPx = scale * 0.0254 / 96;
            const MapView wide{extent.centre(), metresPerPx, 2 * extent.width() / metresPerPx, 2 * extent.height() / metresPerPx};
            EXPECT_EQ(keysOf(legendAt(layer, scale)), keysOf(legendOf(layer, scale, keysInView(layer, wide)))) << info.id << scale;
        }
    }
}

TEST(Legend, ParcelsUnderAThemeAreNotListedWhereTheyAreNotDrawn) {
    const auto parcels = buildLayer("parcels", request(Audience::meeting), true);
    EXPECT_TRUE(legendAt(*parcels, 125'000).empty());
    EXPECT_FALSE(legendAt(*parcels, 5'000).empty());
}

TEST(Legend, AHeadingHasSomethingUnderIt) {
    for (const LayerInfo& info : layerCatalogue()) {
        const auto layer = buildLayer(info.id, request(Audience::meeting));
        for (const double scale : scales) {
            const auto entries = legendAt(*layer, scale);
            for (std::size_t i = 0; i < entries.size(); ++i) {
                if (isHeading(entries[i])) {
                    EXPECT_TRUE(i + 1 < entries.size() && !isHeading(entries[i + 1])) << info.id << entries[i].label.en;
                }
            }
        }
    }
}

Picture swatch(const LegendEntry& entry, double scale) {
    Picture picture(static_cast<int>(print_layout::swatchWidthPx) + 4, static_cast<int>(print_layout::swatchHeightPx) + 4, 2);
    print_layout::drawSwatch(picture.canvas(), entry, 2, 2, scale);
    return picture;
}

/// All swatches of a page with this theme: its own and those of the base map.
std::vector<std::pair<std::string, LegendEntry>> entriesOfPage(std::string_view theme, double scale, Audience audience) {
    std::vector<std::pair<std::string, LegendEntry>> entries;
    const auto plan = planScene({std::string(theme)});
    for (const PlannedLayer& planned : *plan) {
        const auto layer = buildLayer(planned.id, request(audience), planned.underTheme);
        for (const LegendEntry& entry : legendAt(*layer, scale)) {
            if (entry.key != noKey) entries.emplace_back(fmt::format("{}: {}", planned.id, entry.label.en), entry);
        }
    }
    return entries;
}

TEST(Legend, NoTwoSwatchesOfAPageLookAlike) {
    constexpr int enough = 20; // of 26 x 17 at twice the size
    for (const LayerInfo& info : layerCatalogue()) {
        if (info.id.starts_with("gap-") && info.id != "gap-loan-never-inspected") continue; // all gaps share one look
        for (const double scale : scales) {
            const auto entries = entriesOfPage(info.id, scale, Audience::workingGroup);
            std::vector<Picture> pictures;
            for (const auto& [name, entry] : entries) pictures.push_back(swatch(entry, scale));
            for (std::size_t i = 0; i < pictures.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    EXPECT_GE(differingPixels(pictures[i], pictures[j], 0), enough)
                        << info.id << " 1:" << scale << "  " << entries[i].first << "  |  " << entries[j].first;
                }
            }
        }
    }
}

TEST(Legend, ThemesCanBeReadInGrey) {
    constexpr int enough = 20;
    for (const char* theme :
         {"donated-land", "new-roads", "renovated-gardens", "houses", "criteria", "candidates", "green-routes"}) {
        for (const double scale : scales) {
            const auto layer = buildLayer(theme, request(Audience::workingGroup));
            std::vector<LegendEntry> entries = legendAt(*layer, scale);
            std::erase_if(entries, [](const LegendEntry& entry) { return entry.key == noKey; });
            std::vector<Picture> pictures;
            for (const LegendEntry& entry : entries) pictures.push_back(swatch(entry, scale));
            for (std::size_t i = 0; i < pictures.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    EXPECT_GE(differingPixels(pictures[i], pictures[j], 0, true), enough)
                        << theme << " 1:" << scale << "  " << entries[i].label.en << "  |  " << entries[j].label.en;
                }
            }
        }
    }
}

} // namespace
} // namespace banlang::e2e
