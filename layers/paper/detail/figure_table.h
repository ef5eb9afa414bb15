// SPDX-License-Identifier: MIT
#pragma once

#include "layers/paper/detail/print_page.h"

namespace banlang::print_layout {

/// Of the page's unit and theme; empty where the theme has none. Fails with "legend-not-table" when the theme's legend counts
/// something else than the figures, and as unitFigures() does. Such a page must not leave.
[[nodiscard]] Result<PageFigures> pageFigures(const PrintPage& printPage);

} // namespace banlang::print_layout
