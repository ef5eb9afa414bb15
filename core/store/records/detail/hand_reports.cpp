// SPDX-License-Identifier: MIT
#include "core/store/records/detail/hand_reports.h"

#include "core/model/record_reports.h"
#include "core/model/report_resolution.h"
#include "core/store/records/detail/record_group.h"

#include <fmt/format.h>

#include <string_view>

namespace banlang::detail {
namespace {

/// A row that says these fields of another and no others.
void appendFields(FeatureTable& rows, const FeatureTable& from, std::uint32_t row, std::uint64_t fields) {
    for (std::size_t field = 0; field < rows.columns.size(); ++field) {
        if ((fields & fieldBit(field)) != 0)
            appendValue(rows.columns[field], from.columns[field], row);
        else
            rows.columns[field].appendMissing();
    }
    if (rows.geometry.kind != GeometryKind::none) {
        if ((fields & fieldBit(geometryPosition)) != 0)
            rows.geometry.appendFeature(from.geometry, row);
        else
            rows.geometry.endFeature();
    }
    ++rows.rowCount;
}

} // namespace

Result<std::int64_t> addHandBatch(const Database& database, const RecordKind& kind, Date day, std::size_t count) {
    Statement insert = database.prepare(
        "INSERT INTO banlang_batches (file, layer, sha, role, imported_at, encoding, crs, mapping, plan, state, import, "
        "replaced_by, "
        "hash, origin, reported_on, rows_read, rows_loaded, rows_rejected) VALUES ('', ?1, '', ?2, strftime('%Y-%m-%dT%H:%M:%SZ', "
        "'now'), '', '', '', '', 'live', coalesce((SELECT max(import) FROM banlang_batches), 0) + 1, 0, 'hand-' || "
        "lower(hex(randomblob(16))), coalesce((SELECT value FROM banlang_meta WHERE key = 'office'), ''), nullif(?3, ''), ?4, ?4, "
        "0) "
        "RETURNING fid");
    const std::string reportedOn = day.known() ? toIso(day) : std::string();
    insert.bind(1, kind.table);
    insert.bind(2, kind.id);
    insert.bind(3, std::string_view(reportedOn));
    insert.bind(4, static_cast<std::int64_t>(count));
    if (!insert.valid() || !insert.row()) return Unexpected(database.error());
    const std::int64_t batch = insert.integer(0);
    if (!insert.done()) return Unexpected(database.error());
    return batch;
}

Result<std::string> handBatchHash(const Database& database, std::int64_t batch, Role role, int epsg) {
    const RecordKind& kind = recordKind(role);
    std::vector<std::string> tables{std::string(kind.table)};
    if (ReportLog(database, role, epsg).exists()) tables.push_back(ReportLog::nameOf(kind));
    std::string said;
    for (const std::string& table : tables) {
        std::string columns = "source_row";
        for (const RecordField& field : kind.fields) columns += fmt::format(", \"{}\"", field.name);
        if (kind.geometry != GeometryKind::none) columns += ", hex(geom)";
        Statement select =
            database.prepare(fmt::format("SELECT {} FROM \"{}\" WHERE batch = ? ORDER BY source_row, fid", columns, table));
        select.bind(1, batch);
        const int count = static_cast<int>(kind.fields.size()) + 1 + (kind.geometry != GeometryKind::none ? 1 : 0);
        while (select.row()) {
            for (int column = 0; column < count; ++column) said += fmt::format("{}\x1f", select.text(column));
        }
        if (!select.valid() || select.failed()) return Unexpected(database.error());
    }
    return fmt::format("hand-{}", toText(numberedKey({"hand", kind.id, said})));
}

void HandReports::add(const FeatureTable& values, std::uint32_t row, std::uint64_t fields, const Subject& subject,
                      std::span<const ReportPlace> older) {
    OfDay& ofDay = ofDay_.try_emplace(subject.day, role_).first->second;
    const std::uint64_t names = RecordKeyReader(values, recordKind(role_)).keyColumns(row);
    appendFields(ofDay.reports.rows, values, row, fields | names);
    StoredReport& report = ofDay.reports.reports.emplace_back();
    report.sourceRow = static_cast<std::uint32_t>(ofDay.reports.size());
    report.occurrence = subject.occurrence;
    report.reportedOn = subject.day;
    report.record = subject.record;
    report.erased = fields & ~statedBy(ofDay.reports.rows, static_cast<std::uint32_t>(ofDay.reports.size() - 1));
    ofDay.older.emplace_back(older.begin(), older.end());
}

Result<void> HandReports::write() {
    for (auto& [day, ofDay] : ofDay_) BANLANG_CHECK(writeDay(day, ofDay));
    return {};
}

Result<void> HandReports::writeDay(Date day, OfDay& ofDay) {
    BANLANG_TRY(batch, addHandBatch(database_, recordKind(role_), day, ofDay.reports.size()));
    std::vector<ReportEdge> edges;
    TouchedRecords touched;
    for (std::uint32_t row = 0; row < ofDay.reports.size(); ++row) {
        StoredReport& report = ofDay.reports.reports[row];
        report.batch = batch;
        touched[report.record].push_back(row);
        for (const auto& [olderBatch, olderRow] : ofDay.older[row])
            edges.push_back({batch, report.sourceRow, olderBatch, olderRow});
    }
    BANLANG_CHECK(addEdges(database_, edges));
    BANLANG_TRY(book, BatchBook::read(database_));
    RecordGroup group({database_, role_, epsg_, book});
    BANLANG_CHECK(group.load(touched, ofDay.reports));
    std::map<std::int64_t, BatchTally> none;
    BANLANG_CHECK(group.settle(false, none));
    return group.write();
}

} // namespace banlang::detail
