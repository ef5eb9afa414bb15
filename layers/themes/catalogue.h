// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/layer_request.h"
#include "layers/map_layer.h"

#include <span>
#include <string_view>

namespace banlang {

struct LayerInfo {
    std::string_view id{};
    Label title{};
    bool isTheme = false; ///< a theme's layer, against the base map below it
};
/// Every layer that can be drawn and exported, in drawing order from the bottom.
[[nodiscard]] std::span<const LayerInfo> layerCatalogue();

/// For an id that is not among them; names those there are.
[[nodiscard]] Error unknownLayer(std::string_view layerId);

/// Builds one layer. Fails for an unknown id, naming the ones there are. A part of the base map that lies under a theme is paler.
[[nodiscard]] Result<MapLayer> buildLayer(std::string_view layerId, const LayerRequest& request, bool underTheme = false);

} // namespace banlang
