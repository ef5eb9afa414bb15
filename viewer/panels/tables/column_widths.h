// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/figure_kinds.h"

#include <string_view>

namespace banlang::viewer {

/// Wanted width of a column of a theme's table, in pixels; what is left over goes to the first column.
[[nodiscard]] float columnWidthPx(FigureKind kind, std::string_view columnId);

} // namespace banlang::viewer
