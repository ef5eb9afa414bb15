// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

#include <ogr_core.h>

namespace banlang {

/// The OGR type that a table of this kind is written with; lines and polygons always as their Multi type.
[[nodiscard]] constexpr OGRwkbGeometryType ogrType(GeometryKind kind) {
    switch (kind) {
    case GeometryKind::point:
        return wkbPoint;
    case GeometryKind::line:
        return wkbMultiLineString;
    case GeometryKind::polygon:
        return wkbMultiPolygon;
    case GeometryKind::none:
        break;
    }
    return wkbNone;
}

[[nodiscard]] constexpr OGRFieldType ogrType(ColumnType type) {
    switch (type) {
    case ColumnType::number:
        return OFTReal;
    case ColumnType::date:
        return OFTDate;
    case ColumnType::text:
        break;
    }
    return OFTString;
}

} // namespace banlang
