// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/geo/feature_table.h"
#include "layers/map_layer.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace banlang {

/// The schema that all rows of a document have.
inline constexpr const char* kmlSchemaId = "fields";
/// How fields are written: with a type each, by the schema of the document, or as plain values. GDAL, and QGIS with it, finds no
/// schema within a KMZ, and would show no field of it.
enum class KmlFields : std::uint8_t { typed, plain };
/// The style of a class in the document; of rows without class for noClass.
[[nodiscard]] std::string kmlStyleId(std::uint8_t rowClass);

/// Turns rows of a table into KML placemarks: name, balloon, time, style, fields and shape in longitude and latitude. Several may
/// work on the same table at once, one thread each. The table and the names must outlive it.
class KmlPlacemarks {
public:
    [[nodiscard]] static Result<KmlPlacemarks> of(const FeatureTable& table, const std::vector<AttributeName>& names, int epsg,
                                                  Language language, KmlFields fields);
    KmlPlacemarks(KmlPlacemarks&&) noexcept;
    KmlPlacemarks& operator=(KmlPlacemarks&&) noexcept;
    ~KmlPlacemarks();

    /// The rows, all of one class, one placemark after the other.
    [[nodiscard]] std::string written(std::span<const std::uint32_t> rows, std::uint8_t rowClass);
    /// Points that have no longitude and latitude so far; their shapes were left out.
    [[nodiscard]] std::size_t lostPoints() const;

private:
    struct Impl;
    explicit KmlPlacemarks(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace banlang
