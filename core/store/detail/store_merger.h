// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/merge.h"
#include "core/store/records/detail/batch_book.h"
#include "core/store/records/detail/merge_tables.h"
#include "core/store/records/detail/record_writer.h"

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace banlang::detail {

/// Brings one store into another. Used once, inside a transaction of the latter.
class StoreMerger {
public:
    /// Refers to both.
    StoreMerger(const StoreFile& from, const StoreFile& into) : from_(from), into_(into) {}

    /// `wanted`: numbers of batches of `from`.
    [[nodiscard]] Result<MergeReport> merge(const std::set<std::int64_t>& wanted, const Progress& progress);

private:
    using Reports = std::set<ReportPlace>;
    [[nodiscard]] Result<void> tellStates(const std::set<std::int64_t>& fresh);
    [[nodiscard]] Reports reportsActedOn() const;
    [[nodiscard]] Result<Reports> withAllAbove(Reports reports) const;
    [[nodiscard]] Result<void> mergeKind(Role role, const Progress& progress);
    [[nodiscard]] Result<std::set<std::int64_t>> newBatchesOf(Role role) const;
    [[nodiscard]] Result<LoggedReports> incomingRows(Role role) const;
    [[nodiscard]] Result<void> takeHolds(Role role, RecordWriter& writer);
    [[nodiscard]] Result<std::vector<std::int64_t>> disputedOf(Role role, const std::set<std::int64_t>& batches) const;
    [[nodiscard]] Result<void> follow(Role role, RecordWriter& writer, const Progress& progress);

    const StoreFile& from_;
    const StoreFile& into_;
    MergedTables tables_;
    BatchBook book_;
    std::vector<StoredBatch> changed_; ///< batches that were here and count no longer, or again
    Reports touched_;
    MergeReport report_;
};

} // namespace banlang::detail
