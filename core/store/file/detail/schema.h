// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/store/gpkg/detail/sqlite.h"

#include <string>

namespace banlang::detail {

inline constexpr int schemaVersion = 4;

/// A GeoPackage with a table for every kind of record and banlang_meta, banlang_batches, banlang_problems, banlang_plans,
/// banlang_rasters,
/// banlang_acts, banlang_supersedes, banlang_documents.
/// The file must not exist yet.
[[nodiscard]] Result<void> createGeoPackage(const std::string& path, int epsg);

/// Brings a store of an earlier version to this one, in place. Each step is one transaction.
[[nodiscard]] Result<void> migrate(const std::string& path, int epsg);

} // namespace banlang::detail
