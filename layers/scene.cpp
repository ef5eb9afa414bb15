// SPDX-License-Identifier: MIT
#include "layers/scene.h"

#include <algorithm>

namespace banlang {
namespace {

constexpr std::string_view baseMap[] = {"parcels", "rivers", "villages", "communes", "roads"};

const LayerInfo* infoOf(std::string_view layerId) {
    const auto catalogue = layerCatalogue();
    const auto found = std::find_if(catalogue.begin(), catalogue.end(), [&](const LayerInfo& info) { return info.id == layerId; });
    return found == catalogue.end() ? nullptr : &*found;
}

bool contains(const std::vector<std::string>& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The areas of a theme as a layer of their own, just above the parcels: a theme's lines lie over the base map, its areas under it.
void putGroundBelow(MapScene& scene, MapLayer& theme) {
    if (theme.ground.empty()) return;
    MapLayer ground;
    ground.id = "ground";
    ground.title = theme.title;
    ground.shapes = std::move(theme.ground);
    ground.attributes = [] { return FeatureTable{}; };
    theme.ground.clear();
    const auto parcels =
        std::find_if(scene.layers.begin(), scene.layers.end(), [](const auto& layer) { return layer->id == "parcels"; });
    scene.layers.insert(parcels == scene.layers.end() ? scene.layers.begin() : parcels + 1,
                        std::make_shared<const MapLayer>(std::move(ground)));
}

} // namespace

Result<MapScene> buildScene(const std::vector<std::string>& layerIds, const LayerRequest& request) {
    MapScene scene;
    scene.theme = request.theme;
    scene.district = request.district;
    bool anyTheme = false;
    for (const std::string& layerId : layerIds) {
        const LayerInfo* info = infoOf(layerId);
        if (info == nullptr) {
            BANLANG_TRY(unknown, buildLayer(layerId, request)); // fails, and says which layers there are
            (void)unknown;
        } else {
            anyTheme = anyTheme || info->isTheme;
        }
    }
    for (const LayerInfo& info : layerCatalogue()) {
        const bool isBase = std::find(std::begin(baseMap), std::end(baseMap), info.id) != std::end(baseMap);
        const bool asked = contains(layerIds, info.id);
        if (!isBase && !asked) continue;
        // A part of the base map that was asked for by name, with no theme above it, is itself the theme.
        BANLANG_TRY(layer, buildLayer(info.id, request, anyTheme || !asked));
        putGroundBelow(scene, layer);
        scene.layers.push_back(std::make_shared<const MapLayer>(std::move(layer)));
    }
    if (const auto terrain = readTerrain(*request.district)) {
        scene.hillshade = std::make_shared<const Hillshade>(shade(*terrain));
    }
    return scene;
}

} // namespace banlang
