// SPDX-License-Identifier: MIT
#include "layers/base/base_layers.h"
#include "layers/scene/scene.h"

#include <cmath>

namespace banlang {
namespace {

/// Enough to tell land uses apart, little enough to see the ground.
constexpr double groundShare = 0.35;
/// Areas of units that say something of their own, as shares and criteria do.
constexpr double unitShare = 0.45;

Colour thinned(Colour colour, double share) {
    colour.a = static_cast<std::uint8_t>(std::lround(colour.a * share));
    return colour;
}

/// 1 for what does not cover the ground.
double shareOf(const MapLayer& layer, const ShapeSet& set) {
    if (isGroundLayer(layer.id)) return groundShare;
    return set.role == Role::communes || set.role == Role::villages ? unitShare : 1;
}

bool covers(const MapLayer& layer) {
    for (const ShapeSet& set : layer.shapes) {
        if (shareOf(layer, set) < 1) return true;
    }
    return false;
}

std::shared_ptr<const MapLayer> seenThrough(const MapLayer& layer) {
    auto thin = std::make_shared<MapLayer>(layer);
    for (ShapeSet& set : thin->shapes) {
        const double share = shareOf(layer, set);
        for (ClassStyle& style : set.styles) {
            if (!style.fill) continue;
            style.fill->colour = thinned(style.fill->colour, share);
            style.fill->patternColour = thinned(style.fill->patternColour, share);
        }
    }
    return thin;
}

} // namespace

void drapeOver(MapScene& scene, const RasterBasemap& rasterBasemap) {
    if (rasterBasemap.source == nullptr) return;
    scene.rasterBasemap = rasterBasemap;
    scene.hillshade.reset();
    for (auto& layer : scene.layers) {
        if (covers(*layer)) layer = seenThrough(*layer);
    }
}

} // namespace banlang
