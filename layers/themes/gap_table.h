// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gaps/gaps.h"
#include "layers/themes/catalogue.h"

#include <optional>
#include <vector>

namespace banlang {

/// Gardens, houses and households: how many there are in a village may point at a family.
[[nodiscard]] bool isOfHousehold(Role role);
/// One of its items is; an answer may hold several kinds.
[[nodiscard]] bool isOfHousehold(const Gap& gap);

/// Where an item stands on the map: the road of a work, an asset as drawn, else its village, else its commune.
[[nodiscard]] std::optional<Point> placeOf(const District& district, const GapItem& item);

/// What a question found in one unit.
struct GapCount {
    Role unit = Role::villages; ///< villages; communes for what has no village
    std::int32_t row = notLinked;
    std::size_t missed = 0;
    std::size_t atRisk = 0;
    bool hidden = false; ///< the audience may not know how many
};
enum class GapLevel : std::uint8_t { village, commune };
/// In order of communes, then villages; what has no place is left out.
[[nodiscard]] std::vector<GapCount> gapCounts(const Gap& gap, GapLevel unit, const LayerRequest& request);

/// A row per item; for records of households outside the working group a row per village with counts.
void addGapAttributes(MapLayer& layer, const LayerRequest& request, const Gap& gap, RowClasses items);

} // namespace banlang
