// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/import.h"
#include "core/store/store.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace banlang::viewer {

/// What became of one layer, or of a file that could not even be opened. The order is that of the list.
enum class ImportState : std::uint8_t { refused, waiting, loaded, unchanged, leftOut };
[[nodiscard]] std::string_view id(ImportState state);

/// One line of the list of layers: points into the report of its log.
struct ImportRow {
    ImportState state = ImportState::loaded;
    std::string file;
    std::string layer;
    std::string shownFile;  ///< without the folder that all files share
    std::string shownLayer; ///< empty when it says no more than the file
    std::size_t at = 0;     ///< in the report's refused, ignored or batches
    std::size_t notes = 0;
    std::size_t warnings = 0;
    std::size_t rejected = 0; ///< problems, not rows
    std::optional<std::size_t> question;
};

struct ImportTotals {
    std::size_t layers = 0; ///< loaded or there already
    std::size_t rowsLoaded = 0;
    std::size_t rowsRejected = 0;
    std::size_t refused = 0; ///< without those that wait for an answer
};

/// The last import of this session, with what was answered since, and the history of the store that it went to.
struct ImportLog {
    std::string storePath;
    ImportReport report;
    std::vector<StoredBatch> history; ///< in the order of import
    std::vector<ImportRow> rows;
    ImportTotals totals;

    [[nodiscard]] bool hasReport() const { return !rows.empty(); }
    [[nodiscard]] const CheckedBatch* batchOf(const ImportRow& row) const;
    [[nodiscard]] const Error* errorOf(const ImportRow& row) const; ///< of a row that is not loaded
    [[nodiscard]] bool isLive(std::int64_t batchId) const;
};

[[nodiscard]] std::shared_ptr<const ImportLog> makeImportLog(std::string storePath, ImportReport report,
                                                             std::vector<StoredBatch> history);

/// The report after a part of it was imported again: what that part says takes the place of what was said of its files; layers
/// that it only found unchanged keep what was said of them.
[[nodiscard]] ImportReport merged(ImportReport before, ImportReport again);

/// The name of a layer for people: "HiÕn ®Êt" is Hiến đất in the old fonts. Empty when the file is named the same.
[[nodiscard]] std::string shownLayerName(const std::string& file, const std::string& layer);

[[nodiscard]] std::size_t rowsLoaded(const CheckedBatch& batch);
[[nodiscard]] bool isUnchanged(const CheckedBatch& batch); ///< was in the store already, so nothing was read

/// What an answer to a question means for the layers that wait for it; nothing when it cannot be one. CRS answers are
/// "EPSG:9209" or "EPSG:9209 swapped", those of the store without the latter, roles are ids, encodings as textDecodingFromText
/// takes them, headers "3-4", communes codes, report days as people type them: "31/5/2022",
/// "tháng 5/2022".
[[nodiscard]] std::optional<ImportProfile> profileFromAnswer(const std::string& kind, const std::string& value);

/// Those of the layers that lie in these files or folders; all of them where none is named.
[[nodiscard]] std::vector<std::pair<std::string, std::string>>
layersWithin(const std::vector<std::pair<std::string, std::string>>& layers, const std::vector<std::string>& within);

/// Files and folders to import in order to reach these layers again: a layer in an archive is reached through the archive.
[[nodiscard]] std::vector<std::string> sourcesOf(const std::vector<std::pair<std::string, std::string>>& layers);
[[nodiscard]] ImportProfiles profilesFor(const std::vector<std::pair<std::string, std::string>>& layers,
                                         const ImportProfile& profile);

} // namespace banlang::viewer
