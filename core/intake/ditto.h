// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

namespace banlang {

/// Cells that say "as above" (", '', -nt-, như trên) take the text above them. One with nothing above it stays as it is.
void fillDitto(Column& texts);

/// Blank cells take the text above them, as under a merged cell. Those before the first text stay blank.
void fillDown(Column& texts);

} // namespace banlang
