// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/crs_detection.h"
#include "core/intake/geometry_repair.h"
#include "core/intake/profile/import_profile.h"

#include <string>
#include <vector>

namespace banlang {

/// Geometries in the store's CRS, and how they came there.
struct GeoreferencedGeometry {
    GeometryColumn geometry;
    std::string crs; ///< "EPSG:9209", or its name
    int epsg = 0;
    bool axesSwapped = false;
};

/// What is needed to find out where a layer lies.
struct GeoreferencingContext {
    CrsDetector& finder;
    const DistrictFootprint& footprint;
    ExpectedPlace expectedPlace;
    int storeEpsg;
    std::vector<Question>& questions;
};

/// What the file says of its CRS, a VN-2000 grid under a wrong datum put right; nothing when it says nothing.
[[nodiscard]] Result<std::optional<Crs>> declaredCrs(const RawLayer& raw);

/// The CRS of a layer is what the user said; else what the file says, if its features then lie where the district is; else the one
/// candidate that fits, which is told; else a question, and the layer stays out. Never a silent guess. Takes the geometry out of
/// the layer.
[[nodiscard]] Result<GeoreferencedGeometry> georeference(RawLayer& raw, const ImportProfile& userProfile,
                                                         const GeoreferencingContext& help, const ErrorPlace& where,
                                                         ProblemList& problems);

/// Single points far from the district that would lie in it with their axes exchanged are exchanged, and listed.
void fixAxisOrder(GeometryColumn& points, const DistrictFootprint& footprint, ProblemList& problems);

} // namespace banlang
