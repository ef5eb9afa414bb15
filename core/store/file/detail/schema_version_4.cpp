// SPDX-License-Identifier: MIT
#include "core/store/file/detail/schema_version_4.h"

#include "core/model/record_traits.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/store/records/detail/act_log.h"
#include "core/store/records/detail/foreign_rows.h"
#include "core/store/records/detail/report_log.h"

#include <fmt/format.h>

#include <set>
#include <vector>

namespace banlang::detail {
namespace {

std::set<std::string> columnsOf(const Database& database, const std::string& table) {
    std::set<std::string> columns;
    Statement select = database.prepare("SELECT name FROM pragma_table_info(?)");
    select.bind(1, std::string_view(table));
    while (select.row()) columns.emplace(select.text(0));
    return columns;
}

Result<void> addColumn(const Database& database, std::string_view table, const std::set<std::string>& there,
                       const std::string& name, std::string_view type) {
    if (there.contains(name)) return {};
    return database.run(fmt::format(R"(ALTER TABLE "{}" ADD COLUMN "{}" {})", table, name, type));
}

/// The unit that numbered a record, as far as the store can say: its commune, that of its village, of its household, of its house.
Result<void> fillIssuers(const Database& database, const RecordKind& kind) {
    const auto has = [&](std::string_view field) { return findField(kind, field) != nullptr; };
    if (!has(fields::issued.issuer.name)) return {};
    std::string sources;
    if (has(fields::placeReferences.communeCode.name)) sources += "nullif(commune_code, ''), ";
    if (has(fields::placeReferences.villageCode.name))
        sources += "(SELECT v.commune_code FROM villages v WHERE v.code = village_code LIMIT 1), ";
    if (has(fields::householdReferences.householdId.name))
        sources += "(SELECT nullif(h.issuer, '') FROM households h WHERE h.id = household_id LIMIT 1), ";
    if (has(fields::houseItems.houseId.name))
        sources += "(SELECT nullif(b.issuer, '') FROM houses b WHERE b.id = house_id LIMIT 1), ";
    return database.run(fmt::format("UPDATE \"{}\" SET issuer = coalesce({}'', '')", kind.table, sources));
}

Result<void> extendTable(const Database& database, const RecordKind& kind, int epsg) {
    const std::set<std::string> there = columnsOf(database, std::string(kind.table));
    for (const RecordField& field : kind.fields)
        BANLANG_CHECK(addColumn(database, kind.table, there, std::string(field.name),
                                field.type == ColumnType::number ? "REAL"
                                : field.type == ColumnType::date ? "DATE"
                                                                 : "TEXT"));
    for (const char* name : {"source_row", "occurrence"}) BANLANG_CHECK(addColumn(database, kind.table, there, name, "INTEGER"));
    BANLANG_CHECK(database.run(fmt::format("UPDATE \"{0}\" SET source_row = numbered.place FROM (SELECT fid AS row, row_number() "
                                           "OVER (PARTITION BY batch ORDER BY fid) AS "
                                           "place FROM \"{0}\") AS numbered WHERE numbered.row = fid",
                                           kind.table)));
    BANLANG_CHECK(adoptForeignRows(database, kind.role, epsg));
    return fillIssuers(database, kind);
}

/// Rows that were put aside become reports that do not count.
Result<void> takeHistory(const Database& database, const RecordKind& kind, int epsg) {
    const std::string history = fmt::format("banlang_history_{}", kind.table);
    const std::set<std::string> there = columnsOf(database, history);
    if (there.empty()) return {};
    BANLANG_CHECK(ReportLog(database, kind.role, epsg).makeReady());
    std::string columns;
    if (kind.geometry != GeometryKind::none && there.contains("geom")) columns += "geom, ";
    for (const RecordField& field : kind.fields) {
        if (there.contains(std::string(field.name))) columns += fmt::format("\"{}\", ", field.name);
    }
    return database.run(fmt::format("INSERT INTO \"{0}\" ({1}batch, source_row, occurrence, erased, held, counts, disputed) SELECT "
                                    "{1}batch, 1000000 + row_number() "
                                    "OVER (PARTITION BY batch ORDER BY rowid), 0, 0, 0, 0, 0 FROM \"{2}\";"
                                    "DROP TABLE \"{2}\"; DELETE FROM gpkg_contents WHERE table_name = '{2}'",
                                    ReportLog::nameOf(kind), columns, history));
}

Result<void> takeActs(const Database& database) {
    const ActLog log(database);
    Statement select =
        database.prepare("SELECT b.state, b.hash, coalesce(n.hash, ''), b.imported_at FROM banlang_batches b LEFT JOIN "
                         "banlang_batches n ON n.fid = b.replaced_by WHERE b.state <> 'live'");
    std::vector<Act> acts;
    while (select.row()) {
        const bool undone = select.text(0) == "undone";
        const std::string hash(select.text(1));
        const std::string subject = undone ? hash : fmt::format("{} {}", hash, select.text(2));
        acts.push_back(
            {{}, std::string(undone ? act_kind::withdraw : act_kind::reread), subject, {}, std::string(select.text(3)), {}, {}});
    }
    if (select.failed()) return Unexpected(database.error());
    for (Act& act : acts) BANLANG_CHECK(log.add(std::move(act)));
    return {};
}

Result<void> rebuild(const Database& database, int epsg) {
    const std::set<std::string> there = columnsOf(database, "banlang_batches");
    for (const char* name : {"hash", "origin", "reported_on", "period_from", "period_to"})
        BANLANG_CHECK(addColumn(database, "banlang_batches", there, name, "TEXT"));
    BANLANG_CHECK(database.run("UPDATE banlang_batches SET hash = 'v3-' || coalesce(sha, '') || '-' || fid, origin = ''"));
    BANLANG_CHECK(database.run(std::string(historyTablesSql)));
    for (const RecordKind& kind : recordKinds()) BANLANG_CHECK(extendTable(database, kind, epsg));
    for (const RecordKind& kind : recordKinds()) BANLANG_CHECK(takeHistory(database, kind, epsg));
    BANLANG_CHECK(takeActs(database));
    return database.run("UPDATE banlang_meta SET value = '4' WHERE key = 'schema_version'");
}

} // namespace

Result<void> toVersion4(const std::string& path, int epsg) {
    BANLANG_TRY(database, Database::open(path, true));
    Statement version = database.prepare("SELECT value FROM banlang_meta WHERE key = 'schema_version'");
    const bool three = version.row() && version.text(0) == "3";
    if (!version.done() || !three) return {};
    const auto once = [&]() -> Result<void> {
        // Another program may have done it while this one waited.
        Statement still = database.prepare("SELECT 1 FROM banlang_meta WHERE key = 'schema_version' AND value = '3'");
        const bool needed = still.row();
        if (!still.done()) return Unexpected(database.error());
        return needed ? rebuild(database, epsg) : Result<void>();
    };
    return inTransaction(database, once);
}

} // namespace banlang::detail
