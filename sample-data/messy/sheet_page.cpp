// SPDX-License-Identifier: MIT
#include "sample-data/messy/sheet_page.h"

namespace banlang::sample {

void SheetPage::put(std::size_t row, std::size_t column, SheetCell cell) {
    if (rows.size() <= row) rows.resize(row + 1);
    if (rows[row].size() <= column) rows[row].resize(column + 1);
    rows[row][column] = std::move(cell);
}

void SheetPage::merge(const SheetMerge& area) {
    if (area.row < area.lastRow || area.column < area.lastColumn) merges.push_back(area);
}

} // namespace banlang::sample
