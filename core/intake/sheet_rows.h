// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/sheet_header_rows.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang {

/// What every row of a sheet is; nothing stands for a record. Titles, header and column numbers included.
using SheetRowKinds = std::vector<std::optional<SheetRowKind>>;

struct SheetRows {
    SheetRowKinds kinds;
    std::optional<std::size_t> numberColumn; ///< where rows are numbered: STT
};

[[nodiscard]] SheetRows sortRows(const SheetCells& cells, const HeaderRows& header, const std::vector<std::string>& names);

} // namespace banlang
