// SPDX-License-Identifier: MIT
#include "viewer/map/map_renderer.h"

#include "layers/palette.h"
#include "viewer/map/detail/scene_buffers.h"
#include "viewer/map/detail/shape_drawer.h"

#include <array>
#include <cmath>

namespace banlang::viewer {

namespace {

constexpr double widestStrokePx = 30;

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
        glDisable(GL_DEPTH_TEST);
        glDisable(GL_CULL_FACE);
        glEnable(GL_BLEND);
        glBlendEquation(GL_FUNC_ADD);
        glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
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

void clearTo(Colour colour) {
    const auto part = [](std::uint8_t value) { return static_cast<float>(value) / 255.0F; };
    glClearColor(part(colour.r), part(colour.g), part(colour.b), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

} // namespace

struct MapRenderer::Impl {
    detail::Programs programs;
    std::shared_ptr<const MapScene> scene{};
    std::vector<detail::UploadedShapes> shapes{};
    std::size_t drawnFeatures = 0;
    detail::StencilCounter stencil{};

    void drawLayer(const MapLayer& layer, const detail::Frame& frame) {
        const Box seen = frame.view.visible().widenedBy(widestStrokePx * frame.view.metresPerPx);
        for (const detail::UploadedShapes& uploaded : shapes) {
            if (uploaded.layer.get() != &layer || !uploaded.set->scales.shows(frame.scale())) continue;
            uploaded.buffers->cull(*uploaded.set->geometry, seen);
            drawnFeatures += uploaded.buffers->visibleFeatures();
            drawShapes(*uploaded.set, *uploaded.buffers, programs, frame, stencil);
        }
    }
};

MapRenderer::MapRenderer() = default;
MapRenderer::~MapRenderer() = default;

Result<std::unique_ptr<MapRenderer>> MapRenderer::create() {
    BANLANG_TRY(programs, detail::buildPrograms());
    std::unique_ptr<MapRenderer> renderer(new MapRenderer);
    renderer->impl_.reset(new Impl{std::move(programs)});
    return renderer;
}

void MapRenderer::setScene(std::shared_ptr<const MapScene> scene) {
    if (scene == impl_->scene) return;
    impl_->shapes = scene == nullptr ? std::vector<detail::UploadedShapes>{} : detail::uploadScene(*scene, impl_->shapes);
    impl_->scene = std::move(scene);
}

void MapRenderer::draw(const MapView& view, int leftPx, int bottomPx, double pixelRatio, const MapHighlights& highlights) {
    const detail::Frame frame{view, pixelRatio, leftPx, bottomPx};
    const MapRectangle rectangle(frame);
    impl_->drawnFeatures = 0;
    clearTo(mapPalette(impl_->scene == nullptr ? MapTheme::light : impl_->scene->theme).paper);
    if (impl_->scene == nullptr) return;
    impl_->stencil.begin();
    for (const auto& layer : impl_->scene->layers) impl_->drawLayer(*layer, frame);
    static_cast<void>(highlights);
}

std::size_t MapRenderer::drawnFeatures() const {
    return impl_->drawnFeatures;
}

} // namespace banlang::viewer
