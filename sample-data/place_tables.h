// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"
#include "sample-data/landscape.h"

namespace banlang::sample {

// The layers of places, in the columns that core/model declares.

[[nodiscard]] FeatureTable communeTable(const Landscape& land);
[[nodiscard]] FeatureTable villageTable(const Landscape& land);
[[nodiscard]] FeatureTable roadTable(const Landscape& land);
[[nodiscard]] FeatureTable riverTable(const Landscape& land);
[[nodiscard]] FeatureTable householdTable(const Landscape& land);

/// Who lives in which village, for the truth files.
[[nodiscard]] FeatureTable householdTruth(const Landscape& land);

/// "0090102-007": the household's village code and its number there.
[[nodiscard]] std::string householdId(const Landscape& land, std::size_t household);
/// Semicolon list: nghèo, cận nghèo, người có công, cựu chiến binh, khó khăn nhà ở; empty for most.
[[nodiscard]] std::string categoriesOf(const Landscape& land, std::size_t household);

} // namespace banlang::sample
