// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/worksheets/worksheet_header_rows.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang {

/// What every row of a worksheet is; nothing stands for a record. Titles, header and column numbers included.
using WorksheetRowKinds = std::vector<std::optional<WorksheetRowKind>>;

struct WorksheetRows {
    WorksheetRowKinds kinds;
    std::optional<std::size_t> numberColumn; ///< where rows are numbered: STT
};

[[nodiscard]] WorksheetRows sortRows(const WorksheetCells& cells, const HeaderRows& header, const std::vector<std::string>& names);

} // namespace banlang
