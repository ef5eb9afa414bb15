// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"

namespace banlang {

/// What a layer and its figures are called wherever it is drawn, listed, printed or written to a file.
struct LayerWords {
    Label title{};
    Label counted{};    ///< heads the legend; empty where only the data tell
    Label countUnit{};  ///< over the counts; may be empty
    Label amountUnit{}; ///< over the amounts; may be empty
};

/// A layer that has its names and nothing to draw yet. `id` must outlive it.
[[nodiscard]] inline MapLayer emptyLayer(std::string_view id, const LayerWords& words) {
    MapLayer layer;
    layer.id = id;
    layer.title = words.title;
    layer.counted = words.counted;
    layer.countUnit = words.countUnit;
    layer.amountUnit = words.amountUnit;
    return layer;
}

} // namespace banlang
