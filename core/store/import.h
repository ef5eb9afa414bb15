// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/geo/crs.h"
#include "core/intake/batch.h"
#include "core/intake/zone/store_zone.h"
#include "core/store/merge.h"
#include "core/store/office.h"
#include "core/store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang {

struct ImportOptions {
    std::optional<Role> role;             ///< of all layers, instead of guessing it
    std::optional<TextDecoding> decoding; ///< of all texts
    std::optional<int> epsg;              ///< CRS of the layers that name none
    ImportProfiles profiles;              ///< a mapping file; decides over the above and over what the store remembers
    std::optional<int> storeEpsg;         ///< CRS that the store is to be in; none: a new one's is found, another's stays
    bool complete = false; ///< lists are whole: what they no longer name of their issuers has ended; remembered per source
    bool dryRun = false;
};

/// What an import did, layer by layer, in the order of loading.
struct ImportReport {
    std::vector<CheckedBatch> batches;   ///< rows are empty after the import, the counts stay
    std::vector<Error> refused;          ///< files or layers that could not be read or understood; nothing of them was loaded
    std::vector<Error> ignored;          ///< worksheets without a table, layers that are left out by their profile
    std::vector<std::string> otherFiles; ///< files of kinds that hold no data
    std::vector<Question> questions;     ///< what a person has to decide; refused layers wait for it
    std::vector<StoredBatch> stored;     ///< as they are in the store now; empty after a dry run
    std::vector<MergeReport> merged;     ///< stores among the sources, with what they brought
    std::optional<std::string> terrainFile;
    std::optional<Office> office;            ///< whose store it is now; nothing where there is none yet
    int storeEpsg = 0;                       ///< CRS that the rows were brought into
    ZoneBasis zoneBasis = ZoneBasis::chosen; ///< what the CRS of a new store goes by
};

/// Reads files and folders (recursively), makes them readable, finds out what each layer is and where it lies, repairs and checks
/// it against the rest and the store, and loads everything in one transaction. Each row goes to the record of its issuer and
/// number; what files no longer name stays, and is told. A new store is written beside its final name and renamed, so that a
/// failure leaves nothing. Its CRS is the zone of its place; where that is in doubt, the first option of a question is taken. A
/// store that nothing lies in yet, and one whose CRS is chosen anew, are brought into another. Fails when no source could be used;
/// otherwise what was refused is in the report. Stores among the sources are merged first, each in a transaction of its own.
[[nodiscard]] Result<ImportReport> importSources(const std::vector<std::string>& sources, const std::string& storePath,
                                                 const ImportOptions& options, const Progress& progress = {});

/// The profiles of all layers of a report, to be saved as a mapping file.
[[nodiscard]] ImportProfiles profilesOf(const ImportReport& report);

} // namespace banlang
