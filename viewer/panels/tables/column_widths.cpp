// SPDX-License-Identifier: MIT
#include "viewer/panels/tables/column_widths.h"

#include <algorithm>

namespace banlang::viewer {

float columnWidthPx(const Theme& theme, std::string_view columnId) {
    if (columnId.ends_with("_before")) return 78;
    if (columnId.ends_with("_change")) return 76;
    if (columnId == "last_report") return 96;
    const auto found = std::ranges::find(theme.columnWidths, columnId, &ColumnWidth::columnId);
    return found == theme.columnWidths.end() ? 80 : found->px;
}

} // namespace banlang::viewer
