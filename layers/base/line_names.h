// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"

namespace banlang {

/// The name of a line, along its longest part. The feature must not be empty.
[[nodiscard]] MapLabel lineName(const FeatureTable& lines, std::size_t row, LabelKind kind, Colour colour);

} // namespace banlang
