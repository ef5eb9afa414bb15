// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/monthly/commune_year.h"

namespace banlang::sample {

/// Communes, villages, roads and parcels of the first communes, and for each its list of households, numbered from 1 on.
[[nodiscard]] Result<void> writeUnits(const Landscape& land, FeatureTable parcels, std::size_t communes, const std::string& folder);

} // namespace banlang::sample
