// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/model/record_kinds.h"
#include "core/store/gpkg/detail/sqlite.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace banlang::detail {

/// Where a row of a feature table comes from, when one report is all that is said of its record.
struct RowOrigin {
    std::int64_t batch = 0;
    std::uint32_t sourceRow = 0;
    std::uint32_t occurrence = 0; ///< how many rows before it in its batch bear the same key
};

/// Rows of a table to be written: those of `chosen`; `origins` one per row of `rows`.
struct RowsToWrite {
    Role role = Role::communes;
    const FeatureTable& rows;
    std::span<const RowOrigin> origins;
    std::span<const std::uint32_t> chosen;
};

/// Appends rows to their table and spatial index, and brings extent, count and time of change up to date. To be called inside a
/// transaction. Features are written along the Hilbert curve, so that near on the map is near in the file. Gives the fid of each
/// chosen row.
[[nodiscard]] Result<std::vector<std::int64_t>> writeRows(const Database& database, const RowsToWrite& rows, int epsg,
                                                          const Progress& progress);

/// Binds the geometry, where the kind has one, and all fields of a row to parameters from `first` on. The texts live in `buffers`
/// until the next row.
struct RowBuffers {
    std::vector<std::string> dates;
    std::vector<std::byte> geometry;
};
void bindRow(Statement& statement, int first, const RecordKind& kind, const FeatureTable& rows, std::size_t row, int epsg,
             RowBuffers& buffers);

} // namespace banlang::detail
