// SPDX-License-Identifier: MIT
#include "core/store/detail/store_impl.h"
#include "core/store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace banlang {
namespace {

using detail::Database;
using detail::Statement;

DecisionState stateFromId(std::string_view text) {
    constexpr std::array others = {DecisionState::superseded, DecisionState::withdrawn, DecisionState::withdrawal};
    const auto* const found = std::find_if(others.begin(), others.end(), [&](DecisionState state) { return id(state) == text; });
    return found == others.end() ? DecisionState::live : *found;
}

bool aboutTheSame(const LinkDecision& a, const LinkDecision& b) {
    return a.role == b.role && a.field == b.field && a.said == b.said && a.within == b.within;
}

/// Binds what a decision is about to the parameters 1 to 4.
void bindSubject(Statement& statement, const LinkDecision& decision) {
    int parameter = 1;
    for (const std::string_view text : {recordKind(decision.role).id, std::string_view(decision.field),
                                        std::string_view(decision.said), std::string_view(decision.within)})
        statement.bind(parameter++, text);
}

Result<void> endLive(const Database& database, const LinkDecision& decision, DecisionState state) {
    Statement update = database.prepare("UPDATE banlang_decisions SET state = ?5 WHERE role = ?1 AND field = ?2 AND said = ?3 AND "
                                        "within = ?4 AND state = 'live'");
    bindSubject(update, decision);
    update.bind(5, id(state));
    if (!update.valid() || !update.done()) return Unexpected(database.error());
    return {};
}

Result<void> write(const Database& database, const LinkDecision& decision, DecisionState state) {
    Statement insert =
        database.prepare("INSERT INTO banlang_decisions (role, field, said, within, target, decided_at, decided_by, reason, state) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ifnull(nullif(?6, ''), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ?7, ?8, ?9)");
    bindSubject(insert, decision);
    int parameter = 5;
    for (const std::string_view text : {std::string_view(decision.target), std::string_view(decision.decidedAt),
                                        std::string_view(decision.decidedBy), std::string_view(decision.reason), id(state)})
        insert.bind(parameter++, text);
    if (!insert.valid() || !insert.done()) return Unexpected(database.error());
    return {};
}

Error notDecided(const std::string& path, const LinkDecision& decision) {
    return {
        ErrorKind::usage,
        "not-decided",
        {fmt::format("Chưa có quyết định nào về “{}”", decision.said), fmt::format("Nothing is decided about “{}”", decision.said)},
        {"Xem các quyết định bằng banlang link KHO --log", "See the decisions with banlang link STORE --log"},
        {path, std::string(recordKind(decision.role).id), -1, decision.field}};
}

} // namespace

Result<std::vector<LinkDecision>> Store::linkDecisions() const {
    std::vector<LinkDecision> decisions;
    Statement select = impl_->database.prepare(
        "SELECT role, field, said, within, target, decided_at, decided_by, reason, state FROM banlang_decisions ORDER BY fid");
    while (select.row()) {
        // A kind of a later version is none of ours.
        const auto role = roleFromId(select.text(0));
        if (!role) continue;
        LinkDecision decision{*role, {}, {}, {}, {}, {}, {}, {}, stateFromId(select.text(8))};
        int column = 1;
        for (std::string* text : {&decision.field, &decision.said, &decision.within, &decision.target, &decision.decidedAt,
                                  &decision.decidedBy, &decision.reason})
            *text = select.text(column++);
        decisions.push_back(std::move(decision));
    }
    if (select.failed()) return Unexpected(impl_->database.error());
    return decisions;
}

Result<void> Store::decideLinks(std::span<const LinkDecision> decisions) {
    const Database& database = impl_->database;
    BANLANG_TRY(before, linkDecisions());
    return detail::inTransaction(database, [&]() -> Result<void> {
        for (const LinkDecision& decision : decisions) {
            const bool said = std::any_of(before.begin(), before.end(), [&](const LinkDecision& old) {
                return old.live() && aboutTheSame(old, decision) && old.target == decision.target;
            });
            if (said) continue;
            BANLANG_CHECK(endLive(database, decision, DecisionState::superseded));
            BANLANG_CHECK(write(database, decision, DecisionState::live));
        }
        return {};
    });
}

Result<void> Store::withdrawLink(const LinkDecision& decision) {
    const Database& database = impl_->database;
    BANLANG_TRY(before, linkDecisions());
    const auto live = std::find_if(before.begin(), before.end(),
                                   [&](const LinkDecision& old) { return old.live() && aboutTheSame(old, decision); });
    if (live == before.end()) return Unexpected(notDecided(impl_->path, decision));
    LinkDecision entry = decision;
    entry.target = live->target;
    return detail::inTransaction(database, [&]() -> Result<void> {
        BANLANG_CHECK(endLive(database, decision, DecisionState::withdrawn));
        return write(database, entry, DecisionState::withdrawal);
    });
}

} // namespace banlang
