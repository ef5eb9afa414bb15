// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/store/records/detail/record_group.h"
#include "core/store/records/detail/record_ledger.h"
#include "core/store/records/detail/report_log.h"

#include <cstdint>
#include <map>
#include <vector>

namespace banlang::detail {

/// Reports that come in, with the key of each.
struct IncomingReports {
    LoggedReports reports;
    std::vector<RecordKey> keys; ///< one per report
    bool compare = false;        ///< against what is known: new words, with what they supersede and what has to wait
    bool distinct = false;       ///< no two of the keys are equal
    bool isLast = false;         ///< nobody asks the ledger for these records afterwards
};
/// Reports that the store keeps, with their keys.
[[nodiscard]] IncomingReports incomingFrom(LoggedReports reports, Role role, bool compare);

/// Fields of a report, as bits, that wait for a person.
struct WaitingReport {
    ReportPlace place;
    std::uint64_t fields = 0;
};

/// Brings reports of one kind into their records, and records to what their reports come to. To be used inside a transaction.
class RecordWriter {
public:
    /// Refers to all. The ledger learns what is added.
    RecordWriter(const Database& database, Role role, int epsg, const BatchBook& book, RecordLedger& ledger)
        : database_(database), role_(role), epsg_(epsg), book_(book), ledger_(ledger), table_(database, role, epsg) {}

    /// Reports that count get into their records, new ones where none bears the key; the others are kept aside.
    [[nodiscard]] Result<void> attach(IncomingReports incoming, const Progress& progress);
    /// Takes the reports of a batch that counts no longer out of their records.
    [[nodiscard]] Result<void> putAside(std::int64_t batch);
    /// Brings the reports of a batch that counts again back into their records.
    [[nodiscard]] Result<void> bringBack(std::int64_t batch, bool compare, const Progress& progress);
    /// Brings reports into their records that stand aside and have no reason to any more.
    [[nodiscard]] Result<void> attachAside(const Progress& progress);
    /// Reports that a person released wait no longer.
    [[nodiscard]] Result<void> release(const Progress& progress);
    /// Reports wait for a person with these fields. `records`: those that they are of.
    [[nodiscard]] Result<void> hold(std::span<const WaitingReport> reports, const std::vector<std::int64_t>& records);
    /// Records that the ledger found to be one become one.
    [[nodiscard]] Result<void> uniteDoubles();
    /// Works out anew what the reports of these records come to.
    [[nodiscard]] Result<void> recompute(std::vector<std::int64_t> records);

    /// What became of the reports that were compared, by batch.
    [[nodiscard]] const std::map<std::int64_t, BatchTally>& tallies() const { return tallies_; }

private:
    [[nodiscard]] Result<void> keepAside(const LoggedReports& reports, const std::vector<std::uint32_t>& rows);
    [[nodiscard]] Result<void> writeNew(IncomingReports& incoming, const std::vector<std::uint32_t>& rows,
                                        const Progress& progress);
    [[nodiscard]] Result<void> touch(const TouchedRecords& touched, const LoggedReports& incoming, bool compare,
                                     const Progress& progress);

    const Database& database_;
    Role role_;
    int epsg_;
    const BatchBook& book_;
    RecordLedger& ledger_;
    ReportLog table_;
    std::map<std::int64_t, BatchTally> tallies_;
};

} // namespace banlang::detail
