// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

#include <string>
#include <string_view>

namespace banlang {

/// The cells of a worksheet as they are judged: trimmed; rows and columns count from 0.
class WorksheetCells {
public:
    explicit WorksheetCells(const FeatureTable& table) : table_(&table) {}

    [[nodiscard]] std::size_t rows() const { return table_->rowCount; }
    [[nodiscard]] std::size_t columns() const { return table_->columns.size(); }
    [[nodiscard]] std::string_view at(std::size_t row, std::size_t column) const { return trimmed(raw(row, column)); }
    [[nodiscard]] std::string_view raw(std::size_t row, std::size_t column) const { return table_->columns[column].text[row]; }
    [[nodiscard]] bool filled(std::size_t row, std::size_t column) const { return !at(row, column).empty(); }

    [[nodiscard]] std::size_t filledCount(std::size_t row) const {
        std::size_t count = 0;
        for (std::size_t column = 0; column < columns(); ++column) count += static_cast<std::size_t>(filled(row, column));
        return count;
    }
    /// First filled column at or after `from`; columns() when there is none.
    [[nodiscard]] std::size_t nextFilled(std::size_t row, std::size_t from) const {
        while (from < columns() && !filled(row, from)) ++from;
        return from;
    }

private:
    static bool isSpace(char c) { return static_cast<unsigned char>(c) <= 0x20; }

    static std::string_view trimmed(std::string_view text) {
        constexpr std::string_view noBreakSpace = "\u00A0";
        for (bool again = true; again && !text.empty();) {
            again = true;
            if (isSpace(text.front())) {
                text.remove_prefix(1);
            } else if (isSpace(text.back())) {
                text.remove_suffix(1);
            } else if (text.starts_with(noBreakSpace)) {
                text.remove_prefix(noBreakSpace.size());
            } else if (text.ends_with(noBreakSpace)) {
                text.remove_suffix(noBreakSpace.size());
            } else {
                again = false;
            }
        }
        return text;
    }

    const FeatureTable* table_;
};

} // namespace banlang
