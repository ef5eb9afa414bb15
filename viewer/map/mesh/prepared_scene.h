// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_chunks.h"
#include "layers/scene/scene.h"
#include "viewer/map/mesh/shade_levels.h"
#include "viewer/map/mesh/shape_mesh.h"
#include "viewer/map/mesh/symbol_mesh.h"

#include <memory>
#include <vector>

namespace banlang::viewer {

/// One set of shapes in one of two forms. Most sets are meshes sorted by class. Areas of which there may be millions (parcels) stay
/// as they are: chunks of neighbours that get a mesh when they come into view, and a class byte for each feature beside them.
struct PreparedShapes {
    const ShapeSet* set = nullptr;
    std::shared_ptr<const detail::ShapeMesh> mesh{};
    std::shared_ptr<const FeatureChunks> chunks{}; ///< without mesh
    std::vector<std::uint8_t> classInOrder{};      ///< without mesh: class of each feature of `chunks`, in its order

    [[nodiscard]] bool isAreas() const { return chunks != nullptr; }
    /// Calls visit(feature) for every drawn feature whose box touches `box`.
    template <class Visit> void search(const Box& box, Visit&& visit) const;
};

struct PreparedLayer {
    std::shared_ptr<const MapLayer> layer{};
    std::vector<PreparedShapes> shapes{};      ///< of the sets that have geometry, in their order
    std::vector<detail::SymbolMesh> symbols{}; ///< one per marker set
};

/// A scene made ready for the graphics card, without touching it: made on a worker, then only read, by the renderer and by picking.
struct PreparedScene {
    std::shared_ptr<const MapScene> scene{};
    std::vector<PreparedLayer> layers{};
    std::shared_ptr<const ShapeSet> mask{}; ///< everything but the commune that the scene is about; null when it is about all
    std::shared_ptr<const detail::ShapeMesh> maskMesh{};
    std::shared_ptr<const std::vector<detail::ShadeLevel>> shadeLevels{}; ///< of the hillshade, smaller and smaller; never null
};

/// Takes over from `before` what has the same geometry and the same classes, so that a new style costs nothing and a new class of a
/// parcel one byte. Never null. Uses all cores.
[[nodiscard]] std::shared_ptr<const PreparedScene> prepareScene(std::shared_ptr<const MapScene> scene,
                                                                const PreparedScene* before = nullptr);

template <class Visit> void PreparedShapes::search(const Box& box, Visit&& visit) const {
    const GeometryColumn& geometry = *set->geometry;
    if (chunks) {
        chunks->search(geometry, box, [&](std::uint32_t feature) {
            if (set->classOf[feature] < set->styles.size()) visit(feature);
        });
        return;
    }
    for (std::size_t chunk = 0; chunk < mesh->chunkBoxes.size(); ++chunk) {
        if (!mesh->chunkBoxes[chunk].intersects(box)) continue;
        for (std::size_t of = 0; of < mesh->classCount; ++of) {
            const detail::MeshRange range = mesh->cell(of, chunk).features;
            for (std::uint32_t i = range.begin; i < range.end; ++i) {
                if (geometry.boxes[mesh->features[i]].intersects(box)) visit(mesh->features[i]);
            }
        }
    }
}

} // namespace banlang::viewer
