// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/worksheets/worksheet_rows.h"

namespace banlang {

/// Columns that say of every record in which group it stands: "Thôn", "Xã" or "Nhóm", after what the groups are. One entry per
/// record, in their order. `names` are the headers that the worksheet has already.
[[nodiscard]] std::vector<Column> groupColumns(const WorksheetCells& cells, const WorksheetRows& rows,
                                               const std::vector<std::string>& names);

} // namespace banlang
