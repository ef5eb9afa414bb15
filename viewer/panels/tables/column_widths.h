// SPDX-License-Identifier: MIT
#pragma once

#include "layers/themes/theme.h"

#include <string_view>

namespace banlang::viewer {

/// Wanted width of a column of a theme's table, in pixels; what is left over goes to the first column.
[[nodiscard]] float columnWidthPx(const Theme& theme, std::string_view columnId);

} // namespace banlang::viewer
