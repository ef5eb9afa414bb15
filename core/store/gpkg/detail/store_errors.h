// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

// Why a store cannot be used, each cause in its own words. None of them advises to make an existing file anew.

namespace banlang::detail {

class Database;

/// What SQLite complained about: `code` is its (primary) result code, `reason` its own words.
[[nodiscard]] Error databaseError(const std::string& path, int code, const std::string& reason);

/// Fails for what can be told without opening it: not there, a folder, not readable, empty, no SQLite, cut off.
[[nodiscard]] Result<void> checkStoreFile(const std::string& path);

/// SQL in the store, of which this program knows nothing, would have run: a trigger or view of this name.
[[nodiscard]] Error foreignSql(const std::string& path, const std::string& name);
/// A database that has not the tables of a store: no GeoPackage, or one that other programs made.
[[nodiscard]] Error notAStore(const std::string& path, const Database& database);
[[nodiscard]] Error storeTooNew(const std::string& path);
[[nodiscard]] Error storeUnfinished(const std::string& path); ///< the tables are there, and nothing says of which version

/// A row of a store that this program cannot have written.
[[nodiscard]] Error damagedRow(const std::string& path, std::string_view table, std::int64_t row, std::string_view columns);

/// Of a damaged store also tells which of its tables can still be read; any other error stays as it is.
[[nodiscard]] Error withWhatCanBeRead(Error error, const std::string& path);

} // namespace banlang::detail
