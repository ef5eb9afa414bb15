// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace banlang {

/// How alike two texts are by the letters to insert, remove or change (Levenshtein, by bytes): 1 the same, 0 nothing in common. To
/// offer people a choice, never to decide.
[[nodiscard]] double similarity(std::string_view a, std::string_view b);

} // namespace banlang
