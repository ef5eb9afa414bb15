// SPDX-License-Identifier: MIT
#include "viewer/map/map_renderer.h"

#include "layers/palette.h"
#include "viewer/map/detail/highlight_drawer.h"
#include "viewer/map/detail/scene_painter.h"
#include "viewer/map/detail/tile_cache.h"
#include "viewer/map/detail/tile_composer.h"
#include "viewer/map/detail/tile_works.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace banlang::viewer {
namespace {

/// Room for several pictures of a window, and for a screen full of parcels many times over.
constexpr std::size_t fewestTiles = 160;
constexpr std::size_t viewsOfTiles = 4;
constexpr double mostShowingS = 0.01;

/// Limits drawing to the map's rectangle while it lives, and leaves GL as a caller expects it.
class MapRectangle {
public:
    explicit MapRectangle(const detail::Frame& frame) {
        glGetIntegerv(GL_VIEWPORT, viewportBefore_.data());
        const auto width = static_cast<GLsizei>(std::lround(frame.view.widthPx * frame.pixelRatio));
        const auto height = static_cast<GLsizei>(std::lround(frame.view.heightPx * frame.pixelRatio));
        glViewport(frame.leftPx, frame.bottomPx, width, height);
        glScissor(frame.leftPx, frame.bottomPx, width, height);
        glEnable(GL_SCISSOR_TEST);
    }
    ~MapRectangle() {
        glBindVertexArray(0);
        glUseProgram(0);
        glDisable(GL_SCISSOR_TEST);
        glDisable(GL_STENCIL_TEST);
        glDisable(GL_BLEND);
        glViewport(viewportBefore_[0], viewportBefore_[1], viewportBefore_[2], viewportBefore_[3]);
    }
    MapRectangle(const MapRectangle&) = delete;
    MapRectangle& operator=(const MapRectangle&) = delete;

private:
    std::array<GLint, 4> viewportBefore_{};
};

void blendAsUsual() {
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

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
    detail::TileWorks works{painter, cache};
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

    void draw(const detail::Frame& frame, const MapHighlights& wanted, std::optional<Clock::time_point> until) {
        use(frame.pixelRatio);
        const double exact = frame.view.metresPerPx / frame.pixelRatio;
        const bool zooming = until && lastMetresPerPx > 0 && lastMetresPerPx != exact;
        lastMetresPerPx = exact;
        lastView = frame.view;
        const detail::TileLevel level{version, zooming ? detail::steadyMetresPerPx(exact) : exact};
        const std::vector<detail::TileKey> tiles = detail::tilesIn(level, frame.view.visible());

        double& showing = showingS[zooming ? 1 : 0];
        if (until) *until -= std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(showing));
        complete = paint(tiles, frame.pixelRatio, until, !until) && !zooming;
        const MapRectangle rectangle(frame);
        const auto begin = Clock::now();
        composer.show(tiles, frame, mapPalette(painter.scene()->scene->theme).paper);
        const double tookS = std::min(mostShowingS, std::chrono::duration<double>(Clock::now() - begin).count());
        showing = std::max(tookS, showing + 0.1 * (tookS - showing));
        if (complete) cache.keepOnly(version, version);
        cache.tidy(std::max(fewestTiles, viewsOfTiles * tiles.size()));
        blendAsUsual();
        highlights.draw(*painter.scene()->scene, wanted, frame);
    }

    bool paint(const std::vector<detail::TileKey>& tiles, double pixelRatio, std::optional<Clock::time_point> until, bool atRest) {
        GLint framebuffer = 0;
        glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &framebuffer);
        const std::array<GLint, 4> viewport = viewportNow();
        blendAsUsual();
        const bool all = works.paint(tiles, pixelRatio, until, atRest);
        glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(framebuffer));
        glViewport(viewport[0], viewport[1], viewport[2], viewport[3]);
        return all;
    }

    static std::array<GLint, 4> viewportNow() {
        std::array<GLint, 4> viewport{};
        glGetIntegerv(GL_VIEWPORT, viewport.data());
        return viewport;
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

void MapRenderer::draw(const MapView& view, int leftPx, int bottomPx, double pixelRatio, const MapHighlights& highlights,
                       std::optional<Clock::time_point> until) {
    impl_->complete = true;
    if (!canBeDrawn(view, pixelRatio)) return;
    impl_->draw({detail::onTilePixels(view, pixelRatio), pixelRatio, leftPx, bottomPx}, highlights, until);
}

bool MapRenderer::paint(const MapView& view, double pixelRatio, Clock::time_point until) {
    if (!canBeDrawn(view, pixelRatio)) return true;
    impl_->use(pixelRatio);
    const MapView seen = detail::onTilePixels(view, pixelRatio);
    return impl_->paint(detail::tilesIn({impl_->version, seen.metresPerPx / pixelRatio}, seen.visible()), pixelRatio, until, true);
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
