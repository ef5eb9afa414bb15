// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/link/link_override.h"
#include "viewer/import/import_log.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace banlang::viewer {

/// Why a request is run: decides what is shown after it.
enum class ImportPurpose : std::uint8_t { import, sample, answer, reread, undo, redo, link };

/// What one run over a store is to do: import sources, take batches back, or decide what a record meant.
struct ImportRequest {
    ImportPurpose purpose = ImportPurpose::import;
    std::string storePath;
    std::vector<std::string> sources;
    ImportProfiles profiles;                                  ///< answers of a person to layers among the sources
    std::vector<std::int64_t> reread;                         ///< live batches that the profiles want read in another way
    std::vector<std::int64_t> undo;                           ///< when not empty, nothing is imported
    std::vector<std::int64_t> redo;                           ///< batches to be brought back; the same
    std::string by;                                           ///< who takes or brings back
    std::optional<LinkOverride> decide;                       ///< the same
    std::optional<LinkOverride> withdraw;                     ///< the same
    bool freshStore = false;                                  ///< remove what lies at the store's path before
    std::shared_ptr<const ImportLog> before;                  ///< the log that the answers belong to; null: a log of its own
    std::optional<std::pair<std::string, std::string>> layer; ///< file and layer that a person asks about
};

// What a person asks for, as requests. `log` is that of the open store, null where there is none; questions, rows and batches come
// as they are written in commands. Errors (usage): there is no such question, row or live batch, or the value is no answer.

/// Into the open store; an empty path: into one beside the sources, made if need be.
[[nodiscard]] ImportRequest requestToImport(std::string openStore, const std::vector<std::string>& sources);
/// Fails where the sample district was not installed.
[[nodiscard]] Result<ImportRequest> requestForSample();
/// Questions are numbered from one. `within`: files, or folders of files, for which alone the answer holds; empty: for all layers
/// that the question is about.
[[nodiscard]] Result<ImportRequest> requestToAnswer(const std::shared_ptr<const ImportLog>& log, const std::string& question,
                                                    const std::string& value, const std::vector<std::string>& within = {});
/// Imports one layer of the list, numbered from one, again with the answer to a question of this kind: "encoding", "role".
[[nodiscard]] Result<ImportRequest> requestToReread(const std::shared_ptr<const ImportLog>& log, const std::string& questionKind,
                                                    const std::string& row, const std::string& value);
/// `number`: of a live batch, or "import:3" for all that is live of one import.
[[nodiscard]] Result<ImportRequest> requestToUndo(const std::shared_ptr<const ImportLog>& log, const std::string& number);
/// The same of batches that were taken back.
[[nodiscard]] Result<ImportRequest> requestToRedo(const std::shared_ptr<const ImportLog>& log, const std::string& number);

/// Who sits before the window, as the system knows him; "" where it does not.
[[nodiscard]] std::string whoDecides();

/// Where the sample district lies: beside the program when installed, else in the source tree.
[[nodiscard]] std::optional<std::string> sampleDistrictPath();

} // namespace banlang::viewer
