// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/follow_up.h"

namespace banlang::sample {

/// Every kind but parcels, each drawn once.
struct DistrictRecords {
    RecordSet tables; ///< by role; no parcels
    FeatureTable donationTruth;
    FeatureTable gardenTruth;
    FeatureTable houseTruth;
    FeatureTable donationFaults; ///< as ParcelSummary::faults
};
[[nodiscard]] DistrictRecords drawRecords(const Landscape& land, const std::vector<std::size_t>& works,
                                          const ParcelSummary& parcels);

/// Writes what the offices of the three programmes keep, late/ with what came after, and truth/*.csv.
[[nodiscard]] Result<void> writeRecords(const Landscape& land, const std::vector<std::size_t>& works, const ParcelSummary& parcels,
                                        const std::string& folder);

} // namespace banlang::sample
