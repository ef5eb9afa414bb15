// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/pending_output.h"
#include "core/io/folder.h"
#include "core/store/import.h"

#include <optional>
#include <string>
#include <vector>

// What an import sees to where its store lies, before and while the store is made.

namespace banlang::detail {

/// Fails where the log of a store that is gone lies at the place of a new one: SQLite takes what bears its name for its own log.
[[nodiscard]] Result<void> checkNoForeignLog(const std::string& path);

/// A store is none of its own sources, by whatever name it is reached: all that has no key would be there twice. Fails when it is
/// named as one; in a folder it is left out, and the report says so.
[[nodiscard]] Result<void> leaveStoreOut(const std::vector<std::string>& sources, const std::string& storePath, FoundFiles& found,
                                         ImportReport& report);

/// Where a new store is made until it is whole: beside its place, or, for a dry run, where files of a moment lie.
[[nodiscard]] Result<PendingOutput> beginNewStore(const std::string& path, bool dryRun);
/// Whether a store was not moved to its place because another program has put one there since: then all is to be decided anew.
[[nodiscard]] bool isThereMeanwhile(const Error& error);

struct NewStore {
    int epsg = 0;
    std::string office; ///< see Store::create
    bool dryRun = false;
    bool crsIsOpen = false; ///< nothing settled its CRS yet
};
/// Makes a store that appears whole or not at all; a failure leaves nothing, nor does a dry run. Never takes the place of a file.
[[nodiscard]] Result<std::vector<StoredBatch>> writeNewStore(const std::string& path, std::vector<CheckedBatch>& batches,
                                                             const std::optional<std::string>& terrain, const NewStore& store,
                                                             const Progress& progress);

} // namespace banlang::detail
