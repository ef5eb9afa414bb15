// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"
#include "core/store/detail/sqlite.h"
#include "core/store/store.h"

namespace banlang::detail {

/// The list of batches and what was found wrong with their rows. All but the reading is to be called inside a transaction.
[[nodiscard]] Result<StoredBatch> writeBatch(const Database& database, const CheckedBatch& batch, std::int64_t importId);
[[nodiscard]] Result<void> writeProblems(const Database& database, const CheckedBatch& batch, std::int64_t batchId);
[[nodiscard]] Result<void> rememberProfile(const Database& database, const CheckedBatch& batch);
[[nodiscard]] Result<void> setState(const Database& database, std::int64_t batchId, BatchState state, std::int64_t replacedBy);
[[nodiscard]] Result<std::vector<StoredBatch>> readBatches(const Database& database);
[[nodiscard]] std::int64_t nextImportId(const Database& database);

/// Moves the rows of a batch out of its table into banlang_history_<table>, or back. To be called inside a transaction.
[[nodiscard]] Result<void> putAside(const Database& database, const StoredBatch& batch);
[[nodiscard]] Result<void> bringBack(const Database& database, const StoredBatch& batch, int epsg, const Progress& progress);

} // namespace banlang::detail
