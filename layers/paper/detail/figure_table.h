// SPDX-License-Identifier: MIT
#pragma once

#include "layers/paper/detail/sheet.h"

namespace banlang::paper {

/// Fails when figures of the page disagree: "negative-remainder" when units below the page's unit have more than it has together,
/// "legend-not-table" when the theme's legend counts something else than the table. Such a page must not leave.
[[nodiscard]] Result<FigureTable> figureTable(const Sheet& sheet);
/// The page's unit among the progress of all units; null when there is none.
[[nodiscard]] const UnitProgress* pageUnit(const Sheet& sheet);
[[nodiscard]] const Indicator* findIndicator(const UnitProgress& unit, std::string_view id);

} // namespace banlang::paper
