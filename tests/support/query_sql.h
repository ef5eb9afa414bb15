// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>
#include <vector>

namespace banlang::test {

/// What a store holds, as any tool for SQLite sees it: rows of texts, "" for NULL. The store is not changed.
inline std::vector<std::vector<std::string>> queryRows(const std::string& path, const std::string& sql) {
    std::vector<std::vector<std::string>> rows;
    sqlite3* database = nullptr;
    EXPECT_EQ(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK) << path;
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(database) << sql;
    while (statement != nullptr && sqlite3_step(statement) == SQLITE_ROW) {
        std::vector<std::string>& row = rows.emplace_back();
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            const void* text = sqlite3_column_blob(statement, i);
            row.emplace_back(static_cast<const char*>(text == nullptr ? "" : text),
                             static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
        }
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return rows;
}

/// The rows as lines, values parted by |.
inline std::vector<std::string> queryLines(const std::string& path, const std::string& sql) {
    std::vector<std::string> lines;
    for (const std::vector<std::string>& row : queryRows(path, sql)) {
        std::string& line = lines.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) line.push_back('|');
            line.append(row[i]);
        }
    }
    return lines;
}

} // namespace banlang::test
