// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace banlang {

/// The store keeps a terrain as it is, and shading reads all of it. A province at 12.5 m has a tenth of these pixels.
inline constexpr std::uintmax_t largestTerrain = std::uintmax_t{512} * 1024 * 1024;
inline constexpr std::int64_t mostTerrainPixels = 1'000'000'000;

/// The bytes of a GeoTIFF that holds heights at places; fails for files that cannot be drawn, and before
/// anything is read for those that are too large to be a terrain.
[[nodiscard]] Result<std::string> readTerrainFile(const std::string& path);

} // namespace banlang
