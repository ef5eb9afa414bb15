// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gaps/gaps.h"
#include "layers/themes/catalogue.h"

#include <optional>

namespace banlang {

/// Where an item stands on the map: the road of a work, an asset as drawn, else its village, else its commune.
[[nodiscard]] std::optional<Point> placeOf(const District& district, const GapItem& item);

/// A row per item; for records of households outside the working group a row per village with counts.
void addGapAttributes(MapLayer& layer, const LayerRequest& request, const Gap& gap, RowClasses items);

} // namespace banlang
