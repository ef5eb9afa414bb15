// SPDX-License-Identifier: MIT
#include "core/store/records/detail/foreign_rows.h"

#include "core/model/record_reports.h"
#include "core/store/records/detail/record_group.h"

#include <fmt/format.h>

#include <optional>

namespace banlang::detail {
namespace {

/// A batch of what somebody wrote into the tables; gives its number. `count`: SQL that counts its rows.
Result<std::int64_t> addHandBatch(const Database& database, const RecordKind& kind, const std::string& count) {
    Statement insert = database.prepare(
        fmt::format("INSERT INTO banlang_batches (file, layer, sha, role, imported_at, encoding, crs, mapping, plan, state, "
                    "import, replaced_by, hash, "
                    "origin, rows_read, rows_loaded, rows_rejected) SELECT '', '{0}', '', '{1}', strftime('%Y-%m-%dT%H:%M:%SZ', "
                    "'now'), '', '', '', '', "
                    "'live', coalesce((SELECT max(import) FROM banlang_batches), 0) + 1, 0, 'hand-' || lower(hex(randomblob(16))), "
                    "coalesce((SELECT value FROM banlang_meta WHERE key = 'office'), ''), ({2}), ({2}), 0 RETURNING fid",
                    kind.table, kind.id, count));
    if (!insert.valid() || !insert.row()) return Unexpected(database.error());
    const std::int64_t batch = insert.integer(0);
    if (!insert.done()) return Unexpected(database.error());
    return batch;
}

/// Fields of a row that are not what its reports come to.
std::uint64_t changedFields(const FeatureTable& rows, std::uint32_t row, const FeatureTable& resolved, std::uint32_t there) {
    std::uint64_t changed = 0;
    for (std::size_t field = 0; field < rows.columns.size(); ++field) {
        if (!saysTheSame(rows, row, resolved, there, field)) changed |= fieldBit(field);
    }
    const bool placed = rows.geometry.kind != GeometryKind::none;
    return placed && !saysTheSame(rows, row, resolved, there, geometryPosition) ? changed | fieldBit(geometryPosition) : changed;
}

/// A report that says these fields of a row and no others.
void appendEdit(LoggedReports& edits, const FeatureTable& rows, std::uint32_t row, std::uint64_t fields, std::int64_t record) {
    for (std::size_t field = 0; field < rows.columns.size(); ++field) {
        const Column& from = rows.columns[field];
        Column& column = edits.rows.columns[field];
        if ((fields & fieldBit(field)) == 0 || from.isMissing(row))
            column.appendMissing();
        else if (column.type == ColumnType::text)
            column.text.append(from.text[row]);
        else if (column.type == ColumnType::number)
            column.numbers.push_back(from.numbers[row]);
        else
            column.dates.push_back(from.dates[row]);
    }
    if (rows.geometry.kind != GeometryKind::none) {
        if ((fields & fieldBit(geometryPosition)) != 0)
            edits.rows.geometry.appendFeature(rows.geometry, row);
        else
            edits.rows.geometry.endFeature();
    }
    ++edits.rows.rowCount;
    StoredReport& report = edits.reports.emplace_back();
    report.sourceRow = static_cast<std::uint32_t>(record);
    report.erased = fields & ~statedBy(edits.rows, static_cast<std::uint32_t>(edits.rows.rowCount - 1));
    report.record = record;
}

} // namespace

Result<void> adoptForeignRows(const Database& database, Role role) {
    const RecordKind& kind = recordKind(role);
    constexpr std::string_view foreign = "(batch IS NULL OR batch NOT IN (SELECT fid FROM banlang_batches))";
    Statement any = database.prepare(fmt::format("SELECT 1 FROM \"{}\" WHERE {} LIMIT 1", kind.table, foreign));
    const bool found = any.row();
    if (!any.valid() || any.failed() || !any.done()) return Unexpected(database.error());
    if (!found) return {};
    // Before there is a batch that they could be of.
    BANLANG_CHECK(database.run(
        fmt::format("UPDATE \"{}\" SET source_row = fid, occurrence = NULL, batch = -1 WHERE {}", kind.table, foreign)));
    BANLANG_TRY(batch, addHandBatch(database, kind, fmt::format("SELECT count(*) FROM \"{}\" WHERE batch = -1", kind.table)));
    return database.run(fmt::format("UPDATE \"{}\" SET batch = {} WHERE batch = -1", kind.table, batch));
}

Result<void> adoptForeignEdits(const Database& database, Role role, int epsg) {
    const ReportLog log(database, role, epsg);
    if (!log.exists()) return {};
    BANLANG_TRY(current, log.readResolved());
    if (current.size() == 0) return {};
    TouchedRecords records;
    for (const StoredReport& row : current.reports) records[row.record];
    BANLANG_TRY(book, BatchBook::read(database));
    RecordGroup before({database, role, epsg, book});
    BANLANG_CHECK(before.load(records, LoggedReports(role)));
    std::map<std::int64_t, BatchTally> none;
    BANLANG_CHECK(before.settle(false, none));
    std::map<std::int64_t, std::uint32_t> placeOf;
    for (std::uint32_t i = 0; i < before.resolved().size(); ++i) placeOf[before.resolved()[i].record] = i;
    LoggedReports edits(role);
    std::vector<ReportEdge> edges;
    TouchedRecords touched;
    for (std::uint32_t row = 0; row < current.size(); ++row) {
        const std::int64_t record = current.reports[row].record;
        const std::uint64_t changed = changedFields(current.rows, row, before.values(), placeOf.at(record));
        if (changed == 0) continue;
        touched[record].push_back(static_cast<std::uint32_t>(edits.size()));
        appendEdit(edits, current.rows, row, changed, record);
        for (const StoredReport& older : before.counting(record, changed))
            edges.push_back({0, edits.reports.back().sourceRow, older.batch, older.sourceRow});
    }
    if (touched.empty()) return {};
    BANLANG_TRY(batch, addHandBatch(database, recordKind(role), fmt::format("SELECT {}", edits.size())));
    for (StoredReport& report : edits.reports) report.batch = batch;
    for (ReportEdge& edge : edges) edge.newerBatch = batch;
    BANLANG_CHECK(addEdges(database, edges));
    BANLANG_TRY(after, BatchBook::read(database));
    RecordGroup group({database, role, epsg, after});
    BANLANG_CHECK(group.load(touched, edits));
    BANLANG_CHECK(group.settle(false, none));
    return group.write();
}

} // namespace banlang::detail
