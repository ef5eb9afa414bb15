// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/parcels.h"

namespace banlang::sample {

struct ParcelsRead {
    FeatureTable parcels;
    ParcelSummary summary;
};

/// The parcels as the clean district has them, by way of a file in `folder` that is thrown away: they are made part by part.
[[nodiscard]] Result<ParcelsRead> growParcels(const Landscape& land, const std::string& folder, std::uint64_t wanted,
                                              const Progress& progress);

} // namespace banlang::sample
