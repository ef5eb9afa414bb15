// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/intake/batch.h"
#include "core/model/district.h"

#include <memory>
#include <string>
#include <vector>

namespace banlang {

/// What is remembered of one import.
struct StoredBatch {
    std::int64_t id = 0;
    std::string file;
    std::string layer;
    std::string sha; ///< hash of the file's content
    Role role = Role::communes;
    std::string importedAt; ///< ISO 8601, UTC
    std::size_t rowsRead = 0;
    std::size_t rowsLoaded = 0;
    std::size_t rowsRejected = 0;
};

/// One district in one GeoPackage file. QGIS opens it as it is. All geometries are in one projected CRS.
/// One writer at a time; a write is one transaction, so a crash leaves the file as it was before.
class Store {
public:
    [[nodiscard]] static Result<Store> create(const std::string& path, int epsg);
    [[nodiscard]] static Result<Store> openForReading(const std::string& path);
    [[nodiscard]] static Result<Store> openForWriting(const std::string& path);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    [[nodiscard]] int epsg() const;
    [[nodiscard]] const std::string& path() const;

    /// Adds the checked rows of all batches in one transaction: all or nothing. Rows whose key is there already are rejected by
    /// the import before they come here.
    [[nodiscard]] Result<std::vector<StoredBatch>> append(const std::vector<CheckedBatch>& batches, const Progress& progress = {});

    [[nodiscard]] Result<void> keepTerrain(const std::string& geoTiffBytes);
    [[nodiscard]] Result<std::vector<StoredBatch>> batches() const;

    /// Reads everything. Links are filled by linkDistrict afterwards; openDistrict does both.
    [[nodiscard]] Result<District> read(const Progress& progress = {}) const;

private:
    struct Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Opens a store, reads it and links it.
[[nodiscard]] Result<District> openDistrict(const std::string& path, const Progress& progress = {});

} // namespace banlang
