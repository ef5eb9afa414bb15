// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/gpkg/detail/transaction.h"

#include <string>

namespace banlang::detail {

/// An open store: its file and what it says of itself. Every part of a store works on it.
struct StoreFile {
    std::string path;
    int epsg = 0;
    Database database;
};

/// Whether a file says that it is a store, whole or not, of this version or another.
[[nodiscard]] bool saysStore(const std::string& path);
/// Version of the schema of a store, as it is; an error for what is none.
[[nodiscard]] Result<int> storeVersion(const std::string& path);

/// A store of an earlier version is brought up to date. Errors: what keeps it from being used, each cause in its own words.
[[nodiscard]] Result<StoreFile> openStoreFile(const std::string& path, bool writable);

/// Fails where another program brought the store into another CRS since it was opened: what was read of it, or was made ready for
/// it, does not fit any more.
[[nodiscard]] Result<void> checkUnchanged(const StoreFile& file);
/// The code of that error: to be begun anew.
inline constexpr std::string_view storeChangedMeanwhile = "store-changed-meanwhile";

/// inTransaction() over a store that is as it was when it was opened.
template <class Work>
Result<void> inStoreTransaction(const StoreFile& file, Work&& work, bool dryRun = false, const Progress& progress = {}) {
    const auto checked = [&]() -> Result<void> {
        BANLANG_CHECK(checkUnchanged(file));
        return work();
    };
    return inTransaction(file.database, checked, dryRun, progress);
}

} // namespace banlang::detail
