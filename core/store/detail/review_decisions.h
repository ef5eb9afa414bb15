// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/detail/leftover_pairs.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/records/detail/batch_book.h"
#include "core/store/records/detail/hand_reports.h"
#include "core/store/records/detail/record_ledger.h"
#include "core/store/review.h"
#include "core/store/store.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banlang::detail {

/// Carries out what people decided. Used once, inside a transaction.
class ReviewVerdicts {
public:
    explicit ReviewVerdicts(const StoreFile& file) : file_(file) {} ///< refers to it
    [[nodiscard]] Result<void> decide(std::span<const ReviewVerdict> decisions, const Progress& progress);

private:
    /// The report that a decision is about, with the kind of its record.
    struct Subject {
        Role role;
        LoggedReports report; ///< one row
    };
    [[nodiscard]] Result<void> decideReport(const ReviewVerdict& decision);
    [[nodiscard]] Result<void> decideBatch(const ReviewVerdict& decision);
    [[nodiscard]] Result<Subject> subjectOf(const ReviewVerdict& decision) const;
    [[nodiscard]] Result<void> right(const ReviewVerdict& decision, const Subject& subject);
    [[nodiscard]] Result<void> separate(const ReviewVerdict& decision, const Subject& subject);
    [[nodiscard]] Result<void> sameAs(const ReviewVerdict& decision, const Subject& subject, const std::string& target);
    [[nodiscard]] Result<RecordKey> keyOf(const ReviewVerdict& decision, Role role, const std::string& target);
    [[nodiscard]] Result<std::vector<StoredReport>> rivalsOf(const Subject& subject, std::int64_t record,
                                                             std::uint64_t fields) const;
    [[nodiscard]] Result<void> putAbove(const Subject& subject, std::int64_t record);
    [[nodiscard]] Result<void> sayByHand(const Subject& subject);
    [[nodiscard]] Result<void> bringBack(const ReviewVerdict& decision, const StoredBatch& batch);
    [[nodiscard]] Result<void> add(std::string_view kind, std::string subject, std::string supersedes,
                                   const ReviewVerdict& decision) const;
    [[nodiscard]] Result<RecordLedger*> ledgerOf(Role role);
    [[nodiscard]] Result<void> settle(const Progress& progress);

    const StoreFile& file_;
    BatchBook book_;
    std::vector<StoredBatch> batches_;
    std::map<Role, RecordLedger> ledgers_; ///< as they were before
    std::map<Role, LooseIndex> looseIndexes_;
    std::map<Role, HandReports> byHand_;
    std::map<Role, std::vector<std::int64_t>> touched_;
};

} // namespace banlang::detail
