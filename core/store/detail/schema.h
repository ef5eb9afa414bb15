// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>

namespace banlang::detail {

inline constexpr int schemaVersion = 1;

/// A GeoPackage with a table for every kind of record and banlang_meta, banlang_batches, banlang_problems, banlang_rasters.
/// The file must not exist yet.
[[nodiscard]] Result<void> createGeoPackage(const std::string& path, int epsg);

} // namespace banlang::detail
