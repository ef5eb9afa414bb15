// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/model/record_kinds.h"
#include "core/store/detail/sqlite.h"

namespace banlang::detail {

/// Reads one table, but for the rows of some batches. Large tables are read in ranges of row numbers by several connections side by
/// side.
[[nodiscard]] Result<FeatureTable> readTable(const std::string& path, const Database& database, Role role,
                                             const std::vector<std::int64_t>& withoutBatches, const Progress& progress);

/// The rows of one batch in a table of the shape of the role's own.
[[nodiscard]] Result<FeatureTable> readBatchRows(const Database& database, std::string_view table, Role role, std::int64_t batchId);

} // namespace banlang::detail
