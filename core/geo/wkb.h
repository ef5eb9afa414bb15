// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// Appends one feature from OGC or ISO WKB, either byte order; Z and M are dropped. Multi and single types of the column's kind are
/// accepted; anything else, or damaged bytes, appends an empty feature and returns false; so does, where they are to be `finite`, a
/// coordinate that is no number.
enum class CoordinateCheck : std::uint8_t { any, finite };
bool appendWkb(GeometryColumn& column, std::span<const std::byte> wkb, CoordinateCheck coordinates = CoordinateCheck::any);

/// What kind of column the WKB would fit. None for damaged bytes and mixed collections.
[[nodiscard]] GeometryKind kindOfWkb(std::span<const std::byte> wkb);

/// One feature as ISO WKB, always a Multi type for lines and polygons (as the store's tables declare), Point for points.
[[nodiscard]] std::vector<std::byte> toWkb(const GeometryColumn& column, std::size_t feature);

/// The same as a GeoPackage geometry blob, with envelope.
[[nodiscard]] std::vector<std::byte> toGeoPackageBlob(const GeometryColumn& column, std::size_t feature, int srsId);

/// For tests and messages. Appends one feature from WKT of the column's kind; false when it does not fit.
bool appendWkt(GeometryColumn& column, std::string_view wkt);
[[nodiscard]] GeometryColumn geometryFromWkt(GeometryKind kind, std::span<const std::string_view> wkts);
[[nodiscard]] std::string toWkt(const GeometryColumn& column, std::size_t feature, int decimals = 2);

} // namespace banlang
