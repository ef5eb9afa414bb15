// SPDX-License-Identifier: MIT
#pragma once

#include "layers/paper/detail/print_page.h"

namespace banlang::print_layout {

/// Fails when figures of the page disagree: "negative-remainder" when units below the page's unit have more than it has together,
/// "legend-not-table" when the theme's legend counts something else than the table. Such a page must not leave.
[[nodiscard]] Result<FigureTable> figureTable(const PrintPage& printPage);
/// The page's unit among the progress of all units; null when there is none.
[[nodiscard]] const AdminUnitProgress* pageUnit(const PrintPage& printPage);
[[nodiscard]] const Indicator* findIndicator(const AdminUnitProgress& unit, std::string_view id);

} // namespace banlang::print_layout
