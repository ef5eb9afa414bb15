// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/ground.h"
#include "core/intake/place.h"
#include "core/intake/plan.h"

#include <string>
#include <vector>

namespace banlang {

/// Geometries in the store's CRS, and how they came there.
struct PlacedGeometry {
    GeometryColumn geometry;
    std::string crs; ///< "EPSG:9209", or its name
    int epsg = 0;
    bool axesSwapped = false;
};

/// What is needed to find out where a layer lies.
struct PlacingHelp {
    PlaceFinder& finder;
    const Outline& outline;
    OwnPlace ownPlace;
    int storeEpsg;
    std::vector<Question>& questions;
};

/// What the file says of its CRS, a VN-2000 grid under a wrong datum put right; nothing when it says nothing.
[[nodiscard]] Result<std::optional<Crs>> declaredCrs(const RawLayer& raw);

/// The CRS of a layer is what the user said; else what the file says, if its features then lie where the district is; else the one
/// candidate that fits, which is told; else a question, and the layer stays out. Never a silent guess. Takes the geometry out of
/// the layer.
[[nodiscard]] Result<PlacedGeometry> placeGeometry(RawLayer& raw, const LayerPlan& decided, const PlacingHelp& help,
                                                   const ErrorPlace& where, ProblemList& problems);

/// Single points far from the district that would lie in it with their axes exchanged are exchanged, and listed.
void mendSwappedPoints(GeometryColumn& points, const Outline& outline, ProblemList& problems);

} // namespace banlang
