// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace banlang {

/// Text that a terminal shows and never obeys. Names in data may hold codes that move the cursor, retitle the window or turn the
/// writing direction round: every control character becomes a visible "\x1B" or "\u202E", what is no UTF-8 becomes U+FFFD. Line
/// ends and tabs stay.
[[nodiscard]] std::string terminalText(std::string_view text);

/// JSON that means the same and holds none of these characters, in whatever string they stand: "\u009b".
[[nodiscard]] std::string terminalJson(std::string_view json);

} // namespace banlang
