// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

namespace banlang {

/// Digits after the point that the unit in a column's name deserves: 1 for m2 and percent, 2 for m, 3 for km, 4 for ha, none for
/// money; 3 for what has no unit.
[[nodiscard]] int mostDecimals(std::string_view columnName);

/// As many of them as any value of the column needs, so that a column of whole numbers shows none.
[[nodiscard]] int columnDecimals(const Column& column);

} // namespace banlang
