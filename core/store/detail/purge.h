// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/file/detail/store_file.h"
#include "core/store/store.h"

#include <vector>

namespace banlang::detail {

/// Removes all that batches which were taken back had brought: rows, what was told of them, names of files. What stays is that
/// there was such a batch, by its hash, with its counts; wherever that word arrives they are removed too, and a merge brings them
/// no more. To be called inside a transaction; free pages are left to whoever writes.
[[nodiscard]] Result<void> purgeBatches(const StoreFile& file, const std::vector<StoredBatch>& batches, const std::string& by);

/// The same of batches that another store removed: those that its acts name and that are still here. Gives them as they were.
[[nodiscard]] Result<std::vector<StoredBatch>> applyPurges(const StoreFile& file);

} // namespace banlang::detail
