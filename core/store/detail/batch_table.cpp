// SPDX-License-Identifier: MIT
#include "core/store/detail/batch_table.h"

#include "core/store/detail/table_reader.h"
#include "core/store/detail/table_writer.h"

#include <fmt/format.h>

#include <filesystem>

namespace banlang::detail {
namespace {

std::string mappingText(const CheckedBatch& batch) {
    std::string text;
    for (const auto& [column, field] : batch.mapping) text += fmt::format("{}{} -> {}", text.empty() ? "" : "; ", column, field);
    return text;
}

std::string_view severityName(Severity severity) {
    if (severity == Severity::rejected) return "rejected";
    return severity == Severity::warning ? "warning" : "note";
}

BatchState stateFromId(std::string_view text) {
    if (text == "undone") return BatchState::undone;
    return text == "replaced" ? BatchState::replaced : BatchState::live;
}

std::string historyTable(Role role) {
    return fmt::format("banlang_history_{}", recordKind(role).table);
}

bool tableExists(const Database& database, const std::string& table) {
    Statement select = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
    select.bind(1, std::string_view(table));
    return select.row();
}

} // namespace

Result<StoredBatch> writeBatch(const Database& database, const CheckedBatch& batch, std::int64_t importId) {
    StoredBatch stored;
    stored.importId = importId;
    stored.file = batch.file;
    stored.layer = batch.layer;
    stored.sha = batch.sha;
    stored.role = batch.role;
    stored.encoding = batch.encoding;
    stored.crs = batch.crs;
    stored.rowsRead = batch.rowsRead;
    stored.rowsLoaded = batch.rows.rowCount;
    stored.rowsRejected = batch.rowsRejected;
    Statement insert = database.prepare("INSERT INTO banlang_batches (file, layer, sha, role, imported_at, encoding, crs, mapping, "
                                        "plan, state, rows_read, rows_loaded, "
                                        "rows_rejected, import, replaced_by) VALUES (?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', "
                                        "'now'), ?, ?, ?, ?, 'live', ?, ?, ?, ?, 0) "
                                        "RETURNING fid, imported_at");
    const std::string mapping = mappingText(batch);
    const std::string profile = toToml({{std::filesystem::path(batch.file).filename().string(), batch.layer, batch.profile}});
    int parameter = 1;
    for (const std::string_view text :
         {std::string_view(batch.file), std::string_view(batch.layer), std::string_view(batch.sha), recordKind(batch.role).id,
          std::string_view(batch.encoding), std::string_view(batch.crs), std::string_view(mapping), std::string_view(profile)})
        insert.bind(parameter++, text);
    for (const std::size_t count : {stored.rowsRead, stored.rowsLoaded, stored.rowsRejected})
        insert.bind(parameter++, static_cast<std::int64_t>(count));
    insert.bind(parameter, importId);
    if (!insert.valid() || !insert.row()) return Unexpected(database.error());
    stored.id = insert.integer(0);
    stored.importedAt = insert.text(1);
    if (!insert.done()) return Unexpected(database.error());
    return stored;
}

Result<void> writeProblems(const Database& database, const CheckedBatch& batch, std::int64_t batchId) {
    Statement insert =
        database.prepare("INSERT INTO banlang_problems (batch, severity, rule, row, \"column\", cause_vi, cause_en, fix_vi, "
                         "fix_en) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert.valid()) return Unexpected(database.error());
    for (const RowProblem& problem : batch.problems) {
        insert.bind(1, batchId);
        insert.bind(2, severityName(problem.severity));
        insert.bind(3, problem.rule);
        insert.bind(4, problem.where.row);
        int parameter = 5;
        for (const std::string* text :
             {&problem.where.column, &problem.cause.vi, &problem.cause.en, &problem.fix.vi, &problem.fix.en})
            insert.bind(parameter++, std::string_view(*text));
        if (!insert.done()) return Unexpected(database.error());
    }
    return {};
}

Result<void> rememberProfile(const Database& database, const CheckedBatch& batch) {
    if (batch.userProfile.empty()) return {};
    // A commune belongs to one file, and every commune may send one of the same name.
    const std::filesystem::path path(batch.file);
    const std::string name = path.filename().string();
    const std::string folder = path.parent_path().filename().string();
    const std::string file = batch.userProfile.commune && !folder.empty() ? folder + "/" + name : name;
    const std::string profile = toToml({{file, batch.layer, batch.userProfile}});
    Statement forget = database.prepare("DELETE FROM banlang_plans WHERE file = ? AND layer = ?");
    Statement insert = database.prepare("INSERT INTO banlang_plans (file, layer, plan) VALUES (?, ?, ?)");
    for (Statement* statement : {&forget, &insert}) {
        statement->bind(1, std::string_view(file));
        statement->bind(2, std::string_view(batch.layer));
        if (statement == &insert) statement->bind(3, std::string_view(profile));
        if (!statement->done()) return Unexpected(database.error());
    }
    return {};
}

Result<void> setState(const Database& database, std::int64_t batchId, BatchState state, std::int64_t replacedBy) {
    Statement update = database.prepare("UPDATE banlang_batches SET state = ?, replaced_by = ? WHERE fid = ?");
    update.bind(1, id(state));
    update.bind(2, replacedBy);
    update.bind(3, batchId);
    if (!update.done()) return Unexpected(database.error());
    return {};
}

Result<std::vector<StoredBatch>> readBatches(const Database& database) {
    Statement select =
        database.prepare("SELECT fid, import, file, layer, sha, role, imported_at, encoding, crs, rows_read, rows_loaded, "
                         "rows_rejected, state, replaced_by FROM banlang_batches ORDER BY fid");
    std::vector<StoredBatch> batches;
    while (select.row()) {
        const auto text = [&](int column) { return std::string(select.text(column)); };
        const auto count = [&](int column) { return static_cast<std::size_t>(select.integer(column)); };
        batches.push_back({select.integer(0), select.integer(1), text(2), text(3), text(4),
                           roleFromId(select.text(5)).value_or(Role::communes), text(6), text(7), text(8), count(9), count(10),
                           count(11), stateFromId(select.text(12)), select.integer(13)});
    }
    if (select.failed()) return Unexpected(database.error());
    return batches;
}

std::int64_t nextImportId(const Database& database) {
    Statement highest = database.prepare("SELECT max(import) FROM banlang_batches");
    return highest.row() ? highest.integer(0) + 1 : 1;
}

Result<void> putAside(const Database& database, const StoredBatch& batch) {
    const std::string_view table = recordKind(batch.role).table;
    const std::string history = historyTable(batch.role);
    if (!tableExists(database, history))
        BANLANG_CHECK(database.run(fmt::format("CREATE TABLE \"{}\" AS SELECT * FROM \"{}\" WHERE 0", history, table)));
    for (const std::string& sql : {fmt::format(R"(INSERT INTO "{}" SELECT * FROM "{}" WHERE batch = ?)", history, table),
                                   fmt::format("DELETE FROM \"{}\" WHERE batch = ?", table)}) {
        Statement move = database.prepare(sql);
        move.bind(1, batch.id);
        if (!move.valid() || !move.done()) return Unexpected(database.error());
    }
    return {};
}

Result<void> bringBack(const Database& database, const StoredBatch& batch, int epsg, const Progress& progress) {
    const std::string history = historyTable(batch.role);
    if (!tableExists(database, history)) return {};
    CheckedBatch rows;
    rows.role = batch.role;
    BANLANG_TRY(table, readBatchRows(database, history, batch.role, batch.id));
    rows.rows = std::move(table);
    BANLANG_CHECK(writeRows(database, rows, batch.id, epsg, progress));
    Statement forget = database.prepare(fmt::format("DELETE FROM \"{}\" WHERE batch = ?", history));
    forget.bind(1, batch.id);
    if (!forget.done()) return Unexpected(database.error());
    return {};
}

} // namespace banlang::detail
