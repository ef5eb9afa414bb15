// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace banlang {

enum class SheetRowKind : std::uint8_t { empty, title, header, columnNumbers, group, total, note };

/// A row of a sheet that is no record, and why. Rows count from 1, as the spreadsheet shows them.
struct SkippedSheetRow {
    std::int64_t row = 0;
    SheetRowKind kind = SheetRowKind::empty;
    std::string text;
};

/// A sheet as a table: what stood under merged titles, with two-level headers joined, without totals, groups as a column.
struct SheetReading {
    /// Text columns, named by their header ("Vốn vay / Ngày giải ngân"). A column with values but no header is called by its letter
    /// ("Cột C"); the second of two equal names gets a number ("Số tiền (2)").
    FeatureTable table;
    std::vector<std::int64_t> rowNumbers; ///< row of the sheet of each row of the table
    std::vector<std::string> titles;      ///< texts above the header: they often name the commune, the period, the unit
    std::int64_t firstHeaderRow = 0;
    std::int64_t lastHeaderRow = 0;
    std::vector<SkippedSheetRow> skipped; ///< every row that is neither record nor empty
    bool certain = true;                  ///< another row could be the header as well
};

struct SheetHints {
    /// First and last header row, when the user said so.
    std::optional<std::pair<std::int64_t, std::int64_t>> headerRows;
    /// Whether a header (as headerKey gives it) is one that some kind of record knows.
    std::function<bool(std::string_view)> knowsHeader;
};

/// `cells`: all rows of a sheet as text columns, NFC, none of them a header yet; row 0 is row 1 of the sheet. Nothing when no row
/// can be a header. Group rows ("I. Thôn Nà Sáng") become a column of their own that names the group of each row below, called
/// "Thôn", "Xã" or "Nhóm" after what they name; "Nhóm", too, where the sheet has a column of villages or communes already.
[[nodiscard]] std::optional<SheetReading> readSheet(const FeatureTable& cells, const SheetHints& hints);

} // namespace banlang
