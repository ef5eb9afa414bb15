// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>

namespace banlang {

/// The bytes of a GeoTIFF that holds heights at places; fails for files that cannot be drawn.
[[nodiscard]] Result<std::string> readTerrainFile(const std::string& path);

} // namespace banlang
