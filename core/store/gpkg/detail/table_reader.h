// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/model/record_kinds.h"
#include "core/store/gpkg/detail/sqlite.h"

namespace banlang::detail {

struct TableRead {
    FeatureTable table;
    std::size_t unreadable = 0; ///< geometries that are none: cut off, or at no place
    std::int64_t firstFid = 0;  ///< of the first of these
};

/// Reads one table. Large tables are read in ranges of row numbers by several connections side by side, where `database` is in a
/// transaction that holds for all of them. Geometries that cannot be read are warned of.
[[nodiscard]] Result<TableRead> readTable(const Database& database, Role role, const Progress& progress);

/// Appends the row that a statement stands at: `first` is the number of its first column, which are the geometry, where the kind
/// has one, and the fields in the kind's order. False where there is a geometry that cannot be read: the row has none then.
bool appendRow(FeatureTable& table, const RecordKind& kind, const Statement& select, int first);
/// These columns for a SELECT; `withGeometry`: NULL stands for the geometry otherwise.
[[nodiscard]] std::string columnList(const RecordKind& kind, bool withGeometry = true);

} // namespace banlang::detail
