// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/geo/feature_table.h"
#include "sample-data/grid.h"

#include <memory>
#include <string>

namespace banlang::sample {

/// Writes tables of one shape, chunk after chunk, to one new file: a GeoPackage when they have geometry, otherwise CSV in UTF-8
/// with a byte order mark. The columns are those of the first chunk. The same chunks give the same bytes.
class TableWriter {
public:
    [[nodiscard]] static Result<TableWriter> create(const std::string& folder, const std::string& name, const FeatureTable& shape);
    TableWriter(TableWriter&&) noexcept;
    TableWriter& operator=(TableWriter&&) noexcept;
    ~TableWriter();

    [[nodiscard]] Result<void> append(const FeatureTable& rows);
    [[nodiscard]] Result<void> finish();

private:
    struct Impl;
    explicit TableWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// A whole table at once.
[[nodiscard]] Result<void> writeTable(const std::string& folder, const std::string& name, const FeatureTable& table);

/// Heights as a GeoTIFF of whole metres.
[[nodiscard]] Result<void> writeTerrain(const std::string& file, const Frame& frame, const Field& heights);

} // namespace banlang::sample
