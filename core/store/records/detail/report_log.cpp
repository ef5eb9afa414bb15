// SPDX-License-Identifier: MIT
#include "core/store/records/detail/report_log.h"

#include "core/model/record_reports.h"
#include "core/model/report_resolution.h"
#include "core/store/gpkg/detail/store_errors.h"
#include "core/store/gpkg/detail/table_reader.h"
#include "core/store/gpkg/detail/table_writer.h"
#include "core/store/gpkg/detail/transaction.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace banlang::detail {
namespace {

constexpr std::size_t mostInOneList = 500;

constexpr std::string_view ownColumns = "batch, source_row, occurrence, report_day, erased, held, counts, disputed, record";
constexpr int ownCount = 9;

std::int64_t asInteger(std::uint64_t bits) {
    return static_cast<std::int64_t>(bits);
}

std::string_view sqlType(ColumnType type) {
    return type == ColumnType::number ? "REAL" : type == ColumnType::date ? "DATE" : "TEXT";
}

StoredReport reportAt(const Statement& select, int first) {
    StoredReport report;
    const auto bits = [&](int column) { return static_cast<std::uint64_t>(select.integer(first + column)); };
    report.fid = select.integer(first);
    report.batch = select.integer(first + 1);
    report.sourceRow = static_cast<std::uint32_t>(select.integer(first + 2));
    report.occurrence = static_cast<std::uint32_t>(select.integer(first + 3));
    report.reportedOn = parseDate(select.text(first + 4)).value_or(Date{});
    report.erased = bits(5);
    report.held = bits(6);
    report.counts = bits(7);
    report.disputed = bits(8);
    report.record = select.integer(first + 9);
    return report;
}

/// Of all fields of a kind and of its place.
std::uint64_t bitsOf(const RecordKind& kind) {
    return (fieldBit(kind.fields.size()) - 1) | fieldBit(geometryPosition);
}

template <class Values, class Visit> Result<void> inLists(const Values& values, Visit&& visit) {
    for (std::size_t first = 0; first < values.size(); first += mostInOneList) {
        const auto part = values.subspan(first, std::min(mostInOneList, values.size() - first));
        BANLANG_CHECK(visit(fmt::format("{}", fmt::join(part, ", "))));
    }
    return {};
}

void appendAll(LoggedReports& to, const LoggedReports& from) {
    std::vector<std::uint32_t> all(from.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    to.append(from, all);
}

} // namespace

void LoggedReports::append(const LoggedReports& from, std::span<const std::uint32_t> chosen) {
    appendRows(rows, from.rows, chosen);
    for (const std::uint32_t row : chosen) reports.push_back(from.reports[row]);
}

void appendValue(Column& column, const Column& from, std::uint32_t row) {
    if (column.type == ColumnType::text)
        column.text.append(from.text[row]);
    else if (column.type == ColumnType::number)
        column.numbers.push_back(from.numbers[row]);
    else
        column.dates.push_back(from.dates[row]);
}

std::uint64_t LoggedReports::stated(std::uint32_t row) const {
    return statedBy(rows, row) | reports[row].erased;
}

std::vector<RecordKey> reportKeys(const LoggedReports& reports, Role role) {
    const RecordKeyReader reader(reports.rows, recordKind(role));
    std::vector<RecordKey> keys;
    keys.reserve(reports.size());
    for (std::size_t row = 0; row < reports.size(); ++row)
        keys.push_back(repeatedKey(reader.key(row), reports.reports[row].occurrence));
    return keys;
}

std::string ReportLog::nameOf(const RecordKind& kind) {
    return fmt::format("banlang_reports_{}", kind.table);
}

bool ReportLog::exists() const {
    Statement select = database_.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
    const std::string name = nameOf(kind_);
    select.bind(1, std::string_view(name));
    return select.row();
}

Result<void> ReportLog::create() const {
    std::string columns = kind_.geometry == GeometryKind::none ? "" : "geom BLOB, ";
    for (const RecordField& field : kind_.fields) columns += fmt::format("\"{}\" {}, ", field.name, sqlType(field.type));
    return database_.run(fmt::format(
        "CREATE TABLE IF NOT EXISTS \"{0}\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {1}batch INTEGER NOT NULL, "
        "source_row INTEGER NOT NULL, occurrence INTEGER, report_day DATE, erased INTEGER, held INTEGER, counts INTEGER, disputed "
        "INTEGER, record INTEGER)",
        nameOf(kind_), columns));
}

Result<void> ReportLog::makeReady() const {
    BANLANG_CHECK(create());
    return database_.run(fmt::format("CREATE INDEX IF NOT EXISTS \"{0}_record\" ON \"{0}\" (record);"
                                     "CREATE INDEX IF NOT EXISTS \"{0}_place\" ON \"{0}\" (batch, source_row);"
                                     "INSERT INTO gpkg_contents (table_name, data_type, identifier) SELECT '{0}', 'attributes', "
                                     "'{0}' WHERE NOT EXISTS (SELECT 1 "
                                     "FROM gpkg_contents WHERE table_name = '{0}')",
                                     nameOf(kind_)));
}

Result<LoggedReports> ReportLog::readSelected(const std::string& sql) const {
    LoggedReports read(kind_.role);
    Statement select = database_.prepare(sql);
    if (!select.valid()) return Unexpected(database_.error());
    const std::uint64_t known = bitsOf(kind_);
    while (select.row()) {
        const StoredReport report = reportAt(select, 0);
        if (((report.erased | report.counts | report.disputed) & ~known) != 0)
            return Unexpected(damagedRow(database_.path(), nameOf(kind_), report.fid, "erased, counts, disputed"));
        read.reports.push_back(report);
        appendRow(read.rows, kind_, select, ownCount + 1);
    }
    if (select.failed()) return Unexpected(database_.error());
    return read;
}

Result<LoggedReports> ReportLog::read(const std::string& condition, bool withGeometry) const {
    if (!exists()) return LoggedReports(kind_.role);
    return readSelected(fmt::format("SELECT fid, {}, {} FROM \"{}\" WHERE {} ORDER BY record, report_day, fid", ownColumns,
                                    columnList(kind_, withGeometry), nameOf(kind_), condition));
}

Result<LoggedReports> ReportLog::readOfRecords(std::span<const std::int64_t> records) const {
    LoggedReports all(kind_.role);
    const auto readPart = [&](const std::string& list) -> Result<void> {
        BANLANG_TRY(part, read(fmt::format("record IN ({})", list)));
        appendAll(all, part);
        return {};
    };
    BANLANG_CHECK(inLists(records, readPart));
    return all;
}

Result<LoggedReports> ReportLog::readSingle(std::span<const std::int64_t> fids) const {
    LoggedReports all(kind_.role);
    const auto readPart = [&](const std::string& list) -> Result<void> {
        BANLANG_TRY(part, readSelected(fmt::format("SELECT 0, batch, source_row, occurrence, NULL, 0, 0, 0, 0, fid, {} FROM \"{}\" "
                                                   "WHERE source_row IS NOT NULL AND fid IN ({})",
                                                   columnList(kind_), kind_.table, list)));
        appendAll(all, part);
        return {};
    };
    BANLANG_CHECK(inLists(fids, readPart));
    return all;
}

Result<LoggedReports> ReportLog::readResolved() const {
    return readSelected(
        fmt::format("SELECT 0, batch, 0, 0, NULL, 0, 0, 0, 0, fid, {} FROM \"{}\" WHERE source_row IS NULL AND fid IN "
                    "(SELECT record FROM \"{}\") ORDER BY fid",
                    columnList(kind_), kind_.table, nameOf(kind_)));
}

Result<LoggedReports> ReportLog::readSingleWhere(const std::string& condition) const {
    return readSelected(
        fmt::format("SELECT 0, batch, source_row, occurrence, NULL, 0, 0, 0, 0, fid, {} FROM \"{}\" WHERE source_row "
                    "IS NOT NULL AND {} ORDER BY batch, source_row",
                    columnList(kind_), kind_.table, condition));
}

Result<std::vector<std::int64_t>> ReportLog::recordsOf(const std::set<ReportPlace>& reports) const {
    std::vector<std::int64_t> records;
    if (reports.empty()) return records;
    std::set<std::int64_t> batches;
    for (const auto& [batch, row] : reports) batches.insert(batch);
    const std::string ofBatches = fmt::format("batch IN ({})", fmt::join(batches, ", "));
    std::vector<std::string> queries{
        fmt::format("SELECT batch, source_row, fid FROM \"{}\" WHERE source_row IS NOT NULL AND {}", kind_.table, ofBatches)};
    if (exists())
        queries.push_back(
            fmt::format("SELECT batch, source_row, record FROM \"{}\" WHERE record IS NOT NULL AND {}", nameOf(kind_), ofBatches));
    for (const std::string& sql : queries) {
        Statement select = database_.prepare(sql);
        while (select.row()) {
            if (reports.contains({select.integer(0), static_cast<std::uint32_t>(select.integer(1))}))
                records.push_back(select.integer(2));
        }
        if (!select.valid() || select.failed()) return Unexpected(database_.error());
    }
    return records;
}

Result<std::vector<std::string>> ReportLog::issuersOf(std::int64_t batch) const {
    std::string_view column;
    for (const std::string_view name : {fields::issued.issuer.name, fields::placeReferences.communeCode.name}) {
        if (column.empty() && findField(kind_, name) != nullptr) column = name;
    }
    if (column.empty()) return std::vector<std::string>{{}};
    std::string sql = fmt::format(R"(SELECT coalesce("{}", '') FROM "{}" WHERE batch = ?1)", column, kind_.table);
    if (exists()) sql += fmt::format(R"( UNION SELECT coalesce("{}", '') FROM "{}" WHERE batch = ?1)", column, nameOf(kind_));
    Statement select = database_.prepare("SELECT DISTINCT * FROM (" + sql + ")");
    select.bind(1, batch);
    std::vector<std::string> issuers;
    while (select.row()) issuers.emplace_back(select.text(0));
    if (!select.valid() || select.failed()) return Unexpected(database_.error());
    return issuers;
}

Result<void> ReportLog::insert(LoggedReports& reports) const {
    BANLANG_CHECK(makeReady());
    std::string marks = "?";
    const std::size_t count = kind_.fields.size() + (kind_.geometry == GeometryKind::none ? 0 : 1) + ownCount - 1;
    for (std::size_t i = 0; i < count; ++i) marks += ", ?";
    Statement insert = database_.prepare(
        fmt::format("INSERT INTO \"{}\" ({}, {}) VALUES ({}) RETURNING fid", nameOf(kind_), ownColumns, columnList(kind_), marks));
    if (!insert.valid()) return Unexpected(database_.error());
    RowBuffers buffers;
    for (std::size_t row = 0; row < reports.size(); ++row) {
        StoredReport& report = reports.reports[row];
        if (report.fid != 0) continue;
        const std::string day = report.reportedOn.known() ? toIso(report.reportedOn) : std::string();
        insert.bind(1, report.batch);
        insert.bind(2, static_cast<std::int64_t>(report.sourceRow));
        insert.bind(3, static_cast<std::int64_t>(report.occurrence));
        if (day.empty())
            insert.bindNull(4);
        else
            insert.bind(4, std::string_view(day));
        int parameter = 5;
        for (const std::uint64_t bits : {report.erased, report.held, report.counts, report.disputed})
            insert.bind(parameter++, asInteger(bits));
        if (report.record == 0)
            insert.bindNull(parameter);
        else
            insert.bind(parameter, report.record);
        bindRow(insert, ownCount + 1, kind_, reports.rows, row, epsg_, buffers);
        if (!insert.row()) return Unexpected(database_.error());
        report.fid = insert.integer(0);
        if (!insert.done()) return Unexpected(database_.error());
    }
    return {};
}

Result<void> ReportLog::update(std::span<const StoredReport> reports) const {
    Statement update = database_.prepare(
        fmt::format("UPDATE \"{}\" SET record = ?, held = ?, counts = ?, disputed = ? WHERE fid = ?", nameOf(kind_)));
    if (!update.valid()) return Unexpected(database_.error());
    for (const StoredReport& report : reports) {
        if (report.record == 0)
            update.bindNull(1);
        else
            update.bind(1, report.record);
        int parameter = 2;
        for (const std::uint64_t bits : {report.held, report.counts, report.disputed}) update.bind(parameter++, asInteger(bits));
        update.bind(parameter, report.fid);
        if (!update.done()) return Unexpected(database_.error());
    }
    return {};
}

Result<void> ReportLog::updateRecords(const FeatureTable& values, std::span<const ResolvedRecord> records) const {
    std::string marks = "?, NULL, NULL";
    const std::size_t count = kind_.fields.size() + (kind_.geometry == GeometryKind::none ? 0 : 1);
    for (std::size_t i = 0; i < count; ++i) marks += ", ?";
    Statement update = database_.prepare(fmt::format("UPDATE \"{}\" SET (batch, source_row, occurrence, {}) = ({}) WHERE fid = ?",
                                                     kind_.table, columnList(kind_), marks));
    if (!update.valid()) return Unexpected(database_.error());
    RowBuffers buffers;
    for (std::size_t row = 0; row < records.size(); ++row) {
        if (records[row].batch == 0) continue;
        update.bind(1, records[row].batch);
        bindRow(update, 2, kind_, values, row, epsg_, buffers);
        update.bind(static_cast<int>(count) + 2, records[row].record);
        if (!update.done()) return Unexpected(database_.error());
    }
    return {};
}

Result<void> ReportLog::removeRecords(std::span<const std::int64_t> records) const {
    if (records.empty()) return {};
    BANLANG_CHECK(markWriting(database_));
    Statement remove = database_.prepare(fmt::format("DELETE FROM \"{}\" WHERE fid = ?", kind_.table));
    if (!remove.valid()) return Unexpected(database_.error());
    for (const std::int64_t record : records) {
        remove.bind(1, record);
        if (!remove.done()) return Unexpected(database_.error());
    }
    return {};
}

Date reportDayOf(const FeatureTable& rows, std::size_t row, Date ofBatch) {
    const Column* own = rows.columnNamed(fields::roadWorks.reportedOn.name);
    return own != nullptr && own->dates[row].known() ? own->dates[row] : ofBatch;
}

} // namespace banlang::detail
