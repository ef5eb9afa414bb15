// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/intake/batch.h"
#include "core/store/detail/complete_lists.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/records/detail/batch_book.h"
#include "core/store/records/detail/record_writer.h"
#include "core/store/store.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace banlang::detail {

/// Brings the checked batches of one import into a store: each row into its record, new ones where none bears its number. Takes
/// nothing away; what files no longer name is told in the batches, with what became of every row. Used once, inside a transaction.
class ImportWriter {
public:
    explicit ImportWriter(const StoreFile& file) : file_(file) {} ///< refers to it

    /// Batches are in the order of their roles. Those whose content is there already are told, not stored again.
    [[nodiscard]] Result<std::vector<StoredBatch>> write(std::vector<CheckedBatch>& batches, const Progress& progress);

private:
    [[nodiscard]] Result<void> checkRememberedComplete(CheckedBatch& batch) const;
    [[nodiscard]] Result<void> writeOne(CheckedBatch& batch, const Progress& progress);
    [[nodiscard]] Result<void> countAgain(const std::string& hash) const;
    [[nodiscard]] Result<void> bringBack(CheckedBatch& batch, const StoredBatch& before, const Progress& progress);
    [[nodiscard]] Result<bool> supersedeReadings(const CheckedBatch& batch, const std::string& hash);
    [[nodiscard]] Result<void> putReadingsAside();
    [[nodiscard]] Result<void> putAside(const StoredBatch& batch);
    [[nodiscard]] Result<void> makeLedger(Role role);
    void tellLeftOut(CheckedBatch& batch, const std::string& hash, const std::vector<std::int64_t>& named,
                     const std::vector<std::uint32_t>& waiting);
    [[nodiscard]] const StoredBatch* findByHash(const std::string& hash) const;
    [[nodiscard]] bool saidBefore(const CheckedBatch& batch) const;

    const StoreFile& file_;
    std::int64_t importId_ = 0;
    std::vector<StoredBatch> known_;
    BatchBook book_;
    bool lastOfKind_ = false; ///< the batch that is being written: no other of its kind follows
    std::optional<Role> ledgerRole_;
    std::optional<RecordLedger> ledger_;
    std::vector<StoredBatch> stored_;
    CompleteLists lists_;
};

} // namespace banlang::detail
