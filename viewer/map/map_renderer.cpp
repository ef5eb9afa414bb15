// SPDX-License-Identifier: MIT
#include "viewer/map/map_renderer.h"

#include "layers/style/palette.h"
#include "viewer/map/highlight_drawer.h"
#include "viewer/map/tiles/scene_painter.h"
#include "viewer/map/tiles/tile_cache.h"
#include "viewer/map/tiles/tile_composer.h"
#include "viewer/map/tiles/tile_scheduler.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang::viewer {
namespace {

/// Room for several pictures of a window, and for a screen full of parcels many times over.
constexpr std::size_t fewestTiles = 160;
constexpr std::size_t viewsOfTiles = 4;
constexpr double mostShowingS = 0.01;

bool canBeDrawn(const MapView& view, double pixelRatio) {
    return view.metresPerPx > 0 && std::isfinite(view.metresPerPx) && std::isfinite(view.centre.x + view.centre.y) &&
           view.widthPx >= 1 && view.heightPx >= 1 && pixelRatio > 0;
}

} // namespace

struct MapRenderer::Impl {
    explicit Impl(detail::Programs built) : programs(std::move(built)) {}

    detail::Programs programs;
    detail::ScenePainter painter{programs};
    detail::TileCache cache{};
    detail::TileScheduler works{painter, cache};
    detail::TileComposer composer{programs, cache};
    detail::HighlightDrawer highlights{programs};
    std::uint64_t version = 0;
    double lastMetresPerPx = 0;
    std::array<double, 2> showingS{}; ///< how long it lately took to compose tiles, of a still scale and of one that changes
    MapView lastView{};
    bool complete = false;
    double tileRatio = 0; ///< pixels of the device in one of the styles, for which all tiles were painted

    void use(double ratio) {
        if (ratio == tileRatio) return;
        tileRatio = ratio;
        works.forget();
        cache.clear();
    }

    void draw(const RenderTarget& target, const detail::Frame& frame, const MapHighlights& wanted,
              std::optional<Clock::time_point> until) {
        use(frame.pixelRatio);
        const double exact = frame.view.metresPerPx / frame.pixelRatio;
        const bool zooming = until && lastMetresPerPx > 0 && lastMetresPerPx != exact;
        lastMetresPerPx = exact;
        lastView = frame.view;
        const detail::TileLevel level{version, zooming ? detail::steadyMetresPerPx(exact) : exact};
        const std::vector<detail::TileKey> tiles = detail::tilesIn(level, frame.view.visible());

        double& showing = showingS[zooming ? 1 : 0];
        if (until) *until -= std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(showing));
        complete = works.paint(tiles, frame.pixelRatio, until, !until) && !zooming;
        const auto begin = Clock::now();
        composer.show(target, tiles, frame, mapPalette(painter.scene()->scene->colourScheme).background);
        const double tookS = std::min(mostShowingS, std::chrono::duration<double>(Clock::now() - begin).count());
        showing = std::max(tookS, showing + 0.1 * (tookS - showing));
        if (complete) cache.keepOnly(version, version);
        cache.tidy(std::max(fewestTiles, viewsOfTiles * tiles.size()));
        const detail::PixelRectangle map = mapOf(frame);
        const detail::Pass pass(target, {.viewport = map, .within = map, .blend = detail::Blend::over});
        highlights.draw(*painter.scene()->scene, wanted, frame);
    }
};

MapRenderer::MapRenderer() = default;
MapRenderer::~MapRenderer() = default;

Result<std::unique_ptr<MapRenderer>> MapRenderer::create() {
    BANLANG_TRY(programs, detail::buildPrograms());
    std::unique_ptr<MapRenderer> renderer(new MapRenderer);
    renderer->impl_ = std::make_unique<Impl>(std::move(programs));
    renderer->setScene(std::make_shared<const MapScene>());
    return renderer;
}

void MapRenderer::setScene(std::shared_ptr<const PreparedScene> scene) {
    if (!scene) return setScene(std::shared_ptr<const MapScene>());
    if (scene == impl_->painter.scene()) return;
    impl_->works.drop();
    impl_->cache.keepOnly(impl_->version, impl_->version + 1);
    ++impl_->version;
    impl_->painter.setScene(std::move(scene));
    impl_->highlights.forget();
    impl_->complete = false;
}

void MapRenderer::draw(const RenderTarget& target, const MapView& view, int leftPx, int bottomPx, double pixelRatio,
                       const MapHighlights& highlights, std::optional<Clock::time_point> until) {
    impl_->complete = true;
    if (!canBeDrawn(view, pixelRatio)) return;
    impl_->draw(target, {detail::onTilePixels(view, pixelRatio), pixelRatio, leftPx, bottomPx}, highlights, until);
}

bool MapRenderer::paint(const MapView& view, double pixelRatio, Clock::time_point until) {
    if (!canBeDrawn(view, pixelRatio)) return true;
    impl_->use(pixelRatio);
    const MapView seen = detail::onTilePixels(view, pixelRatio);
    const detail::TileLevel level{impl_->version, seen.metresPerPx / pixelRatio};
    return impl_->works.paint(detail::tilesIn(level, seen.visible()), pixelRatio, until, true);
}

const detail::Programs& MapRenderer::programs() const {
    return impl_->programs;
}

bool MapRenderer::complete() const {
    return impl_->complete;
}

std::size_t MapRenderer::drawnFeatures() const {
    const Box seen = impl_->lastView.visible();
    const double scale = impl_->lastView.scaleDenominator();
    std::size_t count = 0;
    for (const PreparedLayer& layer : impl_->painter.scene()->layers) {
        for (const PreparedShapes& shapes : layer.shapes) {
            if (shapes.set->scales.shows(scale)) shapes.search(seen, [&](std::uint32_t) { ++count; });
        }
        for (const MarkerSet& set : layer.layer->markers) {
            if (!set.scales.shows(scale)) continue;
            count += static_cast<std::size_t>(
                std::ranges::count_if(set.markers, [&](const Marker& marker) { return seen.contains(marker.at); }));
        }
    }
    return count;
}

std::size_t MapRenderer::cardBytes() const {
    constexpr std::size_t tileBytes = std::size_t{4} * detail::tileSidePx * detail::tileSidePx;
    return (impl_->cache.count() + impl_->works.keptTiles()) * tileBytes + impl_->painter.areas().bytes();
}

} // namespace banlang::viewer
