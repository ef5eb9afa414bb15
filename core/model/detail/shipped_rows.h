// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "core/base/shipped_data.h"

#include <algorithm>
#include <string_view>
#include <vector>

// Tables that ship with the program: a header, then rows; lines with # in front are remarks. They hold no quotes.

namespace banlang::detail {

/// The cells of a row; refers to the shipped text.
using ShippedCells = std::vector<std::string_view>;

[[nodiscard]] inline ShippedCells partsOf(std::string_view text, char separator) {
    ShippedCells parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        // A separator at the end leaves an empty part behind it.
        if (end + 1 == text.size()) parts.emplace_back();
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// Calls visit(line) for each row below the header.
template <class Visit> void eachShippedLine(std::string_view fileName, Visit&& visit) {
    bool header = true;
    for (const std::string_view line : partsOf(shippedData(fileName), '\n')) {
        if (line.empty() || line.front() == '#') continue;
        if (!header) visit(line);
        header = false;
    }
}

/// Calls visit(cells) for each row below the header.
template <class Visit> void eachShippedRow(std::string_view fileName, char separator, Visit&& visit) {
    eachShippedLine(fileName, [&](std::string_view line) { visit(partsOf(line, separator)); });
}

/// No date for a blank cell.
[[nodiscard]] inline Date shippedDate(std::string_view cell) {
    return cell.empty() ? Date{} : parseDate(cell).value_or(Date{});
}

} // namespace banlang::detail
