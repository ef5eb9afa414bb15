// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"

#include <string>

namespace banlang {

/// What a map of this scale shows of a layer, in reading order; nothing else. A heading stays only with something under it.
[[nodiscard]] std::vector<LegendEntry> legendAt(const MapLayer& layer, double scaleDenominator);
/// The same for a map of which is known what came onto it.
[[nodiscard]] std::vector<LegendEntry> legendOf(const MapLayer& layer, double scaleDenominator, const LegendKeys& onMap);
/// Each class and figure once, whatever the scale: for tables.
[[nodiscard]] std::vector<LegendEntry> legendOfAllScales(const MapLayer& layer);
/// Words over the rows below them.
[[nodiscard]] bool isHeading(const LegendEntry& entry);

/// The figures of a legend row as its reader writes numbers: "422", "<3", "7.463"; empty when there is none.
[[nodiscard]] std::string countText(const LegendEntry& entry, Language language);
[[nodiscard]] std::string amountText(const LegendEntry& entry, Language language);

} // namespace banlang
