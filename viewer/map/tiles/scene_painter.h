// SPDX-License-Identifier: MIT
#pragma once

#include "layers/area_raster.h"
#include "viewer/map/gl/area_store.h"
#include "viewer/map/gl/hillshade_texture.h"
#include "viewer/map/gl/pass.h"
#include "viewer/map/gl/shape_drawer.h"
#include "viewer/map/gl/symbol_buffers.h"
#include "viewer/map/mesh/prepared_scene.h"
#include "viewer/map/tiles/tile_preparer.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace banlang::viewer::detail {

/// A part of a tile's painting that is not interrupted.
struct PaintStep {
    double vertices = 0;           ///< about what it costs
    std::function<void()> paint{}; ///< in the pass of the tile
    Blend blend = Blend::over;
};

/// What a tile cannot be painted without.
struct TileNeeds {
    std::vector<NeededChunk> chunks{}; ///< not on the card yet
    /// Sets of areas so small there that workers sum up their colours; null: the raster basemap, which they read.
    std::vector<const PreparedShapes*> covered{};
};

/// The sums of one set, or with null the raster basemap, as the card reads them.
using Covers = std::map<const PreparedShapes*, Texture>;

/// A scene on the graphics card, and how it is painted into a square of ground.
class ScenePainter {
public:
    explicit ScenePainter(const Programs& programs) : programs_(programs) {}

    void setScene(std::shared_ptr<const PreparedScene> scene);
    [[nodiscard]] const std::shared_ptr<const PreparedScene>& scene() const { return scene_; }
    [[nodiscard]] AreaStore& areas() { return areas_; }

    [[nodiscard]] TileNeeds needs(const MapView& view);
    /// In order, bottom first; `covers`, `lines` and this must outlive them. `lines`: the base
    /// map's lines there as they were painted before; null: paints them.
    [[nodiscard]] std::vector<PaintStep> steps(const Frame& frame, const Covers& covers, const Texture* lines);
    /// The base map's lines alone, over nothing. They stay the same through all themes, and are most of the work.
    [[nodiscard]] std::vector<PaintStep> lineSteps(const Frame& frame);
    /// What lineSteps() paints: as long as this is equal, so is the picture.
    struct LineLook {
        std::shared_ptr<const ShapeMesh> mesh{};
        std::vector<ClassStyle> styles{};
        ScaleRange scales{};
        bool operator==(const LineLook&) const = default;
    };
    [[nodiscard]] const std::vector<LineLook>& lineLooks() const { return lineLooks_; }

private:
    struct Shapes {
        const PreparedShapes* prepared = nullptr;
        std::shared_ptr<ShapeBuffers> buffers{}; ///< of a mesh
        std::shared_ptr<AreaClasses> classes{};  ///< of areas
    };
    struct Layer {
        std::vector<Shapes> shapes{};
        std::vector<SymbolBuffers> symbols{};
        const MapLayer* layer = nullptr;
    };
    [[nodiscard]] Layer upload(const PreparedLayer& layer, const std::vector<Layer>& before) const;
    void addLayer(const Layer& layer, const Frame& frame, const Covers& covers, std::vector<PaintStep>& steps);
    /// Colours that are multiplied by their alpha already.
    void addPicture(const Texture& texture, bool topRowFirst, std::vector<PaintStep>& steps) const;
    void addMesh(const Shapes& shapes, const Frame& frame, std::vector<PaintStep>& steps);
    void addAreas(const Shapes& shapes, const Frame& frame, const Covers& covers, std::vector<PaintStep>& steps);
    void addSymbols(const Frame& frame, std::vector<PaintStep>& steps) const;

    const Programs& programs_;
    std::shared_ptr<const PreparedScene> scene_{};
    std::vector<Layer> layers_{};
    std::vector<LineLook> lineLooks_{};
    PreparedShapes maskShapes_{};
    Shapes mask_{};
    std::unique_ptr<HillshadeTexture> shade_{};
    std::shared_ptr<const Hillshade> shadeSource_{};
    AreaStore areas_{};
    StencilCounter stencil_{};
};

} // namespace banlang::viewer::detail
