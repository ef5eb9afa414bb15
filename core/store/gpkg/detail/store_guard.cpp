// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/store_guard.h"

#include "core/model/record_kinds.h"

#include <algorithm>
#include <string_view>

namespace banlang::detail {
namespace {

struct TriggerPurpose {
    std::string_view trigger; ///< its name begins with this
    int action;
    std::string_view table; ///< begins with this
};
constexpr TriggerPurpose purposes[] = {
    {"banlang_columns_", SQLITE_DELETE, "banlang_columns_state"},
    {"banlang_originals_", SQLITE_INSERT, "banlang_reports_"},
    {"rtree_", SQLITE_INSERT, "rtree_"},
    {"rtree_", SQLITE_UPDATE, "rtree_"},
    {"rtree_", SQLITE_DELETE, "rtree_"},
    {"trigger_insert_feature_count_", SQLITE_UPDATE, "gpkg_ogr_contents"},
    {"trigger_delete_feature_count_", SQLITE_UPDATE, "gpkg_ogr_contents"},
};

bool isTableOfAKind(std::string_view table) {
    const auto& kinds = recordKinds();
    return std::any_of(kinds.begin(), kinds.end(), [&](const RecordKind& kind) { return kind.table == table; });
}

/// Of the triggers that keep what was reported: the row is a report no longer.
bool givesUpItsReport(std::string_view trigger, std::string_view table, std::string_view column) {
    return trigger.starts_with("banlang_originals_") && isTableOfAKind(table) && (column == "source_row" || column == "occurrence");
}

bool mayWrite(std::string_view trigger, int action, std::string_view table, std::string_view column) {
    if (action == SQLITE_UPDATE && givesUpItsReport(trigger, table, column)) return true;
    return std::any_of(std::begin(purposes), std::end(purposes), [&](const TriggerPurpose& purpose) {
        return action == purpose.action && trigger.starts_with(purpose.trigger) && table.starts_with(purpose.table);
    });
}

std::string_view orEmpty(const char* text) {
    return text == nullptr ? std::string_view() : std::string_view(text);
}

/// `within`: the trigger, view or part of a WITH clause that wants it, null for the statement itself.
int authorize(void* data, int action, const char* first, const char* second, const char* /*database*/, const char* within) {
    if (action == SQLITE_ATTACH && !orEmpty(first).empty()) return SQLITE_DENY; // VACUUM attaches a file without a name
    if (within == nullptr) return SQLITE_OK;
    auto& guard = *static_cast<StoreGuard*>(data);
    const std::string_view name = within;
    const bool writes = action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE;
    const bool reads = action == SQLITE_READ || action == SQLITE_SELECT || action == SQLITE_FUNCTION || action == SQLITE_RECURSIVE;
    const bool allowed =
        !guard.foreign.contains(name) && (writes ? mayWrite(name, action, orEmpty(first), orEmpty(second)) : reads);
    if (!allowed) guard.refused = name;
    return allowed ? SQLITE_OK : SQLITE_DENY;
}

/// Ours ask for nothing again and again.
bool repeats(std::string_view sql) {
    constexpr std::string_view word = "recursive";
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; };
    return std::search(sql.begin(), sql.end(), word.begin(), word.end(), same) != sql.end();
}

std::string_view textOf(sqlite3_stmt* statement, int column) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    return orEmpty(text);
}

bool learnForeign(sqlite3* database, StoreGuard& guard) {
    sqlite3_stmt* select = nullptr;
    constexpr const char* sql = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('view', 'trigger')";
    if (sqlite3_prepare_v2(database, sql, -1, &select, nullptr) != SQLITE_OK) return false;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(select)) == SQLITE_ROW) {
        const std::string_view name = textOf(select, 1);
        if (textOf(select, 0) == "view" || !isStoreTrigger(name) || repeats(textOf(select, 2))) guard.foreign.emplace(name);
    }
    return sqlite3_finalize(select) == SQLITE_OK && code == SQLITE_DONE;
}

} // namespace

bool isStoreTrigger(std::string_view name) {
    return std::any_of(std::begin(purposes), std::end(purposes),
                       [&](const TriggerPurpose& purpose) { return name.starts_with(purpose.trigger); });
}

bool guardStore(sqlite3* database, StoreGuard& guard) {
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 1); // the one that VACUUM writes into
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    const bool learnt = learnForeign(database, guard);
    sqlite3_set_authorizer(database, &authorize, &guard);
    return learnt;
}

std::string quotedName(std::string_view name) {
    std::string quoted = "\"";
    for (const char c : name) {
        quoted += c;
        if (c == '"') quoted += c;
    }
    return quoted + '"';
}

} // namespace banlang::detail
