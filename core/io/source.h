// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/geo/feature_table.h"

#include <memory>
#include <string>
#include <vector>

namespace banlang {

/// A layer as its file holds it: own column names, own CRS, nothing decided yet. Texts and column names are the source's own bytes:
/// UTF-8 in any form, or an older encoding; see core/intake/encoding. Geometries that fit no kind, or hold coordinates that are no
/// numbers, are empty.
struct RawLayer {
    FeatureTable table;
    std::string crsWkt;                   ///< empty when the source names none
    bool cells = false;                   ///< a sheet: all its rows as text, the header among them; columns are named A, B, C ...
    std::int64_t firstRowNumber = 1;      ///< what a spreadsheet shows beside the first row
    std::vector<std::int64_t> rowNumbers; ///< the same for every row, when they do not simply count on
    std::string recodedFrom;              ///< "UTF-16LE": the file's own encoding, when the texts were made UTF-8 as it was read
    bool mixedGeometry = false;           ///< other kinds than the table's were met and left empty

    [[nodiscard]] std::int64_t rowNumber(std::size_t row) const {
        return rowNumbers.empty() ? firstRowNumber + static_cast<std::int64_t>(row) : rowNumbers[row];
    }
};

/// A vector file, drawing, sheet or table that can be read but is never written: not even its sidecars. The path may lead into an
/// archive: "xa.zip/thua_dat.shp".
class Source {
public:
    [[nodiscard]] static Result<Source> open(const std::string& path);

    Source(Source&&) noexcept;
    Source& operator=(Source&&) noexcept;
    ~Source();

    [[nodiscard]] const std::vector<std::string>& layers() const;
    [[nodiscard]] const std::string& driver() const; ///< GDAL's name: "GPKG"
    [[nodiscard]] bool indexWasRebuilt() const;      ///< a Shapefile came without its .shx

    /// Reads the layer at this place of layers().
    [[nodiscard]] Result<RawLayer> read(std::size_t layer, const Progress& progress = {}) const;

private:
    struct Impl;
    explicit Source(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace banlang
