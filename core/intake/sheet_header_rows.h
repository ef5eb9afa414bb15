// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/sheet_cells.h"
#include "core/intake/sheet_header.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang {

/// The rows of a sheet that hold its header, counted from 0.
struct HeaderRows {
    std::size_t first = 0;
    std::size_t last = 0;
    bool certain = true;

    [[nodiscard]] bool holds(std::size_t row) const { return row >= first && row <= last; }
};

[[nodiscard]] std::optional<HeaderRows> findHeaderRows(const SheetCells& cells, const SheetHints& hints);

/// One name per column of the sheet, levels joined from above to below ("Vốn vay / Số tiền"); "" for a column without header.
[[nodiscard]] std::vector<std::string> headerNames(const SheetCells& cells, const HeaderRows& header);

/// "1 2 3", "(1) (2) (3)", "A B 1 2 = 3 + 4" right under a header.
[[nodiscard]] bool numbersColumns(const SheetCells& cells, std::size_t row);

} // namespace banlang
