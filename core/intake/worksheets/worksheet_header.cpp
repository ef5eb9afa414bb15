// SPDX-License-Identifier: MIT
#include "core/intake/worksheets/worksheet_header.h"

#include "core/intake/worksheets/worksheet_groups.h"
#include "core/intake/worksheets/worksheet_header_rows.h"
#include "core/intake/worksheets/worksheet_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace banlang {
namespace {

/// As the spreadsheet calls the column: A, B, ... Z, AA.
std::string columnLetters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + static_cast<char>((rest - 1) % 26)));
    return letters;
}

std::string rowText(const WorksheetCells& cells, std::size_t row) {
    std::string text;
    for (std::size_t column = cells.nextFilled(row, 0); column < cells.columns(); column = cells.nextFilled(row, column + 1)) {
        text += text.empty() ? "" : " | ";
        text += cells.at(row, column);
    }
    return text;
}

void tellOtherRows(const WorksheetCells& cells, const WorksheetRowKinds& kinds, WorksheetTable& worksheet) {
    for (std::size_t row = 0; row < cells.rows(); ++row) {
        const auto number = static_cast<std::int64_t>(row + 1);
        if (!kinds[row]) worksheet.rowNumbers.push_back(number);
        if (!kinds[row] || kinds[row] == WorksheetRowKind::empty) continue;
        worksheet.skipped.push_back({number, *kinds[row], rowText(cells, row)});
        for (std::size_t column = 0; kinds[row] == WorksheetRowKind::title && column < cells.columns(); ++column) {
            if (cells.filled(row, column)) worksheet.titles.emplace_back(cells.at(row, column));
        }
    }
}

/// The records of one column; nothing when a column without header holds nothing either.
std::optional<Column> columnOfRecords(const FeatureTable& cells, const WorksheetRowKinds& kinds, std::size_t column,
                                      const std::string& name) {
    const TextValues& values = cells.columns[column].text;
    Column records;
    records.name = name.empty() ? "Cột " + columnLetters(column) : name;
    bool empty = true;
    for (std::size_t row = 0; row < cells.rowCount; ++row) {
        if (kinds[row]) continue;
        empty = empty && values[row].find_first_not_of(" \t\r\n") == std::string_view::npos;
        records.text.append(values[row]);
    }
    return name.empty() && empty ? std::nullopt : std::optional(std::move(records));
}

void nameApart(std::vector<Column>& columns) {
    std::set<std::string, std::less<>> used;
    for (Column& column : columns) {
        const std::string name = column.name;
        for (int count = 2; !used.insert(column.name).second; ++count) column.name = fmt::format("{} ({})", name, count);
    }
}

} // namespace

std::optional<WorksheetTable> readWorksheet(const FeatureTable& cells, const WorksheetHints& hints) {
    const WorksheetCells view(cells);
    const auto header = findHeaderRows(view, hints);
    if (!header) return std::nullopt;
    const std::vector<std::string> names = headerNames(view, *header);
    const WorksheetRows rows = sortRows(view, *header, names);

    WorksheetTable worksheet;
    worksheet.firstHeaderRow = static_cast<std::int64_t>(header->first + 1);
    worksheet.lastHeaderRow = static_cast<std::int64_t>(header->last + 1);
    worksheet.certain = header->certain;
    tellOtherRows(view, rows.kinds, worksheet);
    worksheet.table.name = cells.name;
    worksheet.table.rowCount = worksheet.rowNumbers.size();
    for (std::size_t column = 0; column < names.size(); ++column) {
        if (auto records = columnOfRecords(cells, rows.kinds, column, names[column]))
            worksheet.table.columns.push_back(std::move(*records));
    }
    for (Column& column : groupColumns(view, rows, names)) worksheet.table.columns.push_back(std::move(column));
    nameApart(worksheet.table.columns);
    return worksheet;
}

} // namespace banlang
