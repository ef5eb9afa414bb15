// SPDX-License-Identifier: MIT
#include "core/store/records/detail/merge_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sstream>
#include <string>
#include <string_view>

namespace banlang::detail {
namespace {

constexpr std::string_view batchColumns =
    "hash, file, layer, sha, role, imported_at, encoding, crs, mapping, plan, rows_read, rows_loaded, rows_rejected, origin, "
    "reported_on, period_from, period_to";
constexpr int batchColumnCount = 17;
constexpr int firstCount = 10;
constexpr int lastCount = 12;
constexpr int originColumn = 15; ///< behind number and state

/// Binds a column as it is: text, number or nothing.
void copyValue(const Statement& from, int column, Statement& to, int parameter, bool isNumber) {
    if (from.isNull(column))
        to.bindNull(parameter);
    else if (isNumber)
        to.bind(parameter, from.integer(column));
    else
        to.bind(parameter, from.text(column));
}

struct KnownBatch {
    std::int64_t number = 0;
    bool absent = false;
    std::string origins; ///< codes of offices, separated by blanks
};

std::string united(std::string_view a, std::string_view b) {
    std::istringstream stream(fmt::format("{} {}", a, b));
    std::set<std::string> words;
    for (std::string word; stream >> word;) words.insert(std::move(word));
    return fmt::format("{}", fmt::join(words, " "));
}

Result<std::map<std::string, KnownBatch>> batchesByHash(const Database& database) {
    Statement select = database.prepare("SELECT hash, fid, state, origin FROM banlang_batches");
    std::map<std::string, KnownBatch> batches;
    while (select.row())
        batches[std::string(select.text(0))] = {select.integer(1), select.text(2) == "absent", std::string(select.text(3))};
    if (select.failed()) return Unexpected(database.error());
    return batches;
}

class TableMerge {
public:
    TableMerge(const Database& from, const Database& into, const std::set<std::int64_t>& wanted, std::int64_t importId)
        : from_(from), into_(into), wanted_(wanted), importId_(importId) {}

    Result<MergedTables> run() {
        // What was removed for good, and where it has come back since, follows from the acts of both.
        BANLANG_CHECK(mergeActs());
        BANLANG_CHECK(mergeBatches());
        BANLANG_CHECK(mergeEdges());
        BANLANG_CHECK(mergeDocuments());
        return std::move(merged_);
    }

private:
    Result<void> mergeBatches() {
        BANLANG_TRY(known, batchesByHash(into_));
        BANLANG_TRY(removed, removedBatches(into_));
        Statement select = from_.prepare(fmt::format("SELECT fid, state, {} FROM banlang_batches ORDER BY hash", batchColumns));
        if (!select.valid()) return Unexpected(from_.error());
        while (select.row()) {
            const std::int64_t number = select.integer(0);
            const bool comes = select.text(1) != "absent" && wanted_.contains(number) && !removed.contains(select.text(2));
            const auto here = known.find(std::string(select.text(2)));
            if (here == known.end()) {
                BANLANG_CHECK(addBatch(select, comes));
            } else {
                merged_.batchOf[number] = here->second.number;
                if (here->second.absent && comes) BANLANG_CHECK(fillBatch(select, here->second.number));
                BANLANG_CHECK(uniteOrigins(select.text(originColumn), here->second));
            }
            const bool isNew = here == known.end() || here->second.absent;
            if (comes && isNew) {
                merged_.newBatches.insert(number);
                BANLANG_CHECK(copyProblems(number));
            }
        }
        return select.failed() ? Result<void>(Unexpected(from_.error())) : Result<void>();
    }

    Result<void> addBatch(const Statement& row, bool comes) {
        Statement insert =
            into_.prepare(fmt::format("INSERT INTO banlang_batches ({}, state, import, replaced_by) VALUES (?, ?, ?, ?, ?, "
                                      "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) RETURNING fid",
                                      batchColumns));
        for (int i = 0; i < batchColumnCount; ++i) copyValue(row, i + 2, insert, i + 1, i >= firstCount && i <= lastCount);
        insert.bind(batchColumnCount + 1, std::string_view(comes ? "live" : "absent"));
        insert.bind(batchColumnCount + 2, comes ? importId_ : std::int64_t{0});
        if (!insert.valid() || !insert.row()) return Unexpected(into_.error());
        merged_.batchOf[row.integer(0)] = insert.integer(0);
        return insert.done() ? Result<void>() : Result<void>(Unexpected(into_.error()));
    }

    Result<void> uniteOrigins(std::string_view origins, const KnownBatch& here) {
        const std::string all = united(origins, here.origins);
        if (all == united(here.origins, {}) && !here.absent) return {};
        merged_.newOrigins.insert(here.number);
        Statement update = into_.prepare("UPDATE banlang_batches SET origin = ? WHERE fid = ?");
        update.bind(1, std::string_view(all));
        update.bind(2, here.number);
        return update.valid() && update.done() ? Result<void>() : Result<void>(Unexpected(into_.error()));
    }

    /// What was only known by name has come.
    Result<void> fillBatch(const Statement& row, std::int64_t number) {
        Statement update = into_.prepare(fmt::format(
            "UPDATE banlang_batches SET ({}) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), state = 'live', import = ? "
            "WHERE fid = ?",
            batchColumns));
        for (int i = 0; i < batchColumnCount; ++i) copyValue(row, i + 2, update, i + 1, i >= firstCount && i <= lastCount);
        update.bind(batchColumnCount + 1, importId_);
        update.bind(batchColumnCount + 2, number);
        return update.valid() && update.done() ? Result<void>() : Result<void>(Unexpected(into_.error()));
    }

    Result<void> copyProblems(std::int64_t number) {
        Statement select = from_.prepare("SELECT severity, rule, \"column\", cause_vi, cause_en, fix_vi, fix_en, row FROM "
                                         "banlang_problems WHERE batch = ? ORDER BY fid");
        Statement insert =
            into_.prepare("INSERT INTO banlang_problems (severity, rule, \"column\", cause_vi, cause_en, fix_vi, fix_en, "
                          "row, batch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!select.valid() || !insert.valid()) return Unexpected(select.valid() ? into_.error() : from_.error());
        select.bind(1, number);
        while (select.row()) {
            for (int i = 0; i < 7; ++i) copyValue(select, i, insert, i + 1, false);
            insert.bind(8, select.integer(7));
            insert.bind(9, merged_.batchOf.at(number));
            if (!insert.done()) return Unexpected(into_.error());
        }
        return select.failed() ? Result<void>(Unexpected(from_.error())) : Result<void>();
    }

    Result<void> mergeEdges() {
        Statement select = from_.prepare("SELECT newer_batch, newer_row, older_batch, older_row FROM banlang_supersedes");
        Statement insert =
            into_.prepare("INSERT OR IGNORE INTO banlang_supersedes (newer_batch, newer_row, older_batch, older_row) "
                          "VALUES (?, ?, ?, ?) RETURNING fid");
        if (!select.valid() || !insert.valid()) return Unexpected(select.valid() ? into_.error() : from_.error());
        while (select.row()) {
            const auto newer = merged_.batchOf.find(select.integer(0));
            const auto older = merged_.batchOf.find(select.integer(2));
            if (newer == merged_.batchOf.end() || older == merged_.batchOf.end()) continue;
            insert.bind(1, newer->second);
            insert.bind(2, select.integer(1));
            insert.bind(3, older->second);
            insert.bind(4, select.integer(3));
            if (insert.row()) merged_.newerOfNewEdges.emplace(newer->second, static_cast<std::uint32_t>(select.integer(1)));
            if (!insert.done()) return Unexpected(into_.error());
        }
        return select.failed() ? Result<void>(Unexpected(from_.error())) : Result<void>();
    }

    Result<void> mergeActs() {
        BANLANG_TRY(acts, ActLog(from_).everything());
        BANLANG_TRY(known, ActLog(into_).everything());
        std::set<std::string> ids;
        for (const Act& act : known) ids.insert(act.id);
        for (Act& act : acts) {
            if (ids.contains(act.id)) continue;
            BANLANG_TRY(kept, ActLog(into_).add(std::move(act)));
            merged_.newActs.push_back(std::move(kept));
        }
        return {};
    }

    Result<void> mergeDocuments() {
        Statement select =
            from_.prepare("SELECT id, kind, key, json, supersedes, made_at, made_by FROM banlang_documents ORDER BY id");
        Statement insert =
            into_.prepare("INSERT OR IGNORE INTO banlang_documents (id, kind, key, json, supersedes, made_at, made_by) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING fid");
        if (!select.valid() || !insert.valid()) return Unexpected(select.valid() ? into_.error() : from_.error());
        while (select.row()) {
            for (int i = 0; i < 7; ++i) copyValue(select, i, insert, i + 1, false);
            merged_.documents += insert.row() ? 1U : 0U;
            if (!insert.done()) return Unexpected(into_.error());
        }
        return select.failed() ? Result<void>(Unexpected(from_.error())) : Result<void>();
    }

    const Database& from_;
    const Database& into_;
    const std::set<std::int64_t>& wanted_;
    std::int64_t importId_;
    MergedTables merged_;
};

} // namespace

Result<MergedTables> mergeTables(const Database& from, const Database& into, const std::set<std::int64_t>& wanted,
                                 std::int64_t importId) {
    return TableMerge(from, into, wanted, importId).run();
}

} // namespace banlang::detail
