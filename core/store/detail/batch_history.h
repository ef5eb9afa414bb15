// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/intake/batch.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace banlang::detail {

/// The batches of a store: what each import brought and what was taken back. What is written is one transaction; the copy of the
/// tables is left to whoever writes.
class BatchHistory {
public:
    explicit BatchHistory(const StoreFile& file) : file_(file) {} ///< refers to it
    [[nodiscard]] Result<std::vector<StoredBatch>> all() const;   ///< in the order of import
    /// What people decided, by file name and layer.
    [[nodiscard]] Result<ImportProfiles> rememberedProfiles() const;
    /// What became of every row is told in the batches, whose rows are used up. `dryRun`: all is worked out and nothing is kept.
    [[nodiscard]] Result<std::vector<StoredBatch>> append(std::vector<CheckedBatch>& batches,
                                                          const std::optional<std::string>& terrainTiff, bool dryRun,
                                                          const Progress& progress) const;
    /// What they say counts no longer; a reading that one of them had taken the place of counts again. Fails (usage:
    /// batch-not-live) when one of them is not live.
    [[nodiscard]] Result<std::vector<StoredBatch>> undo(const std::vector<std::int64_t>& batchIds, const Progress& progress,
                                                        const std::string& by = {}) const;
    /// What they say counts again. Fails (usage: batch-not-undone) when one of them was not taken back.
    [[nodiscard]] Result<std::vector<StoredBatch>> redo(const std::vector<std::int64_t>& batchIds, const Progress& progress,
                                                        const std::string& by = {}) const;

    /// Removes for good what batches had brought that were taken back. Fails (usage: batch-not-undone) when one of them was not.
    [[nodiscard]] Result<std::vector<StoredBatch>> purge(const std::vector<std::int64_t>& batchIds, const Progress& progress,
                                                         const std::string& by = {}) const;

private:
    [[nodiscard]] Result<std::vector<StoredBatch>> chosen(const std::vector<std::int64_t>& batchIds, BatchState state) const;
    const StoreFile& file_;
};

} // namespace banlang::detail
