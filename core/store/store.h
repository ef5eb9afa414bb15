// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/intake/batch.h"
#include "core/link/link_override.h"
#include "core/model/district.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// Rows of a batch that was taken back, or whose source was read in another way since, are kept aside and can come back.
enum class BatchState : std::uint8_t { live, undone, replaced };
[[nodiscard]] std::string_view id(BatchState state); ///< "live", "undone", "replaced"

/// What is remembered of one layer of one import.
struct StoredBatch {
    std::int64_t id = 0;
    std::int64_t importId = 0; ///< the same for all that was loaded together
    std::string file;
    std::string layer;
    std::string sha; ///< hash of the file's content
    Role role = Role::communes;
    std::string importedAt; ///< ISO 8601, UTC
    std::string encoding;
    std::string crs;
    std::size_t rowsRead = 0;
    std::size_t rowsLoaded = 0;
    std::size_t rowsRejected = 0;
    BatchState state = BatchState::live;
    std::int64_t replacedBy = 0; ///< 0: by none
    std::string hash;            ///< names the batch in every store: of source, reading and rows
    Date reportedOn;             ///< day as of which it speaks where rows say none; no date: nobody said
    std::string origin;          ///< codes of the offices into whose stores it was imported, separated by blanks; "" unknown
};

/// One district in one GeoPackage file. QGIS opens it as it is. All geometries are in one projected CRS.
/// One writer at a time; a write is one transaction, so a crash leaves the file as it was before.
class Store {
public:
    /// `office`: code of the office whose store it is, as far as it is known; else it gets a number of its own.
    [[nodiscard]] static Result<Store> create(const std::string& path, int epsg, const std::string& office = {});
    [[nodiscard]] static Result<Store> openForReading(const std::string& path);
    [[nodiscard]] static Result<Store> openForWriting(const std::string& path);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    [[nodiscard]] int epsg() const;
    [[nodiscard]] const std::string& path() const;

    /// Brings the rows of all batches into their records and remembers what people decided, all in one transaction: all or nothing.
    /// What became of every row stands in the batches afterwards; their rows are used up. A batch that is there already changes
    /// nothing; one that was taken back counts again. `terrainTiff`: a raster of heights to keep in place of the one before;
    /// nothing when there is none. `dryRun`: the batches tell what would become of them, and the store stays as it is.
    [[nodiscard]] Result<std::vector<StoredBatch>> append(std::vector<CheckedBatch>& batches,
                                                          const std::optional<std::string>& terrainTiff, bool dryRun = false,
                                                          const Progress& progress = {});

    /// Takes batches back, in one transaction: what they said counts no longer. Fails when one of them is not live. `by`: who does
    /// it, where that is known; the history tells it.
    [[nodiscard]] Result<std::vector<StoredBatch>> undo(const std::vector<std::int64_t>& batchIds, const Progress& progress = {},
                                                        const std::string& by = {});

    /// Brings batches that were taken back back again. Fails when one of them was not.
    [[nodiscard]] Result<std::vector<StoredBatch>> redo(const std::vector<std::int64_t>& batchIds, const Progress& progress = {},
                                                        const std::string& by = {});

    /// Removes for good what batches had brought that were taken back, from free pages too: writes the file anew.
    [[nodiscard]] Result<std::vector<StoredBatch>> purge(const std::vector<std::int64_t>& batchIds, const Progress& progress = {},
                                                         const std::string& by = {});

    [[nodiscard]] Result<std::vector<StoredBatch>> batches() const;  ///< in the order of import
    [[nodiscard]] Result<ImportProfiles> rememberedProfiles() const; ///< what people decided, by file name and layer

    /// Everything that was ever decided about links, oldest first; those that are live are what linkDistrict goes by.
    [[nodiscard]] Result<std::vector<LinkOverride>> linkOverrides() const;
    /// Remembers overrides, in one transaction. A live one about the same words (role, field, raw text, scope) is superseded, not
    /// deleted; one that says the same already stays as it is. The time is filled in where none is given.
    [[nodiscard]] Result<void> saveLinkOverrides(std::span<const LinkOverride> linkOverrides);
    /// Takes back the live override about these words; who, when and why are told by the same fields. Fails when there is none.
    [[nodiscard]] Result<void> withdrawLinkOverride(const LinkOverride& linkOverride);

    /// Reads everything that counts. Links are not filled.
    [[nodiscard]] Result<District> read(const Progress& progress = {}) const;
    /// The same with all links. From the copy that the store keeps of its tables 1 million parcels take about 0.2 s; row by row,
    /// after another program has changed something, about 1 s.
    [[nodiscard]] Result<District> readLinked(const Progress& progress = {}) const;
    /// Brings that copy up to date, in a transaction of its own. An import and an undo end with it; to be called after changes of
    /// other kinds. A store without a copy, or with an old one, is whole and only slower to open.
    [[nodiscard]] Result<void> renewCopy(const Progress& progress = {});
    /// Code of the office whose store it is, as an issuer says it; what records are numbered by that name no unit.
    [[nodiscard]] std::string office() const;

private:
    struct Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Whether the file is a store, also one that cannot be opened now: locked, damaged, cut off, of a newer version.
[[nodiscard]] bool mayBeStore(const std::string& path);

/// Opens a store, reads it and links it.
[[nodiscard]] Result<District> openDistrict(const std::string& path, const Progress& progress = {});

} // namespace banlang
