// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

// SQLite keeps beside "x.gpkg" what the file does not hold yet: "x.gpkg-wal" has the latest changes of a database that some
// programs (QGIS, DB Browser) leave in WAL mode, "x.gpkg-journal" the way back from a write that ended suddenly. Paths may be
// GDAL's:
// "/vsizip/...".

namespace banlang::detail {

struct DatabaseLog {
    bool frames = false;  ///< the -wal holds changes
    bool wayBack = false; ///< the -journal is not empty: the file may be half written

    [[nodiscard]] bool any() const { return frames || wayBack; }
};
[[nodiscard]] DatabaseLog databaseLogOf(const std::string& path);

/// The first 100 bytes, or as many as there are; no path of GDAL's. By SQLite, since a file that this process opens and closes by
/// itself loses all locks that its other connections hold on it.
[[nodiscard]] std::string databaseHead(const std::string& path);
/// Whether a file with this head asks to be written by way of a -wal.
[[nodiscard]] bool isInWalMode(std::string_view head);

/// Whether this process may write the file and files beside it; a folder that is mounted read-only says no to everybody.
[[nodiscard]] bool mayWriteDatabase(const std::string& path);

/// Moves what the log holds into the file and leaves WAL mode. 0, or the code of SQLite, mostly since another program holds the
/// file: then the file is as good as before, and whoever opens it reads by way of the log.
int settleDatabase(const std::string& path);

} // namespace banlang::detail
