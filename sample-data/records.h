// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/parcels.h"

namespace banlang::sample {

/// Writes the programme's tables and what belongs where in truth/.
[[nodiscard]] Result<void> writeRecords(const Landscape& land, const std::vector<std::size_t>& works, const ParcelSummary& parcels,
                                        const std::string& folder);

} // namespace banlang::sample
