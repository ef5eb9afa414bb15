// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string_view>

namespace banlang::viewer {

struct WindowSize {
    int widthPx = 0;
    int heightPx = 0;
};

/// Smaller, the panels leave no place for the map; the largest is the largest screen there is (8K), and what lies beyond no card
/// can be relied on to draw.
inline constexpr WindowSize smallestWindow{640, 400};
inline constexpr WindowSize largestWindow{7680, 4320};

/// "1600x1000", within these; else an error that names them. `asked`: the option or command that it was written for.
[[nodiscard]] Result<WindowSize> windowSizeFrom(std::string_view text, std::string_view asked);

} // namespace banlang::viewer
