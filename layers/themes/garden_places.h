// SPDX-License-Identifier: MIT
#pragma once

#include "layers/base/base_layers.h"

#include <array>
#include <span>

namespace banlang {

/// A garden that counts, and how far it has come.
struct Garden {
    std::uint32_t row = 0;
    std::uint8_t state = 0; ///< GardenState
};

/// Where a garden itself is known to be: in its own shape, on its parcel, else at its household. Nothing where only its village is
/// known.
[[nodiscard]] std::optional<Point> gardenPlace(const District& district, std::size_t row);

/// Single gardens with the shapes that they have, near enough to be read; classes are garden states.
[[nodiscard]] ShapeSet gardenShapes(const LayerRequest& request, std::span<const Garden> gardens,
                                    const std::array<FillStyle, 4>& fills);
/// The same as points of 8 px: filled for borrowers, rings for the others; the shape of the point tells the state as its colour
/// does. Keys from `firstKey`: the states, then what is said of loans.
[[nodiscard]] MarkerSet gardenPoints(const LayerRequest& request, std::span<const Garden> gardens, LegendKey firstKey);
void addGardenPointLegend(MapLayer& layer, const LayerRequest& request, std::span<const Garden> gardens,
                          std::span<const Label> stateLabels, LegendKey firstKey);

} // namespace banlang
