// SPDX-License-Identifier: MIT
#include "core/io/detail/database_log.h"

#include <cpl_vsi.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace banlang::detail {
namespace {

constexpr vsi_l_offset walHeaderSize = 32;

vsi_l_offset sizeOf(const std::string& path) {
    VSIStatBufL status;
    return VSIStatExL(path.c_str(), &status, VSI_STAT_SIZE_FLAG) == 0 ? static_cast<vsi_l_offset>(status.st_size) : 0;
}

/// A journal that was used up is empty, or its first byte is zero.
bool leadsBack(const std::string& journal) {
    char first = 0;
    if (VSILFILE* file = sizeOf(journal) > 0 ? VSIFOpenL(journal.c_str(), "rb") : nullptr) {
        if (VSIFReadL(&first, 1, 1, file) != 1) first = 0;
        VSIFCloseL(file);
    }
    return first != 0;
}

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)>;

Handle opened(const std::string& path, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Handle database(handle, &sqlite3_close_v2);
    if (code != SQLITE_OK) database.reset();
    return database;
}

} // namespace

DatabaseLog databaseLogOf(const std::string& path) {
    DatabaseLog log;
    log.frames = sizeOf(path + "-wal") > walHeaderSize;
    log.wayBack = leadsBack(path + "-journal");
    return log;
}

std::string databaseHead(const std::string& path) {
    constexpr std::size_t length = 100;
    const Handle database = opened(path, SQLITE_OPEN_READONLY);
    sqlite3_file* file = nullptr;
    if (database == nullptr || sqlite3_file_control(database.get(), "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK)
        return {};
    sqlite3_int64 size = 0;
    if (file == nullptr || file->pMethods == nullptr || file->pMethods->xFileSize(file, &size) != SQLITE_OK) return {};
    std::string head(std::min<std::size_t>(length, static_cast<std::size_t>(size)), '\0');
    if (file->pMethods->xRead(file, head.data(), static_cast<int>(head.size()), 0) != SQLITE_OK) return {};
    return head;
}

bool isInWalMode(std::string_view head) {
    constexpr std::size_t readVersionAt = 19;
    constexpr char byWal = 2;
    return head.size() > readVersionAt && head[readVersionAt] == byWal;
}

bool mayWriteDatabase(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return access(path.c_str(), W_OK) == 0 && access(folder.empty() ? "." : folder.c_str(), W_OK | X_OK) == 0;
}

int settleDatabase(const std::string& path) {
    const Handle database = opened(path, SQLITE_OPEN_READWRITE);
    if (database == nullptr) return SQLITE_CANTOPEN;
    // Reading goes the way back by itself.
    for (const char* sql :
         {"SELECT count(*) FROM sqlite_master", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode = DELETE"}) {
        if (const int code = sqlite3_exec(database.get(), sql, nullptr, nullptr, nullptr); code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

} // namespace banlang::detail
