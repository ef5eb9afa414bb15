// SPDX-License-Identifier: MIT
#include "core/store/records/detail/act_log.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xxhash.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace banlang::detail {
namespace {

constexpr char separator = '\x1f';

std::string idOf(const Act& act) {
    const std::string text = fmt::format("{}{}{}{}{}{}{}{}{}{}{}", act.kind, separator, act.subject, separator, act.supersedes,
                                         separator, act.madeAt, separator, act.madeBy, separator, act.reason);
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string now(const Database& database) {
    Statement select = database.prepare("SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')");
    return select.row() ? std::string(select.text(0)) : std::string();
}

std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> found;
    for (std::string word; stream >> word;) found.push_back(std::move(word));
    return found;
}

Result<std::vector<Act>> select(const Database& database, const std::string& condition, std::string_view value) {
    Statement select = database.prepare("SELECT id, kind, subject, supersedes, made_at, made_by, reason FROM banlang_acts " +
                                        condition + " ORDER BY id");
    if (!select.valid()) return Unexpected(database.error());
    if (!value.empty()) select.bind(1, value);
    std::vector<Act> acts;
    while (select.row()) {
        Act act;
        int column = 0;
        for (std::string* text : {&act.id, &act.kind, &act.subject, &act.supersedes, &act.madeAt, &act.madeBy, &act.reason})
            *text = select.text(column++);
        acts.push_back(std::move(act));
    }
    if (select.failed()) return Unexpected(database.error());
    return acts;
}

} // namespace

Result<Act> ActLog::add(Act act) const {
    if (act.madeAt.empty()) act.madeAt = now(database_);
    act.id = idOf(act);
    Statement insert =
        database_.prepare("INSERT OR IGNORE INTO banlang_acts (id, kind, subject, supersedes, made_at, made_by, reason) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?)");
    int parameter = 1;
    for (const std::string* text : {&act.id, &act.kind, &act.subject, &act.supersedes, &act.madeAt, &act.madeBy, &act.reason})
        insert.bind(parameter++, std::string_view(*text));
    if (!insert.valid() || !insert.done()) return Unexpected(database_.error());
    return act;
}

Result<std::vector<Act>> ActLog::everything() const {
    return select(database_, "", {});
}

Result<std::vector<Act>> ActLog::all(std::string_view kind) const {
    return select(database_, "WHERE kind = ?", kind);
}

Result<std::vector<Act>> ActLog::live(std::string_view kind) const {
    BANLANG_TRY(acts, all(kind));
    if (acts.empty()) return std::move(acts);
    BANLANG_TRY(others, select(database_, "WHERE supersedes <> ''", {}));
    std::set<std::string> superseded;
    for (const Act& act : others) {
        for (std::string& id : words(act.supersedes)) superseded.insert(std::move(id));
    }
    std::erase_if(acts, [&](const Act& act) { return superseded.contains(act.id); });
    return std::move(acts);
}

Result<std::string> ActLog::idsAbout(std::string_view subject, std::span<const std::string_view> kinds) const {
    std::vector<std::string> ids;
    for (const std::string_view kind : kinds) {
        BANLANG_TRY(acts, live(kind));
        for (const Act& act : acts) {
            if (act.subject == subject || act.subject.starts_with(std::string(subject) + ' ')) ids.push_back(act.id);
        }
    }
    return fmt::format("{}", fmt::join(ids, " "));
}

Result<std::set<std::string, std::less<>>> removedBatches(const Database& database) {
    const ActLog log(database);
    BANLANG_TRY(purges, log.live(act_kind::purge));
    std::set<std::string, std::less<>> removed;
    if (purges.empty()) return removed;
    BANLANG_TRY(withdrawals, log.live(act_kind::withdraw));
    std::set<std::string> withdrawn;
    for (const Act& act : withdrawals) withdrawn.insert(act.subject);
    for (const Act& act : purges) {
        if (withdrawn.contains(act.subject)) removed.insert(act.subject);
    }
    return removed;
}

Result<KeyAliases> KeyAliases::of(const Database& database, std::string_view kindId) {
    BANLANG_TRY(acts, ActLog(database).live(act_kind::sameAs));
    KeyAliases aliases;
    for (const Act& act : acts) {
        const std::vector<std::string> parts = words(act.subject);
        if (parts.size() != 3 || parts[0] != kindId) continue;
        const auto a = recordKeyFromText(parts[1]);
        const auto b = recordKeyFromText(parts[2]);
        if (a && b) aliases.unite(*a, *b);
    }
    return aliases;
}

void KeyAliases::unite(const RecordKey& a, const RecordKey& b) {
    const RecordKey first = representative(a);
    const RecordKey second = representative(b);
    if (first == second) return;
    parents_[std::max(first, second)] = std::min(first, second);
}

RecordKey KeyAliases::representative(const RecordKey& key) const {
    RecordKey root = key;
    for (auto parent = parents_.find(root); parent != parents_.end(); parent = parents_.find(root)) root = parent->second;
    return root;
}

Result<void> addEdges(const Database& database, std::span<const ReportEdge> edges) {
    Statement insert = database.prepare(
        "INSERT OR IGNORE INTO banlang_supersedes (newer_batch, newer_row, older_batch, older_row) VALUES (?, ?, ?, ?)");
    for (const ReportEdge& edge : edges) {
        insert.bind(1, edge.newerBatch);
        insert.bind(2, static_cast<std::int64_t>(edge.newerRow));
        insert.bind(3, edge.olderBatch);
        insert.bind(4, static_cast<std::int64_t>(edge.olderRow));
        if (!insert.valid() || !insert.done()) return Unexpected(database.error());
    }
    return {};
}

Result<std::vector<ReportEdge>> edgesFrom(const Database& database, std::set<ReportPlace> reports) {
    std::vector<ReportEdge> edges;
    Statement select =
        database.prepare("SELECT older_batch, older_row FROM banlang_supersedes WHERE newer_batch = ? AND newer_row = ?");
    if (!select.valid()) return Unexpected(database.error());
    std::vector<ReportPlace> open(reports.begin(), reports.end());
    while (!open.empty()) {
        const auto [batch, row] = open.back();
        open.pop_back();
        select.bind(1, batch);
        select.bind(2, static_cast<std::int64_t>(row));
        while (select.row()) {
            const ReportPlace older{select.integer(0), static_cast<std::uint32_t>(select.integer(1))};
            edges.push_back({batch, row, older.first, older.second});
            if (reports.insert(older).second) open.push_back(older);
        }
        if (select.failed() || !select.done()) return Unexpected(database.error());
    }
    return edges;
}

} // namespace banlang::detail
