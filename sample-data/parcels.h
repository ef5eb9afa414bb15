// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/geo/feature_table.h"
#include "sample-data/landscape.h"

#include <string>
#include <vector>

namespace banlang::sample {

struct ParcelKey {
    std::int32_t commune = -1;
    std::int32_t village = -1;
    int sheet = 0;
    int number = 0;
};

/// Land of one parcel within the corridor of a work, outside today's bed.
struct LandNeed {
    ParcelKey parcel;
    std::uint32_t road = 0;
    std::int32_t household = -1;
    double areaM2 = 0;
};

/// What the records need to know of the parcels once they are written.
struct ParcelSummary {
    std::vector<LandNeed> needs;
    std::vector<ParcelKey> parcelOfHousehold; ///< of its house; sheet 0 when it was not surveyed
    std::vector<Polyline> shapeOfHousehold;
    std::uint64_t count = 0;
    FeatureTable faults; ///< role, key, rule: what a checker ought to find
};

/// Divides the land into parcels, 2 km by 2 km at a time, and writes parcels and truth/parcels.csv as it goes.
[[nodiscard]] Result<ParcelSummary> writeParcels(const Landscape& land, const std::string& folder, std::uint64_t wanted,
                                                 const Progress& progress);

} // namespace banlang::sample
