// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// Stores come together by the union of their batches, of what supersedes what, of acts, decisions and documents. What a record
// comes to follows from that union alone, so the order and the grouping in which stores are merged make no difference, and merging
// again changes nothing.

namespace banlang {

struct MergeReport {
    std::string file;
    std::string fromOffice;
    std::vector<StoredBatch> batches; ///< that the store did not have; as they are in it now
    std::size_t newRecords = 0;
    std::size_t conflicts = 0; ///< records that are in conflict now and were not before
    std::size_t overrides = 0; ///< about links, that the store did not have
    std::size_t acts = 0;      ///< withdrawals and the like, that it did not have
    std::size_t documents = 0;
    // Batches that both have: what was taken back in one of them is taken back in both, until somebody brings it back.
    std::vector<StoredBatch> takenBack;      ///< were live here, and the other store took them back
    std::vector<StoredBatch> broughtBack;    ///< were taken back here, and the other store brought them back
    std::vector<StoredBatch> stillTakenBack; ///< are live there, and stay taken back here
    std::vector<StoredBatch> removed;        ///< were here, and are removed for good as the other store removed them
};

/// What a merge brought, and what it could not, in a few sentences.
[[nodiscard]] Bilingual textOf(const MergeReport& report);

/// Whether a file is a store of ours, whose batches can be merged; by its tables.
[[nodiscard]] bool isStore(const std::string& path);

/// Brings everything that the store `from` has and `into` lacks, in one transaction; `from` stays as it is. A store that is not
/// there yet is made, with the CRS of the other and the unit that it numbers by; what people said of their office stays with them.
/// Geometries of another CRS are transformed. `dryRun`: tells what would come and keeps nothing.
[[nodiscard]] Result<MergeReport> mergeStore(const std::string& from, const std::string& into, bool dryRun = false,
                                             const Progress& progress = {});

/// What is to be sent: batches imported after one of them, or since a moment (ISO 8601); neither: all.
struct SendSelection {
    std::optional<std::int64_t> afterBatch;
    std::string since;
};

struct SendReport {
    std::vector<StoredBatch> batches;
    /// Columns with values about persons, and how many values, by table: what the receiver will hold.
    std::map<std::string, std::map<std::string, std::size_t>> personalValues;
};

/// Writes a small store with only these batches and all acts, decisions and documents, whole or not at all. Fails when the file is
/// there already.
[[nodiscard]] Result<SendReport> sendBatches(const std::string& store, const SendSelection& selection, const std::string& file,
                                             const Progress& progress = {});

} // namespace banlang
