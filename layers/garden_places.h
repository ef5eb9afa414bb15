// SPDX-License-Identifier: MIT
#pragma once

#include "layers/base_layers.h"

#include <array>

namespace banlang {

/// Where a garden itself is known to be: in its own shape, on its parcel, else at its household. Nothing where only its village is
/// known.
[[nodiscard]] std::optional<Point> gardenPlace(const District& district, std::size_t row);

/// Single gardens with the shapes that they have, near enough to be read; classes are garden states.
[[nodiscard]] ShapeSet gardenShapes(const BaseContext& context, const std::array<FillStyle, 4>& fills);
/// The same as points of 8 px: filled for borrowers, rings for the others; the shape of the point tells the state as its colour
/// does.
[[nodiscard]] MarkerSet gardenPoints(const BaseContext& context);
/// What the points say of loans, with counts.
void addGardenPointLegend(MapLayer& layer, const BaseContext& context);

} // namespace banlang
