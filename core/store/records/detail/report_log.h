// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_key.h"
#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/records/detail/act_log.h"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

// banlang_reports_<table>: reports of records of which several speak, and those that do not count now. A record with one report has
// it in its feature table alone, where it also says batch and source_row; a row that several reports come to says no source_row.

namespace banlang::detail {

/// What the store keeps of a report beside what it says.
struct StoredReport {
    std::int64_t fid = 0; ///< in banlang_reports_<table>; 0: it is a row of the feature table, or not written yet
    std::int64_t batch = 0;
    std::uint32_t sourceRow = 0;
    std::uint32_t occurrence = 0; ///< how many rows before it in its batch bear the same key
    Date reportedOn;              ///< no date: nobody said
    std::uint64_t erased = 0;     ///< fields that it says are blank
    std::uint64_t held = 0;       ///< fields that wait for a person
    std::uint64_t counts = 0;     ///< fields whose word holds from its day on; not said in the table: not weighed yet
    std::uint64_t disputed = 0;   ///< fields in which it is a party to a conflict
    std::int64_t record = 0;      ///< fid of the record's row; 0: none, as long as nothing of it counts
};

/// Reports of one kind with what they say; one per row.
struct LoggedReports {
    explicit LoggedReports(Role role) : rows(emptyTable(role)) {}
    FeatureTable rows;
    std::vector<StoredReport> reports;

    [[nodiscard]] std::size_t size() const { return reports.size(); }
    /// Fields that the report says something of, also that they are blank.
    [[nodiscard]] std::uint64_t stated(std::uint32_t row) const;
    void append(const LoggedReports& from, std::span<const std::uint32_t> chosen);
};
/// The value of a row of another column of the same type.
void appendValue(Column& column, const Column& from, std::uint32_t row);
/// The keys under which reports name their records.
[[nodiscard]] std::vector<RecordKey> reportKeys(const LoggedReports& reports, Role role);

/// A record and the batch of the last report that counts; 0: none does any more.
struct ResolvedRecord {
    std::int64_t record = 0;
    std::int64_t batch = 0;
};

/// One kind's reports in the store. All but the reading is to be called inside a transaction.
class ReportLog {
public:
    /// Refers to the database. `epsg`: of the geometries.
    ReportLog(const Database& database, Role role, int epsg) : database_(database), kind_(recordKind(role)), epsg_(epsg) {}

    [[nodiscard]] static std::string nameOf(const RecordKind& kind);
    [[nodiscard]] bool exists() const;
    [[nodiscard]] Result<void> create() const;    ///< the table where there is none yet, for the triggers of originals
    [[nodiscard]] Result<void> makeReady() const; ///< for the reports of this program, and for others to see

    /// By a condition on its own columns, in the order of records and days.
    [[nodiscard]] Result<LoggedReports> read(const std::string& condition, bool withGeometry = true) const;
    [[nodiscard]] Result<LoggedReports> readOfRecords(std::span<const std::int64_t> records) const;
    /// The rows of the feature table that are reports themselves: with these fids, or by a condition.
    [[nodiscard]] Result<LoggedReports> readSingle(std::span<const std::int64_t> fids) const;
    /// The rows of records that several reports speak of, as the feature table has them now.
    [[nodiscard]] Result<LoggedReports> readResolved() const;
    [[nodiscard]] Result<LoggedReports> readSingleWhere(const std::string& condition) const;

    /// The records that some reports are of, once per report that has one.
    [[nodiscard]] Result<std::vector<std::int64_t>> recordsOf(const std::set<ReportPlace>& reports) const;

    /// Who numbered the records of a batch, else their communes, as issuersOrCommunesOf() says them.
    [[nodiscard]] Result<std::vector<std::string>> issuersOf(std::int64_t batch) const;

    /// Writes reports that have no fid yet, and gives them one.
    [[nodiscard]] Result<void> insert(LoggedReports& reports) const;
    /// Writes what may change of reports that are there: record, held, counts, disputed.
    [[nodiscard]] Result<void> update(std::span<const StoredReport> reports) const;
    /// The row of each record becomes that of a table: what its reports come to. Records whose batch is 0 are passed over.
    [[nodiscard]] Result<void> updateRecords(const FeatureTable& values, std::span<const ResolvedRecord> records) const;
    [[nodiscard]] Result<void> removeRecords(std::span<const std::int64_t> records) const;

private:
    [[nodiscard]] Result<LoggedReports> readSelected(const std::string& sql) const;

    const Database& database_;
    const RecordKind& kind_;
    int epsg_;
};

/// The day as of which a row speaks: its own, else that of its batch.
[[nodiscard]] Date reportDayOf(const FeatureTable& rows, std::size_t row, Date ofBatch);

} // namespace banlang::detail
