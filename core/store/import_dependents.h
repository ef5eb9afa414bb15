// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"
#include "core/store/store.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace banlang {

/// All that one command loaded.
struct StoredImport {
    std::int64_t id = 0;
    std::string importedAt; ///< ISO 8601, UTC
    std::vector<StoredBatch> batches;
    std::size_t rowsLoaded = 0;

    [[nodiscard]] std::size_t liveBatches() const;
    /// "live", "undone", "replaced", or "partly" where some batches count and some do not.
    [[nodiscard]] std::string_view state() const;
};
/// The imports of a store, in their order, from its batches.
[[nodiscard]] std::vector<StoredImport> importsOf(std::span<const StoredBatch> batches);

/// "thang 6.csv, thang 7.csv và 3 tệp nữa": the files of batches, each once.
[[nodiscard]] Bilingual namedFiles(std::span<const StoredBatch> batches);

/// A batch that came later and speaks of what the batches to be taken back brought.
struct DependentBatch {
    StoredBatch batch;
    std::size_t corrections = 0; ///< reports that took the place of some of theirs
    std::size_t reports = 0;     ///< further reports of their records
    std::size_t references = 0;  ///< rows linked to records that nothing else tells of
};

/// What came after batches and depends on them. Taking them back keeps all of it: records that others still name stay, and what
/// refers to one that goes is open until it is there again.
struct ImportDependents {
    std::vector<DependentBatch> batches; ///< in the order of import
    std::size_t recordsKept = 0;         ///< records of theirs that other reports still name
    std::size_t recordsGone = 0;
    std::size_t verdicts = 0; ///< of people about reports or records of theirs
    std::size_t links = 0;    ///< rows, of any batch, that a person linked to a record that goes

    [[nodiscard]] bool any() const { return !batches.empty() || verdicts + links > 0; }
};

/// Looks at a store before batches are taken back. Links it: a million parcels take about a second.
[[nodiscard]] Result<ImportDependents> dependentsOf(const std::string& storePath, std::span<const std::int64_t> batchIds);

/// The same in one or two sentences; nothing where there is none.
[[nodiscard]] Bilingual textOf(const ImportDependents& dependents);

} // namespace banlang
