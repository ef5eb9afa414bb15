// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rule_texts.h"
#include "core/base/result.h"
#include "layers/audience.h"
#include "layers/map_layer.h"
#include "layers/palette.h"

#include <memory>
#include <span>
#include <string_view>

namespace banlang {

/// What a layer is made from. The district must outlive the layers made from it.
struct LayerRequest {
    std::shared_ptr<const District> district{};
    Date asOf{};
    Audience audience = Audience::meeting;
    MapTheme theme = MapTheme::light;
    std::shared_ptr<const RuleTexts> rules{}; ///< of the district; none: as shipped
};

struct LayerInfo {
    std::string_view id{};
    Label title{};
    bool isTheme = false; ///< a programme's layer, against the base map below it
};
/// Every layer that can be drawn and exported, in drawing order from the bottom.
[[nodiscard]] std::span<const LayerInfo> layerCatalogue();

/// Builds one layer. Fails for an unknown id, naming the ones there are. A part of the base map that lies under a theme is paler.
[[nodiscard]] Result<MapLayer> buildLayer(std::string_view layerId, const LayerRequest& request, bool underTheme = false);

} // namespace banlang
