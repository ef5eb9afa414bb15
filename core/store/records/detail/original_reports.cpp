// SPDX-License-Identifier: MIT
#include "core/store/records/detail/original_reports.h"

#include "core/store/gpkg/detail/transaction.h"
#include "core/store/records/detail/report_log.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace banlang::detail {
namespace {

std::vector<std::string> valueColumns(const RecordKind& kind) {
    std::vector<std::string> columns;
    if (kind.geometry != GeometryKind::none) columns.emplace_back("geom");
    for (const RecordField& field : kind.fields) columns.emplace_back(field.name);
    return columns;
}

/// The row as it was becomes a report in its own table.
std::string keepOld(const RecordKind& kind) {
    std::string names;
    std::string values;
    for (const std::string& column : valueColumns(kind)) {
        names += fmt::format("\"{}\", ", column);
        values += fmt::format("OLD.\"{}\", ", column);
    }
    const std::string_view ownDay = fields::roadWorks.reportedOn.name;
    const std::string own = findField(kind, ownDay) != nullptr ? fmt::format("nullif(OLD.\"{}\", ''), ", ownDay) : "NULL, ";
    const std::string day = own + "(SELECT nullif(reported_on, '') FROM banlang_batches WHERE fid = OLD.batch)";
    return fmt::format("INSERT INTO \"{}\" ({}batch, source_row, occurrence, report_day, erased, held, disputed, record) VALUES "
                       "({}OLD.batch, OLD.source_row, coalesce(OLD.occurrence, 0), coalesce({}), 0, 0, 0, OLD.fid);",
                       ReportLog::nameOf(kind), names, values, day);
}

std::string triggerName(const RecordKind& kind, std::string_view change) {
    return fmt::format("banlang_originals_{}_{}", kind.table, change);
}

std::string updateTrigger(const RecordKind& kind) {
    std::string columns;
    std::string differs;
    for (const std::string& column : valueColumns(kind)) {
        columns += fmt::format("{}\"{}\"", columns.empty() ? "" : ", ", column);
        differs += fmt::format("{0}OLD.\"{1}\" IS NOT NEW.\"{1}\"", differs.empty() ? "" : " OR ", column);
    }
    return fmt::format("CREATE TRIGGER IF NOT EXISTS \"{}\" AFTER UPDATE OF {} ON \"{}\" WHEN OLD.source_row IS NOT NULL AND "
                       "NEW.source_row IS OLD.source_row AND OLD.batch IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {}) AND ({}) "
                       "BEGIN {} UPDATE \"{}\" SET source_row = "
                       "NULL, occurrence = NULL WHERE fid = OLD.fid; END;",
                       triggerName(kind, "update"), columns, kind.table, writingMark, differs, keepOld(kind), kind.table);
}

std::string deleteTrigger(const RecordKind& kind) {
    return fmt::format("CREATE TRIGGER IF NOT EXISTS \"{}\" AFTER DELETE ON \"{}\" WHEN OLD.source_row IS NOT NULL AND OLD.batch "
                       "IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {}) BEGIN {} END;",
                       triggerName(kind, "delete"), kind.table, writingMark, keepOld(kind));
}

} // namespace

bool keepsOriginalReports(const Database& database) {
    Statement select = database.prepare(fmt::format("SELECT count(*) FROM sqlite_master WHERE (type = 'trigger' AND name GLOB "
                                                    "'banlang_originals_*') OR (type = 'table' AND name GLOB 'banlang_reports_*') "
                                                    "OR name = '{}'",
                                                    writingMark));
    constexpr std::size_t perKind = 3; // a table and two triggers
    return select.row() && select.integer(0) == static_cast<std::int64_t>(perKind * recordKinds().size() + 1);
}

Result<void> keepOriginalReports(const Database& database) {
    BANLANG_CHECK(database.run(fmt::format("CREATE TABLE IF NOT EXISTS {} (since TEXT)", writingMark)));
    for (const RecordKind& kind : recordKinds()) {
        BANLANG_CHECK(ReportLog(database, kind.role, 0).create());
        BANLANG_CHECK(database.run(updateTrigger(kind) + deleteTrigger(kind)));
    }
    return {};
}

Result<void> separatePastedRows(const Database& database, const RecordKind& kind) {
    Statement unweighed = database.prepare(fmt::format("SELECT 1 FROM \"{}\" WHERE counts IS NULL", ReportLog::nameOf(kind)));
    const bool any = unweighed.row();
    if (!unweighed.valid() || unweighed.failed() || !unweighed.done()) return Unexpected(database.error());
    if (!any) return {};
    BANLANG_CHECK(ReportLog(database, kind.role, 0).makeReady());
    return database.run(fmt::format(
        R"(DELETE FROM "{1}" WHERE counts IS NULL AND (EXISTS (SELECT 1 FROM "{1}" older WHERE older.batch = "{1}".batch AND
             older.source_row = "{1}".source_row AND older.fid <> "{1}".fid AND older.record < "{1}".record) OR EXISTS
             (SELECT 1 FROM (SELECT batch, source_row, min(fid) AS fid FROM "{0}" WHERE (batch, source_row) IN
               (SELECT batch, source_row FROM "{1}" WHERE counts IS NULL) GROUP BY batch, source_row) standing
              WHERE standing.batch = "{1}".batch AND standing.source_row = "{1}".source_row AND standing.fid < "{1}".record));
           UPDATE "{0}" SET batch = NULL, source_row = NULL, occurrence = NULL WHERE source_row IS NOT NULL AND
             (batch, source_row) IN (SELECT batch, source_row FROM "{1}" WHERE counts IS NULL))",
        kind.table, ReportLog::nameOf(kind)));
}

} // namespace banlang::detail
