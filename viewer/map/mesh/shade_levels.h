// SPDX-License-Identifier: MIT
#pragma once

#include "layers/scene/scene.h"

#include <cstdint>
#include <vector>

namespace banlang::viewer::detail {

/// One level of a hillshade: one alpha a cell, row 0 in the north.
struct ShadeLevel {
    int columns = 0;
    int rows = 0;
    std::vector<std::uint8_t> alpha{};
};
/// The hillshade at half, a quarter ... of its size, down to one cell: a driver without a card takes long for that.
[[nodiscard]] std::vector<ShadeLevel> smallerLevels(const Hillshade& shade);

/// Whether there is a cell for every place.
[[nodiscard]] bool isWhole(const Hillshade& shade);

} // namespace banlang::viewer::detail
