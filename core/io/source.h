// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/geo/feature_table.h"

#include <memory>
#include <string>
#include <vector>

namespace banlang {

/// A layer as its file holds it: own column names, own CRS. Texts are NFC; columns of a CSV are all text, so that codes keep
/// their zeros. Geometries that fit no kind, or hold coordinates that are no numbers, are empty.
struct RawLayer {
    FeatureTable table;
    std::string crsWkt;              ///< empty when the source names none
    std::int64_t firstRowNumber = 1; ///< what a spreadsheet shows beside the first row
    bool mixedGeometry = false;      ///< other kinds than the table's were met and left empty
};

/// A vector file or table that can be read but is never written: not even its sidecars.
class Source {
public:
    [[nodiscard]] static Result<Source> open(const std::string& path);

    Source(Source&&) noexcept;
    Source& operator=(Source&&) noexcept;
    ~Source();

    [[nodiscard]] const std::vector<std::string>& layers() const;
    [[nodiscard]] const std::string& driver() const;   ///< GDAL's name: "GPKG"
    [[nodiscard]] const std::string& encoding() const; ///< "UTF-8" unless the file says otherwise; values are always UTF-8
    [[nodiscard]] bool indexWasRebuilt() const;        ///< a Shapefile came without its .shx

    /// Reads the layer at this place of layers().
    [[nodiscard]] Result<RawLayer> read(std::size_t layer, const Progress& progress = {}) const;

private:
    struct Impl;
    explicit Source(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace banlang
