// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/intake/batch.h"
#include "core/store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang {

struct ImportOptions {
    std::optional<Role> role; ///< instead of guessing it
    std::optional<int> epsg;  ///< CRS of the sources that name none
    int storeEpsg = 9209;     ///< for a new store
    bool dryRun = false;
};

/// What an import did, file by file, in the order of loading.
struct ImportReport {
    std::vector<CheckedBatch> batches; ///< rows are empty after the import, the counts stay
    std::vector<Error> refused;        ///< files or layers that could not be read or understood; nothing of them was loaded
    std::optional<std::string> terrainFile;
};

/// Reads files and folders (recursively), guesses what each layer is, repairs and checks it against the rest and the store,
/// and loads everything in one transaction. A new store is written beside its final name and renamed, so that a failure leaves
/// nothing. Fails when no source could be used; otherwise what was refused is in the report.
[[nodiscard]] Result<ImportReport> importSources(const std::vector<std::string>& sources, const std::string& storePath,
                                                 const ImportOptions& options, const Progress& progress = {});

} // namespace banlang
