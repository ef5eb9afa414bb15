// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

namespace banlang {

/// Cells that say "as above" (", '', -nt-, như trên) take the text above them. One with nothing above it stays as it is.
void fillDitto(Column& texts);

/// Whether a column of units is written as under merged cells, once for a group of rows: a unit stands in the first row, none is
/// written again in the row below, and none is a code, which nobody leaves out.
[[nodiscard]] bool groupsRows(const Column& texts);

/// Blank cells take the text above them, as under a merged cell. Those before the first text stay blank. Gives how many did.
std::size_t fillDown(Column& texts);

} // namespace banlang
