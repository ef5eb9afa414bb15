// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/intake/batch.h"
#include "core/store/detail/sqlite.h"

namespace banlang::detail {

/// Appends the rows of a batch to its table and spatial index, and brings extent, count and time of change up to date. To be called
/// inside a transaction. Features are written along the Hilbert curve, so that near on the map is near in the file.
[[nodiscard]] Result<void> writeRows(const Database& database, const CheckedBatch& batch, std::int64_t batchId, int epsg,
                                     const Progress& progress);

} // namespace banlang::detail
