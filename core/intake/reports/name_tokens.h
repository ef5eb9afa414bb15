// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace banlang {

/// A word, a number or a mark; blanks and low lines only part them.
struct NameToken {
    std::string_view text;
    int number = 0;
    std::size_t digits = 0; ///< 0: no number
    bool glued = false;     ///< to letters or digits before it
};

/// The tokens of a title or a file name without accents. Valid as long as the text.
[[nodiscard]] std::vector<NameToken> nameTokens(std::string_view plain);

} // namespace banlang
