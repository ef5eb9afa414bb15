// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>

namespace banlang::detail {

/// Fails for a JSON file with more different names of properties than any table has columns. GDAL makes a field of each, in a time
/// that grows with the square of their number. Anything else is left to GDAL to judge.
[[nodiscard]] Result<void> checkJsonNames(const std::string& gdalName, const std::string& path);

} // namespace banlang::detail
