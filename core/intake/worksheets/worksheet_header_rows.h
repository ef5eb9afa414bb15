// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/worksheets/worksheet_cells.h"
#include "core/intake/worksheets/worksheet_header.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang {

/// The rows of a worksheet that hold its header, counted from 0.
struct HeaderRows {
    std::size_t first = 0;
    std::size_t last = 0;
    bool certain = true;

    [[nodiscard]] bool holds(std::size_t row) const { return row >= first && row <= last; }
};

[[nodiscard]] std::optional<HeaderRows> findHeaderRows(const WorksheetCells& cells, const WorksheetHints& hints);

/// One name per column of the worksheet, levels joined from above to below ("Vốn vay / Số tiền"); "" for a column without header.
[[nodiscard]] std::vector<std::string> headerNames(const WorksheetCells& cells, const HeaderRows& header);

/// "1 2 3", "(1) (2) (3)", "A B 1 2 = 3 + 4" right under a header.
[[nodiscard]] bool numbersColumns(const WorksheetCells& cells, std::size_t row);

} // namespace banlang
