// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer_request.h"
#include "layers/map_layer.h"

#include <span>

namespace banlang {

/// A ring that shows how many records a village has and how far they are; its area grows with their number. Counts that the
/// audience may not know become one grey part. Part i has legend key i, the grey one the key after the last. Place and row are
/// the caller's.
[[nodiscard]] Marker villageRing(std::span<const std::size_t> counts, std::span<const FillStyle> fills,
                                 const LayerRequest& request);
/// The legend row of the grey part.
[[nodiscard]] LegendEntry hiddenPartEntry(LegendKey key, MapColourScheme colourScheme);

} // namespace banlang
