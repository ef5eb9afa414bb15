// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstddef>
#include <string>

namespace banlang {

struct StoreCrsChange {
    int fromEpsg = 0;
    int toEpsg = 0;
    std::size_t geometries = 0; ///< of records and of reports that were transformed
};

/// EPSG code of the CRS that all geometries of a store are in.
[[nodiscard]] Result<int> storedCrs(const std::string& storePath);

/// Brings all of a store into another projected CRS, in one transaction: geometries of records and of all their reports, centres of
/// units, extents and spatial indexes. Batches keep their hashes, and what other programs changed before stays told as such.
/// Terrain and pictures below the map stay as they are: they say their own CRS. Whoever has the store open meanwhile opens it
/// again. Fails for degrees and for a grid that is off by more than one in a hundred there. Cost: some 15 seconds for a million
/// parcels.
[[nodiscard]] Result<StoreCrsChange> changeStoreCrs(const std::string& storePath, int epsg, const Progress& progress = {});

// A new store may get nothing that lies anywhere, or data that two zones fit: it then notes that its CRS is open.

/// Whether the CRS of a store is open and nothing lies in it yet that it would matter to.
[[nodiscard]] Result<bool> awaitsCrs(const std::string& storePath);
[[nodiscard]] Result<void> leaveCrsOpen(const std::string& storePath);

} // namespace banlang
