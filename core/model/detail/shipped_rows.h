// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "core/base/shipped_data.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace banlang::detail {

constexpr std::size_t mostShippedColumns = 8;
using ShippedCells = std::array<std::string_view, mostShippedColumns>;

[[nodiscard]] inline ShippedCells cellsOf(std::string_view line) {
    ShippedCells cells;
    for (std::string_view& cell : cells) {
        const std::size_t end = std::min(line.find(','), line.size());
        cell = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return cells;
}

/// Calls visit(line) for each row below the header; lines with # in front are remarks.
template <class Visit> void eachShippedLine(std::string_view fileName, Visit&& visit) {
    std::string_view text = shippedData(fileName);
    bool header = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        if (!header) visit(line);
        header = false;
    }
}

/// Calls visit(cells). Shipped tables hold no quotes.
template <class Visit> void eachShippedRow(std::string_view fileName, Visit&& visit) {
    eachShippedLine(fileName, [&](std::string_view line) { visit(cellsOf(line)); });
}

/// No date for a blank cell.
[[nodiscard]] inline Date shippedDate(std::string_view cell) {
    return cell.empty() ? Date{} : parseDate(cell).value_or(Date{});
}

} // namespace banlang::detail
