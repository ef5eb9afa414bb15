// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/sheet_rows.h"

namespace banlang {

/// Columns that say of every record in which group it stands: "Thôn", "Xã" or "Nhóm", after what the groups are. One entry per
/// record, in their order. `names` are the headers that the sheet has already.
[[nodiscard]] std::vector<Column> groupColumns(const SheetCells& cells, const SheetRows& rows,
                                               const std::vector<std::string>& names);

} // namespace banlang
