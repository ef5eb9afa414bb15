// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"
#include "core/store/gpkg/detail/sqlite.h"

#include <span>

namespace banlang::detail {

/// What the index holds of one row. Boxes of features that are near each other should follow each other.
struct IndexEntry {
    std::int64_t fid = 0;
    Box box;
};

/// Adds boxes to the spatial index (an R*Tree of SQLite) of a table. An index that is still empty is built at once from full nodes,
/// which is many times faster than a million insertions; to one that holds rows they are added one by one.
[[nodiscard]] Result<void> addToSpatialIndex(const Database& database, std::string_view table, std::span<const IndexEntry> entries);

} // namespace banlang::detail
