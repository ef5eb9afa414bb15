// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/sqlite.h"

#include "core/io/detail/database_log.h"
#include "core/store/gpkg/detail/gpkg_functions.h"
#include "core/store/gpkg/detail/store_errors.h"

#include <string_view>
#include <utility>

namespace banlang::detail {

Statement::Statement(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    failed_ = sqlite3_prepare_v2(database, sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK;
    statement_.reset(statement);
}

void Statement::bind(int parameter, std::string_view text) {
    sqlite3_bind_text(statement_.get(), parameter, text.data(), static_cast<int>(text.size()), nullptr);
}
void Statement::bind(int parameter, double value) {
    sqlite3_bind_double(statement_.get(), parameter, value);
}
void Statement::bind(int parameter, std::int64_t value) {
    sqlite3_bind_int64(statement_.get(), parameter, value);
}
void Statement::bind(int parameter, std::span<const std::byte> blob) {
    sqlite3_bind_blob64(statement_.get(), parameter, blob.data(), blob.size(), nullptr);
}
void Statement::bindNull(int parameter) {
    sqlite3_bind_null(statement_.get(), parameter);
}

bool Statement::row() {
    if (failed_) return false;
    const int code = sqlite3_step(statement_.get());
    failed_ = code != SQLITE_ROW && code != SQLITE_DONE;
    return code == SQLITE_ROW;
}

bool Statement::done() {
    while (row()) {}
    if (statement_ != nullptr) sqlite3_reset(statement_.get());
    return !failed_;
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
std::string_view Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    if (text == nullptr) return {};
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}
double Statement::number(int column) const {
    return sqlite3_column_double(statement_.get(), column);
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}
std::span<const std::byte> Statement::blob(int column) const {
    const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(statement_.get(), column));
    return {bytes, bytes == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

namespace {

/// To be read without locks and logs: where nobody can write it meanwhile.
std::string immutableUri(const std::string& path) {
    std::string uri = "file:";
    for (const char c : path) {
        constexpr std::string_view special = "%?#";
        constexpr std::string_view digits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        if (special.find(c) == std::string_view::npos)
            uri += c;
        else
            uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return uri + "?immutable=1";
}

} // namespace

Result<Database> Database::open(const std::string& path, bool writable) {
    Database database;
    database.path_ = path;
    std::string name = path;
    int flags = (writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
    if (writable && !mayWriteDatabase(path)) return Unexpected(databaseError(path, SQLITE_READONLY, {}));
    if (const DatabaseLog log = databaseLogOf(path); log.any() || isInWalMode(databaseHead(path))) {
        if (mayWriteDatabase(path)) {
            // While another program holds the file it is read, and written, by way of the log.
            (void)settleDatabase(path);
        } else if (!writable && log.any()) {
            BANLANG_TRY(copy, SettledCopy::kept(path));
            database.copy_ = copy;
            name = copy->path();
        } else if (!writable) {
            // Its log cannot be made, nor is needed.
            name = immutableUri(path);
            flags |= SQLITE_OPEN_URI;
        }
    }
    return opened(std::move(database), name, flags);
}

Result<Database> Database::opened(Database database, const std::string& name, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    database.database_.reset(handle);
    if (code != SQLITE_OK) return Unexpected(database.error());
    database.lockWait_ = std::make_unique<LockWait>(database.path_);
    database.lockWait_->attachTo(handle);
    database.guard_ = std::make_unique<StoreGuard>();
    if (!guardStore(handle, *database.guard_)) return Unexpected(database.error());
    if ((static_cast<unsigned>(flags) & SQLITE_OPEN_READWRITE) != 0) addGeoPackageFunctions(handle);
    return database;
}

ReadersBeside::ReadersBeside(const Database& reader) : path_(reader.path_), copy_(reader.copy_) {
    sqlite3* handle = reader.database_.get();
    const char* file = sqlite3_db_filename(handle, "main");
    Statement mode = reader.prepare("PRAGMA journal_mode");
    const bool byLog = !mode.row() || mode.text(0) == "wal";
    if (file != nullptr && !byLog && sqlite3_txn_state(handle, "main") != SQLITE_TXN_NONE) name_ = immutableUri(file);
}

Result<Database> ReadersBeside::open() const {
    if (name_.empty()) return Database::open(path_, false);
    Database database;
    database.path_ = path_;
    database.copy_ = copy_;
    return Database::opened(std::move(database), name_, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI);
}

Database& Database::operator=(Database&& other) noexcept {
    database_ = std::move(other.database_);
    path_ = std::move(other.path_);
    copy_ = std::move(other.copy_);
    guard_ = std::move(other.guard_);
    lockWait_ = std::move(other.lockWait_);
    return *this;
}

Result<void> Database::run(const std::string& sql) const {
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return Unexpected(error());
    return {};
}

Error Database::error() const {
    constexpr int primary = 0xFF;
    if (guard_ && sqlite3_errcode(database_.get()) == SQLITE_AUTH) return foreignSql(path_, guard_->refused);
    return databaseError(path_, sqlite3_errcode(database_.get()) & primary, sqlite3_errmsg(database_.get()));
}

void Database::waitWith(const Progress& progress) const {
    if (lockWait_) lockWait_->follow(progress);
}

void Database::allowIndexNodes(bool allowed) const {
    sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DEFENSIVE, allowed ? 0 : 1, nullptr);
}

Blob::Blob(const Database& database, const char* table, const char* column, std::int64_t rowId) {
    sqlite3_blob* blob = nullptr;
    if (sqlite3_blob_open(database.database_.get(), "main", table, column, rowId, 0, &blob) == SQLITE_OK) blob_.reset(blob);
}

std::size_t Blob::size() const {
    return blob_ == nullptr ? 0 : static_cast<std::size_t>(sqlite3_blob_bytes(blob_.get()));
}

bool Blob::read(std::span<std::byte> bytes) const {
    return blob_ != nullptr && sqlite3_blob_read(blob_.get(), bytes.data(), static_cast<int>(bytes.size()), 0) == SQLITE_OK;
}

} // namespace banlang::detail
