// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/raster_source.h"
#include "layers/themes/catalogue.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace banlang {

/// Heights as a grid, row 0 in the north, for hillshade.
struct HeightGrid {
    Box extent{};
    int columns = 0;
    int rows = 0;
    std::vector<float> heightM{};
};

/// Ready shading, one alpha per cell (0 = none), black on light maps.
struct Hillshade {
    Box extent{};
    int columns = 0;
    int rows = 0;
    std::vector<std::uint8_t> alpha{};
};

/// A picture below everything but the background: an orthophoto, a scanned map.
struct RasterBasemap {
    std::shared_ptr<const RasterSource> source{}; ///< null: none
    double opacity = 1;
    bool operator==(const RasterBasemap&) const = default;
};

/// An ordered list of layers, bottom first: what both painters draw.
struct MapScene {
    MapColourScheme colourScheme = MapColourScheme::light;
    std::vector<std::shared_ptr<const MapLayer>> layers{};
    std::shared_ptr<const Hillshade> hillshade{};
    RasterBasemap rasterBasemap{};
    std::optional<std::uint32_t> maskOutsideCommune{}; ///< everything outside this commune is masked
    std::shared_ptr<const District> district{};        ///< keeps the geometry alive
};

/// A layer that a scene holds, and how it is asked for.
struct PlannedLayer {
    std::string_view id{};
    bool underTheme = false; ///< a part of the base map, pale under the theme above it
    bool operator==(const PlannedLayer&) const = default;
};
/// The base map plus the asked layers in drawing order. Fails for an unknown id, naming the ones there are.
[[nodiscard]] Result<std::vector<PlannedLayer>> planScene(const std::vector<std::string>& layerIds);

/// A layer as scenes hold it; the same one serves every scene of its request. A theme's lines lie over the base map, its areas
/// under it: those are a layer of their own.
struct SceneLayer {
    std::shared_ptr<const MapLayer> layer{};
    std::shared_ptr<const MapLayer> ground{}; ///< goes just above the parcels; null without areas
};
[[nodiscard]] Result<SceneLayer> buildSceneLayer(const PlannedLayer& planned, const LayerRequest& request);
/// Puts layers in the order of their plan together. Cheap.
[[nodiscard]] MapScene assembleScene(const std::vector<SceneLayer>& layers, const LayerRequest& request);

/// All of that in one: plan, layers, scene and terrain, built for one day, audience and theme.
[[nodiscard]] Result<MapScene> buildScene(const std::vector<std::string>& layerIds, const LayerRequest& request);
/// The shaded terrain of a district; null when it has none.
[[nodiscard]] std::shared_ptr<const Hillshade> hillshadeOf(const District& district);

/// Lays a scene over a picture: what covers the ground becomes see-through, and the picture's own shadows take the place of the
/// hillshade. Without a picture the scene stays as it is.
void drapeOver(MapScene& scene, const RasterBasemap& rasterBasemap);

/// Shades heights with light mostly from the north-west. Fails never; an empty grid gives an empty shade.
[[nodiscard]] Hillshade shade(const HeightGrid& heights);
/// Reads the terrain that the store keeps. Nothing when there is none.
[[nodiscard]] std::optional<HeightGrid> readTerrain(const District& district);

} // namespace banlang
