// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace banlang::detail {

/// What makes one character at the start of a text that is not empty; a byte that is no UTF-8 stands alone.
struct FirstCharacter {
    std::string_view bytes;
    char32_t code = 0;
    bool sound = false; ///< UTF-8
};
[[nodiscard]] FirstCharacter firstCharacter(std::string_view text);

/// What no reader sees and programs obey: control codes of both sets, what turns the writing direction round, and Unicode's own
/// ends of lines. Line feed and tab are among them.
[[nodiscard]] bool isControl(char32_t code);

} // namespace banlang::detail
