// SPDX-License-Identifier: MIT
#include "viewer/map/map_renderer.h"

#include "layers/palette.h"
#include "viewer/map/detail/backdrop.h"
#include "viewer/map/detail/highlight.h"
#include "viewer/map/detail/raster_backdrop.h"
#include "viewer/map/detail/scene_buffers.h"
#include "viewer/map/detail/shape_drawer.h"
#include "viewer/map/detail/symbol_buffers.h"

#include <algorithm>
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

/// The base map's own fills lie at the bottom: terrain shows on them, and themes stay clean.
std::size_t layersUnderTheShade(const MapScene& scene) {
    const auto fills = [](const std::shared_ptr<const MapLayer>& layer) {
        return std::any_of(layer->shapes.begin(), layer->shapes.end(), [](const ShapeSet& set) {
            return set.role == Role::parcels && std::any_of(set.styles.begin(), set.styles.end(),
                                                            [](const ClassStyle& style) { return style.fill.has_value(); });
        });
    };
    return !scene.layers.empty() && fills(scene.layers.front()) ? 1 : 0;
}

/// Symbols of one set; their layer is kept by the scene.
struct UploadedSymbols {
    const MarkerSet* set = nullptr;
    detail::SymbolBuffers buffers;
};

/// A highlight stays uploaded while its target does.
struct UploadedHighlight {
    MapTarget target{};
    std::optional<detail::Highlight> what{};
    std::unique_ptr<detail::ShapeBuffers> lines{};
    std::unique_ptr<detail::SymbolBuffers> circles{};
};

} // namespace

struct MapRenderer::Impl {
    detail::Programs programs;
    detail::RasterBackdrop backdrop;
    std::shared_ptr<const MapScene> scene{};
    std::vector<detail::UploadedShapes> shapes{};
    std::vector<UploadedSymbols> symbols{};
    std::unique_ptr<detail::HillshadeTexture> shade{};
    std::shared_ptr<const Hillshade> shadeSource{};
    std::unique_ptr<ShapeSet> veil{};
    std::unique_ptr<detail::ShapeBuffers> veilBuffers{};
    std::array<std::optional<UploadedHighlight>, 2> highlights{}; ///< by HighlightKind
    std::size_t drawnFeatures = 0;
    detail::StencilCounter stencil{};

    void upload(std::shared_ptr<const MapScene> next) {
        shapes = detail::uploadScene(*next, shapes);
        symbols.clear();
        for (const auto& layer : next->layers) {
            for (const MarkerSet& set : layer->markers) {
                symbols.push_back({&set, detail::SymbolBuffers(detail::prepareSymbols(set.markers))});
            }
        }
        if (shadeSource != next->hillshade) shade = detail::uploadHillshade(*next);
        shadeSource = next->hillshade;
        backdrop.show(next->backdrop);
        veil = detail::veilOf(*next);
        veilBuffers = veil ? std::make_unique<detail::ShapeBuffers>(detail::prepareMesh(*veil)) : nullptr;
        highlights = {};
        scene = std::move(next);
    }

    void drawSet(const ShapeSet& set, detail::ShapeBuffers& buffers, const detail::Frame& frame) {
        buffers.cull(*set.geometry, frame.view.visible().widenedBy(widestStrokePx * frame.view.metresPerPx));
        drawShapes(set, buffers, programs, frame, stencil);
    }

    void drawLayer(const MapLayer& layer, const detail::Frame& frame) {
        for (const detail::UploadedShapes& uploaded : shapes) {
            if (uploaded.layer.get() != &layer || !uploaded.set->scales.shows(frame.scale())) continue;
            drawSet(*uploaded.set, *uploaded.buffers, frame);
            drawnFeatures += uploaded.buffers->visibleFeatures();
        }
    }

    void drawSymbols(const detail::Frame& frame) {
        const Box seen = frame.view.visible();
        for (const UploadedSymbols& uploaded : symbols) {
            if (!uploaded.set->scales.shows(frame.scale())) continue;
            uploaded.buffers.draw(programs, frame);
            drawnFeatures +=
                static_cast<std::size_t>(std::count_if(uploaded.set->markers.begin(), uploaded.set->markers.end(),
                                                       [&](const Marker& marker) { return seen.contains(marker.at); }));
        }
    }

    void drawHighlight(const std::optional<MapTarget>& target, detail::HighlightKind kind, const detail::Frame& frame) {
        auto& slot = highlights[static_cast<std::size_t>(kind)];
        if (!target) {
            slot.reset();
            return;
        }
        if (!slot || slot->target != *target) {
            slot = UploadedHighlight{*target, detail::highlightOf(*scene, *target, kind)};
            if (slot->what && slot->what->shapes.geometry) {
                slot->lines = std::make_unique<detail::ShapeBuffers>(detail::prepareMesh(slot->what->shapes));
            } else if (slot->what) {
                slot->circles = std::make_unique<detail::SymbolBuffers>(detail::prepareSymbols(slot->what->markers));
            }
        }
        if (slot->lines) drawSet(slot->what->shapes, *slot->lines, frame);
        if (slot->circles) slot->circles->draw(programs, frame);
    }

    void drawScene(const detail::Frame& frame, const MapHighlights& wanted) {
        const std::size_t under = layersUnderTheShade(*scene);
        for (std::size_t i = 0; i < scene->layers.size(); ++i) {
            if (i == under && shade) shade->draw(programs, frame);
            drawLayer(*scene->layers[i], frame);
        }
        if (under >= scene->layers.size() && shade) shade->draw(programs, frame);
        if (veil) drawSet(*veil, *veilBuffers, frame);
        drawSymbols(frame);
        drawHighlight(wanted.selected, detail::HighlightKind::selected, frame);
        drawHighlight(wanted.hovered, detail::HighlightKind::hovered, frame);
    }
};

MapRenderer::MapRenderer() = default;
MapRenderer::~MapRenderer() = default;

Result<std::unique_ptr<MapRenderer>> MapRenderer::create() {
    BANLANG_TRY(programs, detail::buildPrograms());
    std::unique_ptr<MapRenderer> renderer(new MapRenderer);
    BANLANG_TRY(backdrop, detail::RasterBackdrop::create());
    renderer->impl_.reset(new Impl{std::move(programs), std::move(backdrop)});
    return renderer;
}

void MapRenderer::setScene(std::shared_ptr<const MapScene> scene) {
    if (scene == impl_->scene) return;
    impl_->upload(scene == nullptr ? std::make_shared<const MapScene>() : std::move(scene));
}

void MapRenderer::draw(const MapView& view, int leftPx, int bottomPx, double pixelRatio, const MapHighlights& highlights) {
    const detail::Frame frame{view, pixelRatio, leftPx, bottomPx};
    const MapRectangle rectangle(frame);
    impl_->drawnFeatures = 0;
    const Colour paper = mapPalette(impl_->scene == nullptr ? MapTheme::light : impl_->scene->theme).paper;
    clearTo(paper);
    if (impl_->scene == nullptr) return;
    impl_->backdrop.draw(frame, paper);
    impl_->stencil.begin();
    impl_->drawScene(frame, highlights);
}

std::size_t MapRenderer::drawnFeatures() const {
    return impl_->drawnFeatures;
}

bool MapRenderer::awaitsBackdrop() const {
    return impl_->backdrop.waiting();
}

bool MapRenderer::backdropHasNews() const {
    return impl_->backdrop.hasNews();
}

void MapRenderer::hurryBackdrop() {
    impl_->backdrop.hurry();
}

} // namespace banlang::viewer
