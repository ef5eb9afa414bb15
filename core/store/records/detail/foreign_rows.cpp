// SPDX-License-Identifier: MIT
#include "core/store/records/detail/foreign_rows.h"

#include "core/model/record_reports.h"
#include "core/model/record_traits.h"
#include "core/store/gpkg/detail/column_copy.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/store/records/detail/hand_reports.h"
#include "core/store/records/detail/original_reports.h"
#include "core/store/records/detail/record_writer.h"

#include <fmt/format.h>

namespace banlang::detail {
namespace {

/// Fields of a row that are not what its reports come to.
std::uint64_t changedFields(const FeatureTable& rows, std::uint32_t row, const FeatureTable& resolved, std::uint32_t there) {
    std::uint64_t changed = 0;
    for (std::size_t field = 0; field < rows.columns.size(); ++field) {
        if (!saysTheSame(rows, row, resolved, there, field)) changed |= fieldBit(field);
    }
    const bool placed = rows.geometry.kind != GeometryKind::none;
    return placed && !saysTheSame(rows, row, resolved, there, geometryPosition) ? changed | fieldBit(geometryPosition) : changed;
}

/// Of no batch that is known, or of several reports that are not there.
std::string strayCondition(const RecordKind& kind, bool hasLog) {
    const std::string summed =
        hasLog ? fmt::format(" AND fid NOT IN (SELECT record FROM \"{}\" WHERE record IS NOT NULL)", ReportLog::nameOf(kind)) : "";
    return fmt::format("batch IS NULL OR batch NOT IN (SELECT fid FROM banlang_batches) OR (source_row IS NULL{})", summed);
}

/// Stray, or a copy of a row with all that it says: of one report's, or of one that several reports come to.
std::string foreignCondition(const RecordKind& kind, bool hasLog) {
    return fmt::format(
        "({} OR fid IN (SELECT fid FROM (SELECT fid, row_number() OVER (PARTITION BY batch, source_row ORDER BY fid) AS "
        "nth FROM \"{}\" WHERE source_row IS NOT NULL) WHERE nth > 1))",
        strayCondition(kind, hasLog), kind.table);
}

Result<bool> anyRow(const Database& database, const RecordKind& kind, const std::string& condition) {
    Statement any = database.prepare(fmt::format("SELECT 1 FROM \"{}\" WHERE {} LIMIT 1", kind.table, condition));
    const bool found = any.row();
    if (!any.valid() || any.failed() || !any.done()) return Unexpected(database.error());
    return found;
}

} // namespace

Result<bool> adoptForeignRows(const Database& database, Role role, int epsg) {
    const RecordKind& kind = recordKind(role);
    const std::string foreign = foreignCondition(kind, ReportLog(database, role, epsg).exists());
    BANLANG_TRY(found, anyRow(database, kind, foreign));
    if (!found) return false;
    BANLANG_CHECK(markWriting(database));
    // Before there is a batch that they could be of.
    BANLANG_CHECK(database.run(
        fmt::format("UPDATE \"{}\" SET source_row = fid, occurrence = NULL, batch = -1 WHERE {}", kind.table, foreign)));
    // Who types a row into a table names the commune, and nobody the issuer.
    const bool numbersByCommune = traitsOf(role).scope == KeyScope::issuer &&
                                  findField(kind, fields::issued.issuer.name) != nullptr &&
                                  findField(kind, fields::placeReferences.communeCode.name) != nullptr;
    if (numbersByCommune)
        BANLANG_CHECK(
            database.run(fmt::format("UPDATE \"{}\" SET issuer = commune_code WHERE batch = -1 AND coalesce(issuer, '') = '' "
                                     "AND coalesce(commune_code, '') <> ''",
                                     kind.table)));
    Statement count = database.prepare(fmt::format("SELECT count(*) FROM \"{}\" WHERE batch = -1", kind.table));
    if (!count.valid() || !count.row()) return Unexpected(database.error());
    const auto rows = static_cast<std::size_t>(count.integer(0));
    if (!count.done()) return Unexpected(database.error());
    BANLANG_TRY(batch, addHandBatch(database, kind, {}, rows));
    BANLANG_CHECK(database.run(fmt::format("UPDATE \"{}\" SET batch = {} WHERE batch = -1", kind.table, batch)));
    return true;
}

namespace {

/// What the reports of some records come to, and where each record stands in it.
struct Resolved {
    RecordGroup group;
    std::map<std::int64_t, std::uint32_t> placeOf;
};

Result<Resolved> resolve(const RecordGroup::Place& place, const LoggedReports& current) {
    TouchedRecords records;
    for (const StoredReport& row : current.reports) records[row.record];
    Resolved resolved{RecordGroup(place), {}};
    BANLANG_CHECK(resolved.group.load(records, LoggedReports(place.role)));
    std::map<std::int64_t, BatchTally> none;
    BANLANG_CHECK(resolved.group.settle(false, none));
    for (std::uint32_t i = 0; i < resolved.group.resolved().size(); ++i) resolved.placeOf[resolved.group.resolved()[i].record] = i;
    return resolved;
}

/// The changed fields of a row, by the day of the word that each takes the place of: an earlier day keeps its own.
void addEdits(HandReports& edits, const RecordGroup& before, const LoggedReports& current, std::uint32_t row,
              std::uint64_t changed) {
    const std::int64_t record = current.reports[row].record;
    std::map<Date, std::pair<std::uint64_t, std::set<ReportPlace>>> ofDay;
    std::uint32_t occurrence = 0;
    for (std::size_t field = 0; field <= geometryPosition; ++field) {
        if ((changed & fieldBit(field)) == 0) continue;
        const std::vector<StoredReport> older = before.lastOf(record, field);
        auto& [fields, places] = ofDay[older.empty() ? Date{} : older.front().reportedOn];
        fields |= fieldBit(field);
        for (const StoredReport& report : older) {
            places.emplace(report.batch, report.sourceRow);
            occurrence = report.occurrence;
        }
    }
    for (const auto& [day, edit] : ofDay)
        edits.add(current.rows, row, edit.first, {record, occurrence, day},
                  std::vector<ReportPlace>(edit.second.begin(), edit.second.end()));
}

/// Values that it changed in rows that several reports come to become reports that take the place of those.
Result<void> adoptForeignEdits(const Database& database, Role role, int epsg) {
    const ReportLog log(database, role, epsg);
    if (!log.exists()) return {};
    BANLANG_TRY(current, log.readResolved());
    if (current.size() == 0) return {};
    BANLANG_TRY(book, BatchBook::read(database));
    BANLANG_TRY(before, resolve({database, role, epsg, book}, current));
    const RecordKind& kind = recordKind(role);
    const RecordKeyReader keysNow(current.rows, kind);
    const RecordKeyReader keysBefore(before.group.values(), kind);
    HandReports edits(database, role, epsg);
    for (std::uint32_t row = 0; row < current.size(); ++row) {
        const std::uint32_t place = before.placeOf.at(current.reports[row].record);
        const std::uint64_t changed = changedFields(current.rows, row, before.group.values(), place);
        if (changed == 0) continue;
        addEdits(edits, before.group, current, row, changed);
        const RecordKey now = keysNow.key(row);
        const RecordKey then = keysBefore.key(place);
        if (now == then) continue;
        const std::string subject = fmt::format("{} {} {}", kind.id, toText(then), toText(now));
        BANLANG_CHECK(ActLog(database).add({{}, std::string(act_kind::sameAs), subject, {}, {}, {}, {}}));
    }
    return edits.write();
}

/// Records that several reports come to and whose row it removed have ended, by hand: no report of theirs counts.
Result<void> adoptForeignRemovals(const Database& database, Role role, int epsg) {
    const RecordKind& kind = recordKind(role);
    if (!ReportLog(database, role, epsg).exists()) return {};
    Statement select = database.prepare(
        fmt::format(R"(SELECT batch, source_row FROM "{}" WHERE record IS NOT NULL AND record NOT IN (SELECT fid FROM "{}"))",
                    ReportLog::nameOf(kind), kind.table));
    std::vector<ReportPlace> places;
    while (select.row()) places.emplace_back(select.integer(0), static_cast<std::uint32_t>(select.integer(1)));
    if (!select.valid() || select.failed()) return Unexpected(database.error());
    if (places.empty()) return {};
    BANLANG_TRY(book, BatchBook::read(database));
    for (const ReportPlace& place : places) {
        BANLANG_CHECK(ActLog(database).add(
            {{}, std::string(act_kind::withdrawReport), book.reportId(place.first, place.second), {}, {}, {}, "row removed"}));
    }
    return database.run(fmt::format("UPDATE \"{0}\" SET record = NULL, counts = 0, disputed = 0 WHERE record IS NOT NULL AND "
                                    "record NOT IN (SELECT fid FROM \"{1}\")",
                                    ReportLog::nameOf(kind), kind.table));
}

/// Reports that a trigger kept of rows that say again what they said before.
Result<void> weighOriginals(const Database& database, Role role, int epsg) {
    Statement select =
        database.prepare(fmt::format("SELECT record FROM \"{}\" WHERE counts IS NULL", ReportLog::nameOf(recordKind(role))));
    std::vector<std::int64_t> records;
    while (select.row()) records.push_back(select.integer(0));
    if (!select.valid() || select.failed()) return Unexpected(database.error());
    if (records.empty()) return {};
    BANLANG_TRY(book, BatchBook::read(database));
    BANLANG_TRY(ledger, RecordLedger::read(database, role, epsg));
    return RecordWriter(database, role, epsg, book, ledger).recompute(std::move(records));
}

/// One record may not stand in two rows.
Result<void> uniteDoubles(const Database& database, Role role, int epsg) {
    BANLANG_TRY(book, BatchBook::read(database));
    BANLANG_TRY(ledger, RecordLedger::read(database, role, epsg));
    return RecordWriter(database, role, epsg, book, ledger).uniteDoubles();
}

} // namespace

Result<bool> mayHoldForeignChanges(const Database& database, int epsg) {
    const CopyState copy = copyStateOf(database);
    for (const RecordKind& kind : recordKinds()) {
        if (!copy.current[indexOf(kind.role)]) return true;
        BANLANG_TRY(stray, anyRow(database, kind, strayCondition(kind, ReportLog(database, kind.role, epsg).exists())));
        if (stray) return true;
    }
    return false;
}

Result<void> adoptForeignChanges(const Database& database, int epsg) {
    const CopyState copy = copyStateOf(database);
    for (const RecordKind& kind : recordKinds()) {
        if (copy.current[indexOf(kind.role)]) continue;
        const bool hasLog = ReportLog(database, kind.role, epsg).exists();
        if (hasLog) BANLANG_CHECK(separatePastedRows(database, kind));
        BANLANG_CHECK(adoptForeignRemovals(database, kind.role, epsg));
        BANLANG_TRY(added, adoptForeignRows(database, kind.role, epsg));
        BANLANG_CHECK(adoptForeignEdits(database, kind.role, epsg));
        if (hasLog) BANLANG_CHECK(weighOriginals(database, kind.role, epsg));
        if (added) BANLANG_CHECK(uniteDoubles(database, kind.role, epsg));
    }
    return {};
}

} // namespace banlang::detail
