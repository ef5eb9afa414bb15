// SPDX-License-Identifier: MIT
#pragma once

#include "tests/e2e/command.h"

#include <sqlite3.h>

#include <functional>
#include <stdexcept>

namespace banlang::peers {

/// A store as SQLite with SpatiaLite sees it: nothing of ours in between. Statements come from tests/peers/sql.
class PeerDatabase {
public:
    explicit PeerDatabase(const std::string& path) {
        check(sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READONLY, nullptr));
        check(sqlite3_enable_load_extension(database_, 1));
        check(sqlite3_load_extension(database_, "mod_spatialite", nullptr, nullptr));
    }
    ~PeerDatabase() { sqlite3_close_v2(database_); }
    PeerDatabase(const PeerDatabase&) = delete;
    PeerDatabase& operator=(const PeerDatabase&) = delete;

    [[nodiscard]] static bool available() {
        sqlite3* database = nullptr;
        sqlite3_open(":memory:", &database);
        sqlite3_enable_load_extension(database, 1);
        const bool found = sqlite3_load_extension(database, "mod_spatialite", nullptr, nullptr) == SQLITE_OK;
        sqlite3_close(database);
        return found;
    }

    static std::string sqlOf(const std::string& name) {
        const std::string sql = e2e::readFile(std::string(BANLANG_SOURCE_DIR) + "/tests/peers/sql/" + name + ".sql");
        if (sql.empty()) throw std::runtime_error("no such topic: " + name);
        return sql;
    }
    void runFile(const std::string& name) const { runText(sqlOf(name)); }
    void runText(const std::string& sql) const { check(sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr)); }

    /// Calls visit(statement) for each row.
    void select(const std::string& sql, const std::function<void(sqlite3_stmt*)>& visit) const {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr));
        int code = SQLITE_ROW;
        while ((code = sqlite3_step(statement)) == SQLITE_ROW) visit(statement);
        sqlite3_finalize(statement);
        if (code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_));
    }

private:
    void check(int code) const {
        if (code != SQLITE_OK) throw std::runtime_error(database_ == nullptr ? "no database" : sqlite3_errmsg(database_));
    }
    sqlite3* database_ = nullptr;
};

} // namespace banlang::peers
