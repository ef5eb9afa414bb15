// SPDX-License-Identifier: MIT
#include "viewer/map/tiles/scene_painter.h"

#include "layers/base/base_layers.h"
#include "layers/style/palette.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace banlang::viewer::detail {
namespace {

/// Below this size on the screen areas are summed up, not drawn one by one.
constexpr double summedBelowPx = 6;
constexpr double verticesPerHairline = 2;

double sizePx(const PreparedShapes& areas, const MapView& view) {
    return areas.chunks->averageSizeM / view.metresPerPx;
}

/// Outlines fade in while areas grow from twelve to twenty widths; before that they would only grey the map.
double outlineFade(double areaPx, double widthPx) {
    const double widths = areaPx / std::max(widthPx, 0.5);
    return std::clamp((widths - 12) / 8, 0.0, 1.0);
}

/// A stroke that is no wider than a pixel of the device needs no joins and no edges of its own.
bool isHairline(const StrokeStyle& stroke, const Frame& frame) {
    return stroke.widthPx.at(frame.scale()) * frame.pixelRatio <= 1 && stroke.offsetPx.at(frame.scale()) == 0 &&
           stroke.dashPx.empty();
}

/// Outlines that look the same are drawn in one go, whatever class they belong to.
struct Outline {
    StrokeStyle stroke{};
    std::vector<std::uint8_t> classes{};
};
std::vector<Outline> outlinesOf(const std::vector<ClassStyle>& styles) {
    std::vector<Outline> outlines;
    for (std::size_t i = 0; i < styles.size(); ++i) {
        for (const StrokeStyle& stroke : styles[i].strokes) {
            auto same = std::ranges::find(outlines, stroke, &Outline::stroke);
            if (same == outlines.end()) same = outlines.insert(same, Outline{stroke, {}});
            same->classes.push_back(static_cast<std::uint8_t>(i));
        }
    }
    return outlines;
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

/// What lies between the ground and a theme.
bool isBaseLine(const MapLayer& layer) {
    return findBaseLayer(layer.id) != nullptr && !isGroundLayer(layer.id);
}

void clearTo(Colour colour) {
    setClearColour(colour);
    glClear(GL_COLOR_BUFFER_BIT);
}

} // namespace

ScenePainter::Layer ScenePainter::upload(const PreparedLayer& layer, const std::vector<Layer>& before) const {
    Layer uploaded{{}, {}, layer.layer.get()};
    const auto known = [&](const detail::ShapeMesh* mesh) -> std::shared_ptr<ShapeBuffers> {
        for (const Layer& old : before) {
            for (const Shapes& shapes : old.shapes) {
                if (shapes.prepared->mesh.get() == mesh) return shapes.buffers;
            }
        }
        return nullptr;
    };
    for (const PreparedShapes& prepared : layer.shapes) {
        Shapes shapes{&prepared};
        if (prepared.isAreas()) {
            shapes.classes = std::make_shared<AreaClasses>(prepared.classInOrder, prepared.set->styles);
        } else if (shapes.buffers = known(prepared.mesh.get()); !shapes.buffers) {
            shapes.buffers = std::make_shared<ShapeBuffers>(*prepared.mesh);
        }
        uploaded.shapes.push_back(std::move(shapes));
    }
    for (const SymbolMesh& symbols : layer.symbols) uploaded.symbols.emplace_back(symbols);
    return uploaded;
}

void ScenePainter::setScene(std::shared_ptr<const PreparedScene> scene) {
    std::vector<Layer> layers;
    std::vector<std::shared_ptr<const FeatureChunks>> geometries;
    for (const PreparedLayer& layer : scene->layers) {
        layers.push_back(upload(layer, layers_));
        for (const PreparedShapes& shapes : layer.shapes) {
            if (shapes.isAreas()) geometries.push_back(shapes.chunks);
        }
    }
    layers_ = std::move(layers);
    lineLooks_.clear();
    for (const PreparedLayer& layer : scene->layers) {
        if (!isBaseLine(*layer.layer)) continue;
        for (const PreparedShapes& shapes : layer.shapes)
            lineLooks_.push_back({shapes.mesh, shapes.set->styles, shapes.set->scales});
    }
    areas_.keepOnly(geometries);
    mask_ = {};
    if (scene->mask) {
        maskShapes_ = {.set = scene->mask.get(), .mesh = scene->maskMesh};
        mask_ = {&maskShapes_, std::make_shared<ShapeBuffers>(*scene->maskMesh), nullptr};
    }
    if (shadeSource_ != scene->scene->hillshade) shade_ = uploadHillshade(scene->scene->hillshade.get(), *scene->shadeLevels);
    shadeSource_ = scene->scene->hillshade;
    scene_ = std::move(scene);
}

TileNeeds ScenePainter::needs(const MapView& view) {
    TileNeeds needs;
    const RasterBasemap& rasterBasemap = scene_->scene->rasterBasemap;
    if (rasterBasemap.source && rasterBasemap.opacity > 0 && rasterBasemap.source->info().extent.intersects(view.visible()))
        needs.covered.push_back(nullptr);
    for (const PreparedLayer& layer : scene_->layers) {
        for (const PreparedShapes& shapes : layer.shapes) {
            if (!shapes.isAreas() || !shapes.set->scales.shows(view.scaleDenominator())) continue;
            if (sizePx(shapes, view) < summedBelowPx) {
                needs.covered.push_back(&shapes);
                continue;
            }
            for (const std::uint32_t chunk : shapes.chunks->touching(reachOf(view))) {
                AreaChunk wanted{shapes.chunks, chunk};
                if (areas_.find(wanted) == nullptr) needs.chunks.push_back({std::move(wanted), &shapes});
            }
        }
    }
    return needs;
}

void ScenePainter::addMesh(const Shapes& shapes, const Frame& frame, std::vector<PaintStep>& steps) {
    const ShapeSet& set = *shapes.prepared->set;
    for (std::size_t i = 0; i < std::min(shapes.buffers->classCount(), set.styles.size()); ++i) {
        for (ShapeStep& step : stepsOf(set, *shapes.buffers, i, frame)) {
            const double vertices = step.vertices;
            steps.push_back({vertices, [this, &set, frame, step = std::move(step), buffers = shapes.buffers] {
                                 draw(step, set, *buffers, programs_, frame, stencil_);
                             }});
        }
    }
}

void ScenePainter::addPicture(const Texture& texture, bool topRowFirst, std::vector<PaintStep>& steps) const {
    const ClipRectangle place = topRowFirst ? ClipRectangle{-1, 1, 1, -1} : ClipRectangle{};
    steps.push_back({verticesPerCall, [this, &texture, place] { drawPicture(programs_, texture, place); }, Blend::premultiplied});
}

void ScenePainter::addAreas(const Shapes& shapes, const Frame& frame, const Covers& covers, std::vector<PaintStep>& steps) {
    const PreparedShapes& prepared = *shapes.prepared;
    if (const auto cover = covers.find(&prepared); cover != covers.end()) {
        addPicture(cover->second, true, steps);
        return;
    }
    if (sizePx(prepared, frame.view) < summedBelowPx) return;
    const auto eachChunk = [&](double verticesPerPoint, auto&& paint) {
        for (const std::uint32_t chunk : prepared.chunks->touching(reachOf(frame.view))) {
            const AreaBuffers* buffers = areas_.find({prepared.chunks, chunk});
            if (buffers == nullptr) continue;
            steps.push_back({verticesPerCall + static_cast<double>(buffers->vertexCount()) * verticesPerPoint,
                             [buffers, paint, first = prepared.chunks->starts[chunk]] { paint(*buffers, first); }});
        }
    };
    eachChunk(1, [this, frame, classes = shapes.classes](const AreaBuffers& buffers, std::uint32_t first) {
        useProgram(programs_.areaFill, frame, buffers.origin());
        classes->bind(programs_.areaFill, first);
        buffers.drawTriangles();
    });
    for (const Outline& outline : outlinesOf(prepared.set->styles)) {
        const double fade = outlineFade(sizePx(prepared, frame.view), outline.stroke.widthPx.at(frame.scale()));
        if (fade <= 0) continue;
        const bool hair = isHairline(outline.stroke, frame);
        eachChunk(hair ? verticesPerHairline : verticesPerSegment,
                  [this, frame, outline, fade, hair, classes = shapes.classes](const AreaBuffers& buffers, std::uint32_t first) {
                      const Program& program = hair ? programs_.areaHairline : programs_.areaLine;
                      useProgram(program, frame, buffers.origin());
                      setStrokeUniforms(program, outline.stroke, frame, fade);
                      classes->bind(program, first);
                      useClasses(program, outline.classes);
                      hair ? buffers.drawHairlines() : buffers.drawSegments();
                  });
    }
}

void ScenePainter::addSymbols(const Frame& frame, std::vector<PaintStep>& steps) const {
    for (const Layer& layer : layers_) {
        for (std::size_t i = 0; i < layer.symbols.size(); ++i) {
            if (!layer.layer->markers[i].scales.shows(frame.scale())) continue;
            const std::size_t corners = layer.symbols[i].cornersIn(frame.view);
            if (corners == 0) continue;
            steps.push_back({verticesPerCall + static_cast<double>(corners),
                             [this, frame, &symbols = layer.symbols[i]] { symbols.draw(programs_, frame); }});
        }
    }
}

void ScenePainter::addLayer(const Layer& layer, const Frame& frame, const Covers& covers, std::vector<PaintStep>& steps) {
    for (const Shapes& shapes : layer.shapes) {
        if (!shapes.prepared->set->scales.shows(frame.scale())) continue;
        shapes.buffers ? addMesh(shapes, frame, steps) : addAreas(shapes, frame, covers, steps);
    }
}

std::vector<PaintStep> ScenePainter::lineSteps(const Frame& frame) {
    std::vector<PaintStep> steps;
    steps.push_back({verticesPerCall, [this] {
                         clearTo({0, 0, 0, 0});
                         stencil_.begin();
                     }});
    for (const Layer& layer : layers_) {
        if (isBaseLine(*layer.layer)) addLayer(layer, frame, {}, steps);
    }
    return steps;
}

std::vector<PaintStep> ScenePainter::steps(const Frame& frame, const Covers& covers, const Texture* lines) {
    std::vector<PaintStep> steps;
    steps.push_back({verticesPerCall, [this] {
                         clearTo(mapPalette(scene_->scene->colourScheme).background);
                         stencil_.begin();
                     }});
    if (const auto rasterBasemap = covers.find(nullptr); rasterBasemap != covers.end())
        addPicture(rasterBasemap->second, true, steps);
    const std::size_t under = layersUnderTheShade(*scene_->scene);
    const auto addShade = [&] {
        if (shade_) steps.push_back({verticesPerCall, [this, frame] { shade_->draw(programs_, frame); }});
    };
    bool linesLaid = false;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        if (i == under) addShade();
        if (lines == nullptr || !isBaseLine(*layers_[i].layer)) {
            addLayer(layers_[i], frame, covers, steps);
        } else if (!std::exchange(linesLaid, true)) {
            addPicture(*lines, false, steps);
        }
    }
    if (under >= layers_.size()) addShade();
    if (mask_.buffers) addMesh(mask_, frame, steps);
    addSymbols(frame, steps);
    return steps;
}

} // namespace banlang::viewer::detail
