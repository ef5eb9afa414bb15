// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

#include <stdexcept>
#include <string>
#include <string_view>

// Values of a table by the name of their column, as a file or a layer shows it. An unknown name, or another type, throws.

namespace banlang::test {

inline const Column& columnOf(const FeatureTable& table, std::string_view name, ColumnType type) {
    const Column* column = table.columnNamed(name);
    if (column == nullptr || column->type != type) throw std::invalid_argument("no such column: " + std::string(name));
    return *column;
}
inline std::string_view textAt(const FeatureTable& table, std::string_view column, std::size_t row) {
    return columnOf(table, column, ColumnType::text).text[row];
}
inline double numberAt(const FeatureTable& table, std::string_view column, std::size_t row) {
    return columnOf(table, column, ColumnType::number).numbers[row];
}
inline Date dateAt(const FeatureTable& table, std::string_view column, std::size_t row) {
    return columnOf(table, column, ColumnType::date).dates[row];
}

} // namespace banlang::test
