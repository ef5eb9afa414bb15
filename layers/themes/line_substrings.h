// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"

namespace banlang {

/// Adds the stretch of a line between two chainages as one more feature of `column`; an empty feature where there is nothing.
void appendLineSubstring(GeometryColumn& column, const GeometryColumn& lines, std::size_t feature, double fromM, double toM);

} // namespace banlang
