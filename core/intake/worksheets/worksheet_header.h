// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace banlang {

enum class WorksheetRowKind : std::uint8_t { empty, title, header, columnNumbers, group, total, note };

/// A row of a worksheet that is no record, and why. Rows count from 1, as the spreadsheet shows them.
struct SkippedWorksheetRow {
    std::int64_t row = 0;
    WorksheetRowKind kind = WorksheetRowKind::empty;
    std::string text;
};

/// A worksheet as a table: what stood under merged titles, with two-level headers joined, without totals, groups as a column.
struct WorksheetTable {
    /// Text columns, named by their header ("Vốn vay / Ngày giải ngân"). A column with values but no header is called by its letter
    /// ("Cột C"); the second of two equal names gets a number ("Số tiền (2)").
    FeatureTable table;
    std::vector<std::int64_t> rowNumbers; ///< row of the worksheet of each row of the table
    std::vector<std::string> titles;      ///< texts above the header: they often name the commune, the period, the unit
    std::int64_t firstHeaderRow = 0;
    std::int64_t lastHeaderRow = 0;
    std::vector<SkippedWorksheetRow> skipped; ///< every row that is neither record nor empty
    bool certain = true;                      ///< another row could be the header as well
};

struct WorksheetHints {
    /// First and last header row, when the user said so.
    std::optional<std::pair<std::int64_t, std::int64_t>> headerRows;
    /// Whether a header (as headerKey gives it) is one that some kind of record knows.
    std::function<bool(std::string_view)> knowsHeader;
};

/// `cells`: all rows of a worksheet as text columns, NFC, none of them a header yet; row 0 is row 1 of the worksheet. Nothing when
/// no row can be a header. Group rows ("I. Thôn Nà Sáng") become a column of their own that names the group of each row below,
/// called "Thôn", "Xã" or "Nhóm" after what they name; "Nhóm", too, where the worksheet has a column of villages or communes
/// already.
[[nodiscard]] std::optional<WorksheetTable> readWorksheet(const FeatureTable& cells, const WorksheetHints& hints);

} // namespace banlang
