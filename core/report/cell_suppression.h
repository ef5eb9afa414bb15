// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/audience.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace banlang {

/// Whole counts in rows and columns, of which the last row and the last column are the sums of the others.
struct CountTable {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<std::int64_t> counts{}; ///< row by row

    [[nodiscard]] std::size_t index(std::size_t row, std::size_t column) const { return row * columns + column; }
};

/// Which counts must not be told, one flag per count: those of 1 and 2 that the audience may not know, and so many others that for
/// every hidden count at least two values agree with all that is told. All hidden counts must look alike to the reader; a mark
/// that says "this is 1 or 2" would tell too much again. A table too small for that is hidden altogether. Sums are hidden last.
/// Costs about (hidden counts)² x table; meant for tables that people read.
[[nodiscard]] std::vector<bool> hiddenCounts(const CountTable& table, Audience audience);

/// Stands for a hidden count in every table and symbol, in every language.
inline constexpr std::string_view hiddenMark = "*";

} // namespace banlang
