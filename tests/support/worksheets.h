// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"
#include "tests/support/tables.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banlang::test {

inline Texts split(std::string_view text, char separator) {
    Texts parts;
    for (;;) {
        const std::size_t end = std::min(text.find(separator), text.size());
        parts.emplace_back(text.substr(0, end));
        if (end == text.size()) return parts;
        text.remove_prefix(end + 1);
    }
}

/// One line per row, cells parted by |, spaces round them left out, ~ for a line break inside a cell. The first line break of the
/// literal is no row.
inline FeatureTable worksheet(std::string_view text) {
    if (text.starts_with('\n')) text.remove_prefix(1);
    std::vector<Texts> rows;
    std::size_t width = 0;
    for (const std::string& line : split(text, '\n')) {
        rows.push_back(split(line, '|'));
        width = std::max(width, rows.back().size());
    }
    FeatureTable table;
    table.name = "Sheet1";
    table.rowCount = rows.size();
    table.columns.resize(width);
    for (const Texts& row : rows) {
        for (std::size_t column = 0; column < width; ++column) {
            std::string cell = column < row.size() ? row[column] : "";
            const std::size_t first = std::min(cell.find_first_not_of(' '), cell.size());
            cell = cell.substr(first, cell.find_last_not_of(' ') + 1 - first);
            std::replace(cell.begin(), cell.end(), '~', '\n');
            table.columns[column].text.append(cell);
        }
    }
    return table;
}

} // namespace banlang::test
