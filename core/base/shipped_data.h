// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace banlang {

/// The text of a data file that ships inside the program, by its name without folder: "gap_rules.toml". Empty when there is none.
/// Widths, thresholds and weights live in such files (core/*/data/), never in code.
[[nodiscard]] std::string_view shippedData(std::string_view fileName);

} // namespace banlang
