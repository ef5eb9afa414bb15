// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/io/detail/settled_copy.h"
#include "core/store/gpkg/detail/lock_wait.h"
#include "core/store/gpkg/detail/store_guard.h"

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace banlang::detail {

/// One prepared statement. Texts and blobs that are bound must live until the next step.
class Statement {
public:
    Statement(sqlite3* database, const std::string& sql);

    [[nodiscard]] bool valid() const { return statement_ != nullptr; }
    void bind(int parameter, std::string_view text);
    void bind(int parameter, double value);
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, std::span<const std::byte> blob);
    void bindNull(int parameter);

    [[nodiscard]] bool row();  ///< goes to the next row, if there is one
    [[nodiscard]] bool done(); ///< runs to the end and makes ready for the next run; false on failure
    [[nodiscard]] bool failed() const { return failed_; }

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] double number(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::span<const std::byte> blob(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    bool failed_ = false;
};

/// A connection of its own; not for two threads at once.
class Database {
public:
    /// What other programs left in a log beside the file is read too: it is moved into the file where that may be written, else
    /// read in a copy.
    [[nodiscard]] static Result<Database> open(const std::string& path, bool writable);
    Database(Database&& other) noexcept = default;
    Database& operator=(Database&& other) noexcept; ///< closes what was open, before what its connection refers to

    [[nodiscard]] Statement prepare(const std::string& sql) const { return {database_.get(), sql}; }
    [[nodiscard]] Result<void> run(const std::string& sql) const;
    [[nodiscard]] Error error() const; ///< what went wrong last
    [[nodiscard]] const std::string& path() const { return path_; }
    /// Nodes of a spatial index are tables of SQLite's own: only while this is set may they be written.
    void allowIndexNodes(bool allowed) const;
    /// Whom to tell that others hold the file, and who stops waiting for them.
    void waitWith(const Progress& progress) const;

private:
    Database() = default;
    friend class Blob;
    friend class ReadersBeside;
    [[nodiscard]] static Result<Database> opened(Database database, const std::string& name, int flags);
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };
    std::string path_;
    std::shared_ptr<const SettledCopy> copy_;
    std::unique_ptr<StoreGuard> guard_;  ///< outlives the connection
    std::unique_ptr<LockWait> lockWait_; ///< the same
    std::unique_ptr<sqlite3, Close> database_;
};

/// Connections for other threads that read what `reader` reads, while that stays in its transaction. They take no lock (a writer
/// that waits for `reader` would let no further reader in, and both would wait for each other), unless the file is read by way of a
/// log.
class ReadersBeside {
public:
    explicit ReadersBeside(const Database& reader); ///< on the thread of `reader`; does not refer to it
    /// False: others may write meanwhile, and each connection may see more than `reader` does.
    [[nodiscard]] bool seeTheSame() const { return !name_.empty(); }
    [[nodiscard]] Result<Database> open() const; ///< on any thread

private:
    std::string path_;
    std::string name_; ///< to be opened without locks
    std::shared_ptr<const SettledCopy> copy_;
};

/// One blob, read where it lies: a large one is never in memory twice.
class Blob {
public:
    /// Empty when there is no such blob.
    Blob(const Database& database, const char* table, const char* column, std::int64_t rowId);

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool read(std::span<std::byte> bytes) const; ///< the first bytes.size() of it

private:
    struct Close {
        void operator()(sqlite3_blob* blob) const { sqlite3_blob_close(blob); }
    };
    std::unique_ptr<sqlite3_blob, Close> blob_;
};

} // namespace banlang::detail
