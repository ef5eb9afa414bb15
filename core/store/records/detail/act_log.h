// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_key.h"
#include "core/store/gpkg/detail/sqlite.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What people and imports did to batches and reports beside bringing them. Acts and supersessions are only ever added, and each
// names what it supersedes, so that two stores come together by the union of theirs. What holds follows from all of them.

namespace banlang::detail {

/// An act about a batch (by its hash), a report ("hash/row") or two records.
struct Act {
    std::string id;   ///< hash of all below; the same act in every store
    std::string kind; ///< of act_kind
    std::string subject;
    std::string supersedes; ///< ids of acts, separated by blanks
    std::string madeAt;     ///< ISO 8601, UTC
    std::string madeBy;
    std::string reason;
};

namespace act_kind {
inline constexpr std::string_view withdraw = "withdraw";              ///< a batch is taken back
inline constexpr std::string_view redo = "redo";                      ///< and counts again
inline constexpr std::string_view purge = "purge";                    ///< a batch that is taken back is kept nowhere
inline constexpr std::string_view reread = "reread";                  ///< "old new": the same source read in another way
inline constexpr std::string_view withdrawReport = "withdraw-report"; ///< one report does not count
inline constexpr std::string_view hold = "hold";                      ///< "hash/row fields": waits for a person
inline constexpr std::string_view release = "release";                ///< "hash/row": waits no longer
inline constexpr std::string_view sameAs = "same-as";                 ///< "kind key key": two numbers, one record
inline constexpr std::string_view forget = "forget";                  ///< "kind key", "person key": a person's values are removed
} // namespace act_kind

/// The acts of a store. What is written is to be called inside a transaction.
class ActLog {
public:
    explicit ActLog(const Database& database) : database_(database) {} ///< refers to it

    /// Fills id and, where it is missing, the time. One that is there already stays as it is.
    [[nodiscard]] Result<Act> add(Act act) const;
    [[nodiscard]] Result<std::vector<Act>> everything() const; ///< by id
    [[nodiscard]] Result<std::vector<Act>> all(std::string_view kind) const;
    /// Those that no other act supersedes.
    [[nodiscard]] Result<std::vector<Act>> live(std::string_view kind) const;
    /// Those of these kinds with this subject that are live: what a new act about it supersedes. Joined by blanks.
    [[nodiscard]] Result<std::string> idsAbout(std::string_view subject, std::span<const std::string_view> kinds) const;

private:
    const Database& database_;
};

/// Hashes of batches that are kept nowhere: removed for good, and not brought back by somebody who may not have known.
[[nodiscard]] Result<std::set<std::string, std::less<>>> removedBatches(const Database& database);

/// Which keys name one record, of one kind: by what people and imports said of them.
class KeyAliases {
public:
    [[nodiscard]] static Result<KeyAliases> of(const Database& database, std::string_view kindId);
    void unite(const RecordKey& a, const RecordKey& b);
    /// The smallest of all keys that name the same record.
    [[nodiscard]] RecordKey representative(const RecordKey& key) const;
    [[nodiscard]] bool empty() const { return parents_.empty(); }

private:
    std::map<RecordKey, RecordKey> parents_;
};

/// A supersession between two reports, by their batches and rows.
struct ReportEdge {
    std::int64_t newerBatch = 0;
    std::uint32_t newerRow = 0;
    std::int64_t olderBatch = 0;
    std::uint32_t olderRow = 0;
};
[[nodiscard]] Result<void> addEdges(const Database& database, std::span<const ReportEdge> edges);
/// A report by the number of its batch here and its row there.
using ReportPlace = std::pair<std::int64_t, std::uint32_t>;
/// All edges that lead on from the reports, through any number of others.
[[nodiscard]] Result<std::vector<ReportEdge>> edgesFrom(const Database& database, std::set<ReportPlace> reports);

/// The tables of acts, supersessions and documents, for a store that has none yet.
inline constexpr std::string_view historyTablesSql =
    "CREATE TABLE IF NOT EXISTS banlang_acts (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT UNIQUE NOT NULL, kind TEXT "
    "NOT NULL, subject TEXT NOT NULL, "
    "supersedes TEXT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL, reason TEXT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS banlang_supersedes (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, newer_batch INTEGER NOT NULL, "
    "newer_row INTEGER NOT NULL, "
    "older_batch INTEGER NOT NULL, older_row INTEGER NOT NULL, "
    "UNIQUE (newer_batch, newer_row, older_batch, older_row));"
    "CREATE TABLE IF NOT EXISTS banlang_documents (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT UNIQUE NOT NULL, kind "
    "TEXT NOT NULL, key TEXT NOT NULL, "
    "json TEXT NOT NULL, supersedes TEXT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL);"
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES "
    "('banlang_acts', 'attributes', 'banlang_acts'), ('banlang_supersedes', 'attributes', 'banlang_supersedes'), "
    "('banlang_documents', 'attributes', 'banlang_documents')";

} // namespace banlang::detail
