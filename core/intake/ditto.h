// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

namespace banlang {

/// Cells that say "as above" (", '', -nt-, như trên) take the text above them. One with nothing above it stays as it is.
void fillDitto(Column& texts);

/// Whether a text is written again in the row below: whoever does so means a blank cell as blank, not as "as above".
[[nodiscard]] bool repeatsTexts(const Column& texts);

/// Blank cells take the text above them, as under a merged cell. Those before the first text stay blank.
void fillDown(Column& texts);

} // namespace banlang
