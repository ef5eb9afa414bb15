// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"
#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/store.h"

namespace banlang::detail {

/// The list of batches and what was found wrong with their rows. All but the reading is to be called inside a transaction.
[[nodiscard]] Result<StoredBatch> writeBatch(const Database& database, const CheckedBatch& batch, const std::string& hash,
                                             std::int64_t importId);
[[nodiscard]] Result<void> writeProblems(const Database& database, const CheckedBatch& batch, std::int64_t batchId);
[[nodiscard]] Result<void> rememberProfile(const Database& database, const CheckedBatch& batch);
/// Brings the state of each batch to what the acts about it say; gives those that changed.
[[nodiscard]] Result<std::vector<StoredBatch>> renewStates(const Database& database);
/// A batch that counts again belongs to the import that brought it back.
[[nodiscard]] Result<void> setImport(const Database& database, std::int64_t batchId, std::int64_t importId);
[[nodiscard]] Result<std::vector<StoredBatch>> readBatches(const Database& database);
[[nodiscard]] std::int64_t nextImportId(const Database& database);
/// Code of the office whose store it is, as far as it is known.
[[nodiscard]] std::string officeOf(const Database& database);

} // namespace banlang::detail
