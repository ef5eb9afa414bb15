// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/geo/raster_source.h"

#include <string>

namespace banlang {

/// Where the smaller copies of a raster are kept: $XDG_CACHE_HOME/banlang/rasters, in a file named by the raster's path, size and
/// time of change. It may be deleted at any time. Empty when the raster cannot be found.
[[nodiscard]] std::string rasterOverviewPath(const std::string& rasterPath);

/// Makes the smaller copies of a raster in the cache; the raster is not touched. Reads all of it once: 20,000 x 20,000 pixels take
/// about 5 s on two cores. When it is stopped or fails nothing is left behind. Copies of an earlier state of the same file are
/// removed.
[[nodiscard]] Result<void> buildRasterOverviews(const std::string& rasterPath, const Progress& progress = {});

/// Opens a raster; one that would be slow gets its smaller copies first. When those cannot be made it is opened all the same, and
/// its info says that it is slow; when the making is stopped nothing is opened.
[[nodiscard]] Result<std::shared_ptr<const RasterSource>> openWithOverviews(const std::string& path, int districtEpsg,
                                                                            const Box& district, const Progress& progress = {});

} // namespace banlang
