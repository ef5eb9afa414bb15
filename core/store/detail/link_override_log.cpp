// SPDX-License-Identifier: MIT
#include "core/store/detail/link_override_log.h"

#include "core/store/gpkg/detail/transaction.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace banlang::detail {
namespace {

LinkOverrideState stateFromId(std::string_view text) {
    constexpr std::array others = {LinkOverrideState::superseded, LinkOverrideState::withdrawn, LinkOverrideState::withdrawal};
    const auto* const found =
        std::find_if(others.begin(), others.end(), [&](LinkOverrideState state) { return id(state) == text; });
    return found == others.end() ? LinkOverrideState::live : *found;
}

bool aboutTheSame(const LinkOverride& a, const LinkOverride& b) {
    return a.role == b.role && a.field == b.field && a.rawText == b.rawText && a.scope == b.scope;
}

/// Binds what an override is about to the parameters 1 to 4.
void bindSubject(Statement& statement, const LinkOverride& linkOverride) {
    int parameter = 1;
    for (const std::string_view text : {recordKind(linkOverride.role).id, std::string_view(linkOverride.field),
                                        std::string_view(linkOverride.rawText), std::string_view(linkOverride.scope)})
        statement.bind(parameter++, text);
}

Result<void> endLive(const Database& database, const LinkOverride& linkOverride, LinkOverrideState state) {
    Statement update = database.prepare("UPDATE banlang_decisions SET state = ?5 WHERE role = ?1 AND field = ?2 AND said = ?3 AND "
                                        "within = ?4 AND state = 'live'");
    bindSubject(update, linkOverride);
    update.bind(5, id(state));
    if (!update.valid() || !update.done()) return Unexpected(database.error());
    return {};
}

Result<void> write(const Database& database, const LinkOverride& linkOverride, LinkOverrideState state) {
    Statement insert =
        database.prepare("INSERT INTO banlang_decisions (role, field, said, within, target, decided_at, decided_by, reason, state) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ifnull(nullif(?6, ''), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ?7, ?8, ?9)");
    bindSubject(insert, linkOverride);
    int parameter = 5;
    for (const std::string_view text : {std::string_view(linkOverride.target), std::string_view(linkOverride.decidedAt),
                                        std::string_view(linkOverride.decidedBy), std::string_view(linkOverride.reason), id(state)})
        insert.bind(parameter++, text);
    if (!insert.valid() || !insert.done()) return Unexpected(database.error());
    return {};
}

Error notDecided(const std::string& path, const LinkOverride& linkOverride) {
    return {ErrorKind::usage,
            "not-decided",
            {fmt::format("Chưa có quyết định nào về “{}”", linkOverride.rawText),
             fmt::format("Nothing is decided about “{}”", linkOverride.rawText)},
            {"Xem các quyết định bằng banlang link KHO --log", "See the decisions with banlang link STORE --log"},
            {path, std::string(recordKind(linkOverride.role).id), -1, linkOverride.field}};
}

/// The same entry, whatever became of it since.
bool isTheSameEntry(const LinkOverride& a, const LinkOverride& b) {
    const bool withdrawals = (a.state == LinkOverrideState::withdrawal) == (b.state == LinkOverrideState::withdrawal);
    return withdrawals && aboutTheSame(a, b) && a.target == b.target && a.decidedAt == b.decidedAt && a.decidedBy == b.decidedBy &&
           a.reason == b.reason;
}

Result<void> setState(const Database& database, const LinkOverride& entry, LinkOverrideState state) {
    Statement update = database.prepare("UPDATE banlang_decisions SET state = ?5 WHERE role = ?1 AND field = ?2 AND said = ?3 AND "
                                        "within = ?4 AND target = ?6 AND decided_at = ?7 AND state = 'live'");
    bindSubject(update, entry);
    update.bind(5, id(state));
    update.bind(6, std::string_view(entry.target));
    update.bind(7, std::string_view(entry.decidedAt));
    if (!update.valid() || !update.done()) return Unexpected(database.error());
    return {};
}

} // namespace

Result<std::size_t> LinkOverrideLog::unite(const StoreFile& other) const {
    BANLANG_TRY(here, all());
    BANLANG_TRY(there, LinkOverrideLog(other).all());
    std::size_t added = 0;
    for (const LinkOverride& entry : there) {
        const auto known =
            std::find_if(here.begin(), here.end(), [&](const LinkOverride& one) { return isTheSameEntry(one, entry); });
        if (known == here.end()) {
            BANLANG_CHECK(write(file_.database, entry, entry.state));
            ++added;
        } else if (known->live() && !entry.live()) {
            BANLANG_CHECK(setState(file_.database, entry, entry.state));
        }
    }
    return added;
}

Result<std::vector<LinkOverride>> LinkOverrideLog::all() const {
    std::vector<LinkOverride> overrides;
    Statement select = file_.database.prepare(
        "SELECT role, field, said, within, target, decided_at, decided_by, reason, state FROM banlang_decisions ORDER BY fid");
    while (select.row()) {
        // A kind of a later version is none of ours.
        const auto role = roleFromId(select.text(0));
        if (!role) continue;
        LinkOverride linkOverride{*role, {}, {}, {}, {}, {}, {}, {}, stateFromId(select.text(8))};
        int column = 1;
        for (std::string* text : {&linkOverride.field, &linkOverride.rawText, &linkOverride.scope, &linkOverride.target,
                                  &linkOverride.decidedAt, &linkOverride.decidedBy, &linkOverride.reason})
            *text = select.text(column++);
        overrides.push_back(std::move(linkOverride));
    }
    if (select.failed()) return Unexpected(file_.database.error());
    return overrides;
}

Result<void> LinkOverrideLog::save(std::span<const LinkOverride> overrides) const {
    const Database& database = file_.database;
    BANLANG_TRY(before, all());
    return inTransaction(database, [&]() -> Result<void> {
        for (const LinkOverride& linkOverride : overrides) {
            const bool repeated = std::any_of(before.begin(), before.end(), [&](const LinkOverride& old) {
                return old.live() && aboutTheSame(old, linkOverride) && old.target == linkOverride.target;
            });
            if (repeated) continue;
            BANLANG_CHECK(endLive(database, linkOverride, LinkOverrideState::superseded));
            BANLANG_CHECK(write(database, linkOverride, LinkOverrideState::live));
        }
        return {};
    });
}

Result<void> LinkOverrideLog::withdraw(const LinkOverride& linkOverride) const {
    const Database& database = file_.database;
    BANLANG_TRY(before, all());
    const auto live = std::find_if(before.begin(), before.end(),
                                   [&](const LinkOverride& old) { return old.live() && aboutTheSame(old, linkOverride); });
    if (live == before.end()) return Unexpected(notDecided(file_.path, linkOverride));
    LinkOverride entry = linkOverride;
    entry.target = live->target;
    return inTransaction(database, [&]() -> Result<void> {
        BANLANG_CHECK(endLive(database, linkOverride, LinkOverrideState::withdrawn));
        return write(database, entry, LinkOverrideState::withdrawal);
    });
}

} // namespace banlang::detail
