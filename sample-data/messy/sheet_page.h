// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"

#include <string>
#include <variant>
#include <vector>

namespace banlang::sample {

enum class CellLook : std::uint8_t { plain, agency, title, subtitle, header, columnNumber, group, total, note };

struct SheetCell {
    std::variant<std::monostate, std::string, double, Date> value;
    CellLook look = CellLook::plain;
};

/// Rows and columns count from 0.
struct SheetMerge {
    std::size_t row = 0;
    std::size_t column = 0;
    std::size_t lastRow = 0;
    std::size_t lastColumn = 0;
};

/// A sheet as a clerk lays it out.
struct SheetPage {
    std::string name;
    std::vector<std::vector<SheetCell>> rows;
    std::vector<SheetMerge> merges;
    std::vector<double> widths; ///< in letters, by column

    void put(std::size_t row, std::size_t column, SheetCell cell);
    void merge(const SheetMerge& area);
};

enum class TypedFont : std::uint8_t { unicode, vnTime };

/// The same pages give the same bytes.
[[nodiscard]] Result<void> writeXlsx(const std::string& path, const std::vector<SheetPage>& pages, TypedFont font);
[[nodiscard]] Result<void> writeOds(const std::string& path, const std::vector<SheetPage>& pages);

} // namespace banlang::sample
