// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include <functional>
#include <set>
#include <string>
#include <string_view>

// A store comes from anywhere, and SQL can lie in it: triggers and views that run when a table is written or read. Only the
// triggers that GeoPackage, GDAL and this program put there may do what those are for; whatever else would run is refused.

namespace banlang::detail {

/// What may not run on one connection, and what was refused last; lives as long as it.
struct StoreGuard {
    std::set<std::string, std::less<>> foreign; ///< views, and triggers of others, that were there when it was opened
    std::string refused;                        ///< name of a trigger or view; empty: nothing was
};

/// Sets the limits of a connection: no other file is attached, nothing is loaded into the program, no table of the system is
/// written, and triggers keep to their purpose. (That the schema is not to be trusted cannot be said: SQLite would refuse the
/// spatial index.) `guard` learns what was refused, and outlives the connection. False where the schema cannot be read: others hold
/// the file, or it is none.
[[nodiscard]] bool guardStore(sqlite3* database, StoreGuard& guard);

/// Whether a trigger bears a name that GeoPackage, GDAL or this program give.
[[nodiscard]] bool isStoreTrigger(std::string_view name);

/// A name in SQL: in quotation marks, those within it doubled.
[[nodiscard]] std::string quotedName(std::string_view name);

} // namespace banlang::detail
