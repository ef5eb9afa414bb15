// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"
#include "core/model/report_resolution.h"
#include "core/store/records/detail/act_log.h"
#include "core/store/records/detail/batch_book.h"
#include "core/store/records/detail/report_log.h"

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace banlang::detail {

/// Rows of what comes in, by the record that they speak of; none where a record is only to be worked out anew.
using TouchedRecords = std::map<std::int64_t, std::vector<std::uint32_t>>;

/// What became of the reports of one batch.
struct BatchTally {
    RecordCounts counts;
    std::set<std::int64_t> named; ///< known records that it speaks of
};

/// Some records of one kind with all that was ever said of them, brought together in memory and written back. Used once: load,
/// settle, write, inside one transaction.
class RecordGroup {
public:
    /// Refers to the database and the book.
    struct Place {
        const Database& database;
        Role role;
        int epsg;
        const BatchBook& book;
    };
    explicit RecordGroup(const Place& place) : place_(place), table_(place.database, place.role, place.epsg), all_(place.role) {}

    [[nodiscard]] Result<void> load(const TouchedRecords& touched, const LoggedReports& incoming);
    /// Works out what the reports of each record come to; `compare`: each that comes in against those before it.
    [[nodiscard]] Result<void> settle(bool compare, std::map<std::int64_t, BatchTally>& tallies);
    [[nodiscard]] Result<void> write();
    /// Records whose row was removed, as nothing of them counts.
    [[nodiscard]] const std::vector<std::int64_t>& gone() const { return gone_; }

    /// What the records come to, one row per record, once settled.
    [[nodiscard]] const FeatureTable& values() const { return values_; }
    [[nodiscard]] const std::vector<ResolvedRecord>& resolved() const { return resolved_; }
    /// The reports of a record whose word on a field is the last, with those that it is in conflict with.
    [[nodiscard]] std::vector<StoredReport> lastOf(std::int64_t record, std::size_t field) const;

private:
    using Rows = std::vector<std::uint32_t>;
    struct Settlement;

    [[nodiscard]] Result<LoggedReports> loadSingle(const std::vector<std::int64_t>& records, const TouchedRecords& touched,
                                                   const LoggedReports& incoming) const;
    [[nodiscard]] RecordReport reportAt(std::uint32_t row) const;
    void compareLast(Settlement& record, std::map<std::int64_t, BatchTally>& tallies);
    void addKnownEdges(Settlement& record) const;
    void finish(const Settlement& record);
    void appendResolved(const Settlement& record, const RecordResolution& resolution);

    Place place_;
    ReportLog table_;
    LoggedReports all_;
    std::uint32_t firstIncoming_ = 0;
    std::map<std::int64_t, Rows> rowsOf_;                   ///< of all_, by record
    std::map<ReportPlace, std::vector<ReportPlace>> older_; ///< by newer report
    std::vector<ReportEdge> newEdges_;

    std::vector<std::int64_t> gone_;       ///< rising
    std::vector<ResolvedRecord> resolved_; ///< one per row of values_
    FeatureTable values_;
};

} // namespace banlang::detail
