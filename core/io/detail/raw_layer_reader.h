// SPDX-License-Identifier: MIT
#pragma once

#include "core/io/source.h"

#include <gdal_priv.h>

namespace banlang::detail {

/// What kind of column the geometries of a layer go into; looks at the features when the layer does not say.
[[nodiscard]] GeometryKind geometryKindOf(OGRLayer& layer);

/// Both read every feature. The first wants a driver with a fast Arrow stream, the second takes any.
[[nodiscard]] bool readByArrow(OGRLayer& layer, RawLayer& raw, const Progress& progress);
[[nodiscard]] bool readByFeature(OGRLayer& layer, RawLayer& raw, const Progress& progress);

/// Adds one feature; kinds that do not fit become empty, curves become lines. `bytes` is working space.
void appendGeometry(RawLayer& raw, const OGRGeometry* geometry, std::vector<unsigned char>& bytes);

[[nodiscard]] std::string wktOf(const OGRSpatialReference* crs); ///< empty when there is none

} // namespace banlang::detail
