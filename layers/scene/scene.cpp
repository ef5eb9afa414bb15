// SPDX-License-Identifier: MIT
#include "layers/scene/scene.h"

#include "layers/themes/themes.h"

#include <algorithm>
#include <utility>

namespace banlang {
namespace {

bool contains(const std::vector<std::string>& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The areas of a theme as a layer of their own.
std::shared_ptr<const MapLayer> takeGround(MapLayer& colourScheme) {
    if (colourScheme.ground.empty()) return nullptr;
    MapLayer ground;
    ground.id = "ground";
    ground.explainedBy = colourScheme.id;
    ground.title = colourScheme.title;
    ground.shapes = std::exchange(colourScheme.ground, {});
    ground.attributes = [] { return ClassedRows{{}, std::make_shared<const RowClasses>()}; };
    return std::make_shared<const MapLayer>(std::move(ground));
}

void putGround(MapScene& scene, const std::shared_ptr<const MapLayer>& ground) {
    const auto below =
        std::find_if(scene.layers.begin(), scene.layers.end(), [](const auto& layer) { return isGroundLayer(layer->id); });
    scene.layers.insert(below == scene.layers.end() ? scene.layers.begin() : below + 1, ground);
}

} // namespace

Result<std::vector<PlannedLayer>> planScene(const std::vector<std::string>& layerIds) {
    bool anyTheme = false;
    for (const std::string& layerId : layerIds) {
        const bool isTheme = findTheme(layerId) != nullptr;
        if (!isTheme && findBaseLayer(layerId) == nullptr) return Unexpected(unknownLayer(layerId));
        anyTheme = anyTheme || isTheme;
    }
    std::vector<PlannedLayer> plan;
    for (const LayerInfo& info : layerCatalogue()) {
        const bool asked = contains(layerIds, info.id);
        // A part of the base map that was asked for by name, with no theme above it, is itself the theme.
        if (!info.isTheme || asked) plan.push_back({info.id, anyTheme || !asked});
    }
    return plan;
}

Result<SceneLayer> buildSceneLayer(const PlannedLayer& planned, const LayerRequest& request) {
    BANLANG_TRY(layer, buildLayer(planned.id, request, planned.underTheme));
    std::shared_ptr<const MapLayer> ground = takeGround(layer);
    return SceneLayer{std::make_shared<const MapLayer>(std::move(layer)), std::move(ground)};
}

MapScene assembleScene(const std::vector<SceneLayer>& layers, const LayerRequest& request) {
    MapScene scene;
    scene.colourScheme = request.colourScheme;
    scene.district = request.analysis.sharedDistrict();
    for (const SceneLayer& layer : layers) {
        if (layer.ground) putGround(scene, layer.ground);
        scene.layers.push_back(layer.layer);
    }
    return scene;
}

std::shared_ptr<const Hillshade> hillshadeOf(const District& district) {
    const auto terrain = readTerrain(district);
    return terrain ? std::make_shared<const Hillshade>(shade(*terrain)) : nullptr;
}

Result<MapScene> buildScene(const std::vector<std::string>& layerIds, const LayerRequest& request) {
    BANLANG_TRY(plan, planScene(layerIds));
    std::vector<SceneLayer> layers;
    for (const PlannedLayer& planned : plan) {
        BANLANG_TRY(layer, buildSceneLayer(planned, request));
        layers.push_back(std::move(layer));
    }
    MapScene scene = assembleScene(layers, request);
    scene.hillshade = hillshadeOf(request.analysis.district());
    return scene;
}

} // namespace banlang
