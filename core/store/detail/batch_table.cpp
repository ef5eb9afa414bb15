// SPDX-License-Identifier: MIT
#include "core/store/detail/batch_table.h"

#include "core/store/records/detail/act_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

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

constexpr std::string_view batchColumns =
    "fid, import, file, layer, sha, role, imported_at, encoding, crs, rows_read, rows_loaded, rows_rejected, state, replaced_by, "
    "hash, reported_on, origin";

/// What the acts about batches come to, by hash.
struct BatchActs {
    std::set<std::string> withdrawn;
    std::map<std::string, std::string> readAnew; ///< old -> new

    [[nodiscard]] static Result<BatchActs> read(const Database& database) {
        BatchActs acts;
        BANLANG_TRY(withdrawals, ActLog(database).live(act_kind::withdraw));
        for (const Act& act : withdrawals) acts.withdrawn.insert(act.subject);
        BANLANG_TRY(rereadings, ActLog(database).live(act_kind::reread));
        for (const Act& act : rereadings) {
            const std::size_t blank = act.subject.find(' ');
            if (blank != std::string::npos) acts.readAnew.emplace(act.subject.substr(0, blank), act.subject.substr(blank + 1));
        }
        return acts;
    }
    /// The last reading of the same source that counts; empty where the batch is that itself, or nothing counts.
    [[nodiscard]] std::string newReadingOf(const std::string& hash, const std::set<std::string>& there) const {
        const auto counts = [&](const std::string& one) { return there.contains(one) && !withdrawn.contains(one); };
        std::string last;
        std::vector<std::string> path{hash};
        for (auto next = readAnew.find(hash); next != readAnew.end(); next = readAnew.find(path.back())) {
            if (const auto ring = std::find(path.begin(), path.end(), next->second); ring != path.end()) {
                // Two stores read it to and fro: none of these readings is the later one, and one has to stay.
                path.erase(path.begin(), ring);
                std::erase_if(path, [&](const std::string& one) { return !counts(one); });
                if (!path.empty()) last = *std::min_element(path.begin(), path.end());
                break;
            }
            path.push_back(next->second);
            if (counts(next->second)) last = next->second;
        }
        return last == hash ? std::string() : last;
    }
};

/// The number of a batch that is only known by name, having stayed in another store, or been removed here.
Result<std::optional<std::int64_t>> absentBatch(const Database& database, const std::string& hash) {
    Statement select = database.prepare("SELECT fid FROM banlang_batches WHERE hash = ? AND state = 'absent'");
    select.bind(1, std::string_view(hash));
    const auto found = select.row() ? std::optional(select.integer(0)) : std::nullopt;
    if (!select.valid() || select.failed()) return Unexpected(database.error());
    return found;
}

} // namespace

Result<StoredBatch> writeBatch(const Database& database, const CheckedBatch& batch, const std::string& hash,
                               std::int64_t importId) {
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
    stored.hash = hash;
    stored.reportedOn = batch.reportedOn;
    stored.origin = officeOf(database);
    BANLANG_TRY(known, absentBatch(database, hash));
    constexpr std::string_view columns =
        "(file, layer, sha, role, imported_at, encoding, crs, mapping, plan, hash, origin, reported_on, "
        "period_from, period_to, state, rows_read, rows_loaded, rows_rejected, import, replaced_by)";
    constexpr std::string_view values = "(?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?, ?, ?, nullif(?, ''), "
                                        "nullif(?, ''), nullif(?, ''), 'live', ?, "
                                        "?, ?, ?, 0)";
    Statement insert = database.prepare(
        known ? fmt::format("UPDATE banlang_batches SET {} = {} WHERE fid = {} RETURNING fid, imported_at", columns, values, *known)
              : fmt::format("INSERT INTO banlang_batches {} VALUES {} RETURNING fid, imported_at", columns, values));
    const std::string mapping = mappingText(batch);
    const std::string reading = toToml({{std::filesystem::path(batch.file).filename().string(), batch.layer, batch.profile}});
    const auto dayText = [](Date day) { return day.known() ? toIso(day) : std::string(); };
    const std::string reported = dayText(batch.reportedOn);
    const std::string from = batch.period ? dayText(batch.period->first) : std::string();
    const std::string to = batch.period ? dayText(batch.period->last) : std::string();
    int parameter = 1;
    for (const std::string_view text :
         {std::string_view(batch.file), std::string_view(batch.layer), std::string_view(batch.sha), recordKind(batch.role).id,
          std::string_view(batch.encoding), std::string_view(batch.crs), std::string_view(mapping), std::string_view(reading),
          std::string_view(hash), std::string_view(stored.origin), std::string_view(reported), std::string_view(from),
          std::string_view(to)})
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

Result<std::vector<StoredBatch>> renewStates(const Database& database) {
    BANLANG_TRY(acts, BatchActs::read(database));
    BANLANG_TRY(batches, readBatches(database));
    std::set<std::string> there;
    std::map<std::string, std::int64_t> numbers;
    for (const StoredBatch& batch : batches) {
        there.insert(batch.hash);
        numbers[batch.hash] = batch.id;
    }
    Statement update = database.prepare("UPDATE banlang_batches SET state = ?, replaced_by = ? WHERE fid = ?");
    std::vector<StoredBatch> changed;
    for (StoredBatch& batch : batches) {
        const std::string newReading = acts.newReadingOf(batch.hash, there);
        const BatchState state = acts.withdrawn.contains(batch.hash) ? BatchState::undone
                                 : newReading.empty()                ? BatchState::live
                                                                     : BatchState::replaced;
        const std::int64_t replacedBy = state == BatchState::replaced ? numbers[newReading] : 0;
        if (state == batch.state && replacedBy == batch.replacedBy) continue;
        const bool counted = batch.state == BatchState::live;
        batch.state = state;
        batch.replacedBy = replacedBy;
        update.bind(1, id(state));
        update.bind(2, replacedBy);
        update.bind(3, batch.id);
        if (!update.valid() || !update.done()) return Unexpected(database.error());
        if (counted != (state == BatchState::live)) changed.push_back(batch);
    }
    return changed;
}

Result<void> setImport(const Database& database, std::int64_t batchId, std::int64_t importId) {
    Statement update = database.prepare("UPDATE banlang_batches SET import = ? WHERE fid = ?");
    update.bind(1, importId);
    update.bind(2, batchId);
    if (!update.valid() || !update.done()) return Unexpected(database.error());
    return {};
}

Result<std::vector<StoredBatch>> readBatches(const Database& database) {
    Statement select =
        database.prepare(fmt::format("SELECT {} FROM banlang_batches WHERE state <> 'absent' ORDER BY fid", batchColumns));
    std::vector<StoredBatch> batches;
    while (select.row()) {
        const auto text = [&](int column) { return std::string(select.text(column)); };
        const auto count = [&](int column) { return static_cast<std::size_t>(select.integer(column)); };
        batches.push_back({select.integer(0), select.integer(1), text(2), text(3), text(4),
                           roleFromId(select.text(5)).value_or(Role::communes), text(6), text(7), text(8), count(9), count(10),
                           count(11), stateFromId(select.text(12)), select.integer(13), text(14),
                           parseDate(select.text(15)).value_or(Date{}), text(16)});
    }
    if (select.failed()) return Unexpected(database.error());
    return batches;
}

std::int64_t nextImportId(const Database& database) {
    Statement highest = database.prepare("SELECT max(import) FROM banlang_batches");
    return highest.row() ? highest.integer(0) + 1 : 1;
}

std::string officeOf(const Database& database) {
    Statement select = database.prepare("SELECT value FROM banlang_meta WHERE key = 'office'");
    return select.valid() && select.row() ? std::string(select.text(0)) : std::string();
}

} // namespace banlang::detail
